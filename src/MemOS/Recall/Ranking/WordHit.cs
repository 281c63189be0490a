namespace MemOS.Recall.Ranking;

/// <summary>What the word channel knows of one item.</summary>
/// <param name="Score">Sum of weight times inverse document frequency of the terms it holds.</param>
/// <param name="Matched">Which of the query's own terms it holds, one bit each.</param>
internal readonly record struct WordHit(double Score, ulong Matched)
{
    /// <summary>Whether it holds none.</summary>
    public bool IsNone => Score == 0 && Matched == 0;
}
