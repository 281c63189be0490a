using System.Text.Json;
using MemOS.EndToEnd.Chat;
using MemOS.Evidence;
using MemOS.Evolution;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Skills;

/// <summary>Two functions of a shop, and conversations in which they were called step by step.</summary>
internal sealed class ReturnsShop
{
    private readonly List<string> log = [];

    public ReturnsShop() => Functions =
    [
        AIFunctionFactory.Create((int order) => Answer($"find_order {order}", """{"customer":"C-7","total":12.5}"""), "find_order", "Finds an order."),
        AIFunctionFactory.Create((int order, double amount) => Answer($"refund_order {order} {amount}", """{"refund":"R-9"}"""), "refund_order", "Refunds an order."),
    ];

    public IReadOnlyList<AIFunction> Functions { get; }

    public IReadOnlyList<string> Log => log;

    public bool IsClosed { get; set; }

    public IReadOnlyList<ToolDefinition> Definitions => [.. Functions.Select(function => new ToolDefinition(function.Name, function.Description, function.JsonSchema, function.Name.StartsWith("find", StringComparison.Ordinal)))];

    /// <summary>Three returns in the memory, the skill learned from them, not approved.</summary>
    public async Task LearnAsync(ChatHost host)
    {
        for (var i = 1; i <= 3; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(3));
            var at = host.Time.Now;
            await host.Memory.AddAsync(
                new EvidenceDraft[]
                {
                    new() { Role = EvidenceRole.User, Text = $"Please refund order 100{i}", Time = at },
                    new() { Role = EvidenceRole.Assistant, Text = "", Time = at, ToolCalls = [new($"a{i}", "find_order", Json($$"""{"order":100{{i}}}"""))] },
                    new() { Role = EvidenceRole.Tool, Text = "", Time = at, ToolResults = [new($"a{i}", Json($$"""{"customer":"C-{{i}}","total":{{i}}2.5}"""), null)] },
                    new() { Role = EvidenceRole.Assistant, Text = "", Time = at, ToolCalls = [new($"b{i}", "refund_order", Json($$"""{"order":100{{i}},"amount":{{i}}2.5}"""))] },
                    new() { Role = EvidenceRole.Tool, Text = "", Time = at, ToolResults = [new($"b{i}", Json("""{"refund":"R-1"}"""), null)] },
                    new() { Role = EvidenceRole.Assistant, Text = "Refunded.", Time = at },
                    new() { Role = EvidenceRole.User, Text = "Thanks, that worked", Time = at },
                },
                host.Ada.InSession($"return-{i}"));
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveAsync(host.Ada, Definitions);
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private JsonElement Answer(string call, string result)
    {
        if (IsClosed && call.StartsWith("refund", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("the till 'T-4' is closed");
        }

        log.Add(call);
        return Json(result);
    }
}
