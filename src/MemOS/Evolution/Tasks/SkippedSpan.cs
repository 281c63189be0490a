namespace MemOS.Evolution.Tasks;

/// <summary>Messages that are in no task.</summary>
/// <param name="Evidence">The messages.</param>
/// <param name="Reason">Why they make no task.</param>
public sealed record SkippedSpan(IReadOnlyList<MemoryId> Evidence, string Reason);
