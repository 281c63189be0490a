namespace MemOS.Recall;

/// <summary>How a search came to its results; made on request.</summary>
public sealed record RecallExplanation
{
    /// <summary>The terms that were searched, with their weights.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Terms { get; init; }

    /// <summary>What was understood of the query: names, a time, a wish for advice.</summary>
    public required IReadOnlyList<string> Understood { get; init; }

    /// <summary>What the gate decided and why.</summary>
    public required string Gate { get; init; }

    /// <summary>The best candidates that were not packed, best first.</summary>
    public required IReadOnlyList<CutCandidate> Cut { get; init; }
}
