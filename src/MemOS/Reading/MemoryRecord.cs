namespace MemOS.Reading;

/// <summary>A memory record as the store holds it: a statement with its id, sources, validity and version.</summary>
public sealed record MemoryRecord : RecordContent
{
    /// <summary>The id; the same over all versions.</summary>
    public required MemoryId Id { get; init; }

    /// <summary>The evidence that says it, the telling message first.</summary>
    public required IReadOnlyList<MemoryId> Sources { get; init; }

    /// <summary>The version, from 1; every change makes a new one and keeps the old.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether it is held to be true now.</summary>
    public RecordState State { get; init; } = RecordState.Current;

    /// <summary>When this version was written.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>From when it was true: the time of the telling message, unless the statement says otherwise.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Until when it was true; <see langword="null"/> while it is.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>The record that replaced it; <see langword="null"/> while nothing has.</summary>
    public MemoryId? SupersededBy { get; init; }

    /// <summary>Why this version was written, in a few words.</summary>
    public string? Reason { get; init; }
}
