namespace MemOS.Recall;

/// <summary>A candidate that was found and not packed.</summary>
/// <param name="Id">The candidate.</param>
/// <param name="Score">Its fused score.</param>
/// <param name="Reason">Why it was cut: over the budget or the limit, says what another result says, below or before a closed gate, of another kind.</param>
public sealed record CutCandidate(MemoryId Id, double Score, string Reason);
