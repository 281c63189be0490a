namespace MemOS.Scheduling;

/// <summary>How much work is waiting.</summary>
/// <param name="Queued">Jobs that wait or are under way.</param>
/// <param name="Dead">Jobs that failed for good and wait for a person.</param>
/// <param name="LastError">What the last failed job said; <see langword="null"/> if none failed.</param>
public sealed record JobCounts(int Queued, int Dead, string? LastError)
{
    /// <summary>Jobs among the queued that are under way or due, and do not wait for a later try.</summary>
    public int Due { get; init; }

    /// <summary>Jobs among the queued that wait for a cost ceiling to lift.</summary>
    public int Paused { get; init; }

    /// <summary>Which ceiling, and until when; <see langword="null"/> when none holds anything up.</summary>
    public string? PausedReason { get; init; }
}
