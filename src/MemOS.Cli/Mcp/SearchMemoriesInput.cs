using System.ComponentModel;

namespace MemOS.Cli.Mcp;

/// <summary>The arguments of <c>search_memories</c>.</summary>
internal sealed record SearchMemoriesInput
{
    [Description("A question or a few words.")]
    public required string Query { get; init; }

    [Description("The most tokens that the results may cost, 1 to 100000. Default: 600.")]
    public int? BudgetTokens { get; init; }
}
