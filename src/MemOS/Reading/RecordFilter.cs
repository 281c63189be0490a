namespace MemOS.Reading;

/// <summary>Which records to list; every condition that is set must hold.</summary>
public sealed record RecordFilter
{
    /// <summary>Only of this kind. Default: all.</summary>
    public MemoryKind? Kind { get; init; }

    /// <summary>Only about this subject, ignoring case. Default: all.</summary>
    public string? Subject { get; init; }

    /// <summary>Only of this slot. Default: all.</summary>
    public string? Slot { get; init; }

    /// <summary>Only with a source in this session. Default: all.</summary>
    public string? Session { get; init; }

    /// <summary>Only in this state. Default: <see cref="RecordState.Current"/>; <see langword="null"/> lists all states.</summary>
    public RecordState? State { get; init; } = RecordState.Current;

    /// <summary>
    /// What was held at a time: each record in the version that it had then, none that was recorded later. Records that are forgotten
    /// now are left out. Default: <see langword="null"/>, what is held now.
    /// </summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What was true at a time, replaced or not; <see cref="State"/> is not looked at then. Default: <see langword="null"/>, any time.</summary>
    /// <remarks>A statement that was corrected was never true. With <see cref="AsOf"/>: what was held then to be true at this time.</remarks>
    public DateTimeOffset? ValidAt { get; init; }

    /// <summary>Only what this record replaced. Default: all.</summary>
    public MemoryId? SupersededBy { get; init; }

    /// <summary>Only what comes after this id. Default: from the start.</summary>
    public MemoryId? After { get; init; }

    /// <summary>How many at most, from 1 to 1,000. Default: 100.</summary>
    public int Limit { get; init; } = 100;
}
