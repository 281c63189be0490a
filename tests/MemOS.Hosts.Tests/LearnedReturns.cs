using System.Text.Json;
using MemOS.Evidence;
using MemOS.Evolution;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests;

/// <summary>Two functions of a shop, and a memory that learned from three returns how they belong together.</summary>
internal sealed class LearnedReturns
{
    private readonly List<string> calls = [];

    public LearnedReturns() => Functions =
    [
        AIFunctionFactory.Create((int order) => Answer($"find_order {order}", """{"customer":"C-7","total":12.5}"""), "find_order", "Finds an order."),
        AIFunctionFactory.Create((int order, double amount) => Answer(FormattableString.Invariant($"refund_order {order} {amount}"), """{"refund":"R-9"}"""), "refund_order", "Refunds an order."),
    ];

    public IReadOnlyList<AIFunction> Functions { get; }

    /// <summary>The calls that were made, such as "find_order 1005".</summary>
    public IReadOnlyList<string> Calls => calls;

    /// <summary>Adds the three returns and learns from them; returns the skill, which nobody has approved.</summary>
    public async Task<Skill> LearnAsync(HostMemory store, MemoryScope scope)
    {
        for (var i = 1; i <= 3; i++)
        {
            store.Time.Advance(TimeSpan.FromHours(3));
            var at = store.Time.Now;
            await store.Memory.AddAsync(
                new EvidenceDraft[]
                {
                    new() { Role = EvidenceRole.User, Text = $"Please refund order 100{i}", Time = at },
                    new() { Role = EvidenceRole.Assistant, Text = "", Time = at, ToolCalls = [new($"a{i}", "find_order", JsonElement.Parse($$"""{"order":100{{i}}}"""))] },
                    new() { Role = EvidenceRole.Tool, Text = "", Time = at, ToolResults = [new($"a{i}", JsonElement.Parse($$"""{"customer":"C-{{i}}","total":{{i}}2.5}"""), null)] },
                    new() { Role = EvidenceRole.Assistant, Text = "", Time = at, ToolCalls = [new($"b{i}", "refund_order", JsonElement.Parse($$"""{"order":100{{i}},"amount":{{i}}2.5}"""))] },
                    new() { Role = EvidenceRole.Tool, Text = "", Time = at, ToolResults = [new($"b{i}", JsonElement.Parse("""{"refund":"R-1"}"""), null)] },
                    new() { Role = EvidenceRole.Assistant, Text = "Refunded.", Time = at },
                    new() { Role = EvidenceRole.User, Text = "Thanks, that worked", Time = at },
                },
                scope.InSession($"return-{i}"));
        }

        store.Time.Advance(TimeSpan.FromHours(3));
        await store.Memory.EvolveAsync(scope, [.. Functions.Select(function =>
            new ToolDefinition(function.Name, function.Description, function.JsonSchema, function.Name.StartsWith("find", StringComparison.Ordinal)))]);
        return (await store.Memory.ListSkillsAsync(scope)).Single(stored => stored.Skill.Current.Plan is not null).Skill;
    }

    private JsonElement Answer(string call, string result)
    {
        calls.Add(call);
        return JsonElement.Parse(result);
    }
}
