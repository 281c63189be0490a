using MemOS.Recall;

namespace MemOS.Cli.Output;

/// <summary>How a search came to its results.</summary>
internal sealed record ExplanationOutput(IReadOnlyList<string> Understood, IReadOnlyDictionary<string, double> Terms, string Gate, IReadOnlyList<CutCandidate> Cut)
{
    public static ExplanationOutput? Of(RecallExplanation? explanation) => explanation is null
        ? null
        : new(explanation.Understood, explanation.Terms.GroupBy(term => term.Key).ToDictionary(term => term.Key, term => Math.Round(term.First().Value, 4)), explanation.Gate, explanation.Cut);
}
