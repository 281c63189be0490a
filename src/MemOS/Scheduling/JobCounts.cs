namespace MemOS.Scheduling;

/// <summary>How much work is waiting.</summary>
/// <param name="Queued">Jobs that wait or are under way.</param>
/// <param name="Dead">Jobs that failed for good and wait for a person.</param>
/// <param name="LastError">What the last failed job said; <see langword="null"/> if none failed.</param>
public sealed record JobCounts(int Queued, int Dead, string? LastError);
