namespace MemOS.Recall;

/// <summary>A candidate that was found and not packed.</summary>
/// <param name="Id">The candidate.</param>
/// <param name="Score">Its fused score.</param>
/// <param name="Reason">Why it was cut: over the budget, says what another result says, below the gate, over the limit.</param>
public sealed record CutCandidate(MemoryId Id, double Score, string Reason);
