namespace MemOS.Reading;

/// <summary>A record on its way from a reader into the store.</summary>
public sealed record RecordDraft : RecordContent
{
    /// <summary>The evidence that says it, the telling message first. At least one.</summary>
    public required IReadOnlyList<MemoryId> Sources { get; init; }

    /// <summary>A value of the same subject and slot that this statement rejects ("no, it's Thursday"); <see langword="null"/> if none.</summary>
    public string? RejectedValue { get; init; }
}
