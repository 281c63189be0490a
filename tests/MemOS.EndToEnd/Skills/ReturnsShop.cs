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

    /// <summary>Told of each call before it does anything.</summary>
    public Action<string>? Before { get; set; }

    public IReadOnlyList<ToolDefinition> Definitions => [.. Functions.Select(function => new ToolDefinition(function.Name, function.Description, function.JsonSchema, function.Name.StartsWith("find", StringComparison.Ordinal)))];

    /// <summary>Three returns in the memory, the skill learned from them, not approved.</summary>
    public async Task LearnAsync(ChatHost host)
    {
        for (var i = 1; i <= 3; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(3));
            await host.Memory.AddAsync(Messages(i, host.Time.Now), host.Ada.InSession($"return-{i}"));
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveAsync(host.Ada, Definitions);
    }

    /// <summary>The conversation in which an order was refunded, step by step or by a skill.</summary>
    public IReadOnlyList<EvidenceDraft> Messages(int number, DateTimeOffset at, string? feedback = "Thanks, that worked", string? skill = null)
    {
        List<EvidenceDraft> messages = [new() { Role = EvidenceRole.User, Text = $"Please refund order 100{number}", Time = at }];
        if (skill is not null)
        {
            messages.AddRange(Call($"s{number}", skill, $$"""{"order":100{{number}}}""", """{"status":"completed"}""", at));
        }
        else
        {
            messages.AddRange(Call($"a{number}", Functions[0].Name, $$"""{"order":100{{number}}}""", $$"""{"customer":"C-{{number}}","total":{{number}}2.5}""", at));
            messages.AddRange(Call($"b{number}", Functions[1].Name, $$"""{"order":100{{number}},"amount":{{number}}2.5}""", """{"refund":"R-1"}""", at));
        }

        messages.Add(new() { Role = EvidenceRole.Assistant, Text = "Refunded.", Time = at });
        return feedback is null ? messages : [.. messages, new() { Role = EvidenceRole.User, Text = feedback, Time = at }];
    }

    private static EvidenceDraft[] Call(string id, string tool, string arguments, string result, DateTimeOffset at) =>
    [
        new() { Role = EvidenceRole.Assistant, Text = "", Time = at, ToolCalls = [new(id, tool, Json(arguments))] },
        new() { Role = EvidenceRole.Tool, Text = "", Time = at, ToolResults = [new(id, Json(result), null)] },
    ];

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private JsonElement Answer(string call, string result)
    {
        if (IsClosed && call.StartsWith("refund", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("the till 'T-4' is closed");
        }

        Before?.Invoke(call);
        log.Add(call);
        return Json(result);
    }
}
