namespace MemOS.Evidence;

/// <summary>A piece of evidence as the store holds it: the ground truth that everything else points back to.</summary>
public sealed record EvidenceItem
{
    /// <summary>The id.</summary>
    public required MemoryId Id { get; init; }

    /// <summary>The name of the session; <see langword="null"/> for the unnamed one.</summary>
    public required string? Session { get; init; }

    /// <summary>The place within the session, from 0; neighbours in the conversation differ by one.</summary>
    public required int Position { get; init; }

    /// <summary>What was recorded.</summary>
    public required EvidenceDraft Content { get; init; }

    /// <summary>Whether the item takes part in recall.</summary>
    public required EvidenceState State { get; init; }

    /// <summary>When it was recorded, which for an import is long after it was said; <see langword="null"/> where the store did not note it.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The agent label of the scope that recorded it.</summary>
    public string? Agent { get; init; }
}
