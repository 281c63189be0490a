using System.Text.Json;
using MemOS.Evolution;
using MemOS.Evolution.Json;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

namespace MemOS.Tests.Evolution.Skills;

/// <summary>A skill as it is learned from three returns, and the functions that it was learned on.</summary>
internal sealed class LearnedSkill
{
    public static readonly DateTimeOffset Now = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);

    public List<string> Log { get; } = [];

    public string? Fails { get; set; }

    public CancellationTokenSource? CancelAfterFind { get; set; }

    /// <summary>Told the tool before each call does anything.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>Told the tool after each call was done.</summary>
    public Action<string>? After { get; set; }

    /// <summary>What the order is found to be.</summary>
    public string Found { get; set; } = """{"customer":"C-1","total":12.5}""";

    public IReadOnlyList<AIFunction> Functions =>
    [
        AIFunctionFactory.Create((int order) => Call("find_order", order, Found), "find_order"),
        AIFunctionFactory.Create((int order, string customer, double amount) => Call("refund", $"{order} {customer} {amount}", """{"refund":"R-9"}"""), "refund"),
    ];

    public IReadOnlyList<ToolDefinition> Tools => [.. Functions.Select(function => new ToolDefinition(function.Name, "", function.JsonSchema))];

    public Skill Learn() => SkillLife.Begin(Induce(), Tools, Now);

    /// <summary>What is induced from so many returns.</summary>
    public SkillCandidate Induce(int returns = 3)
    {
        var talk = new Conversation();
        for (var i = 1; i <= returns; i++)
        {
            talk.User($"Please refund order 100{i}").Call("find_order", $$"""{"order":100{{i}}}""", $$"""{"customer":"C-{{i}}","total":{{i}}2.5}""")
                .Call("refund", $$"""{"order":100{{i}},"customer":"C-{{i}}","amount":{{i}}2.5}""").Assistant("Refunded.").User("thanks, that worked");
        }

        return Assert.Single(new EvolutionEngine().Evolve(talk.Items, Tools).Candidates);
    }

    public SkillFunction Function(Skill skill, SkillRunOptions? options = null) => new(skill, () => Functions, options);

    public static AIFunctionArguments Order(object? order) => new(new Dictionary<string, object?> { ["order"] = order });

    private JsonElement Call(string tool, object arguments, string result)
    {
        if (Fails == tool)
        {
            throw new InvalidOperationException("the till is closed");
        }

        Before?.Invoke(tool);
        Log.Add(FormattableString.Invariant($"{tool} {arguments}"));
        CancelAfterFind?.Cancel();
        After?.Invoke(tool);
        return JsonValues.Parse(result);
    }
}
