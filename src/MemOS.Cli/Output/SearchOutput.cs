using System.Text.Json.Serialization;

namespace MemOS.Cli.Output;

/// <summary>What <c>memos search --json</c> prints.</summary>
/// <param name="Results">What fits the budget, best first.</param>
/// <param name="Context">The results as text for a prompt.</param>
/// <param name="Tokens">Tokens of the context, at most the budget.</param>
/// <param name="Explanation">How it came about; only with <c>--explain</c>.</param>
internal sealed record SearchOutput(IReadOnlyList<SearchResultOutput> Results, string Context, int Tokens, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ExplanationOutput? Explanation);
