using MemOS.Evidence;

namespace MemOS.Reading;

/// <summary>What a reader is given: new evidence of one session, and what was said just before it.</summary>
public sealed record ReadingRequest
{
    /// <summary>The evidence to read, in order.</summary>
    public required IReadOnlyList<EvidenceItem> Items { get; init; }

    /// <summary>The messages just before, oldest first, to resolve references by. Nothing is extracted from them alone.</summary>
    public IReadOnlyList<EvidenceItem> Preceding { get; init; } = [];

    /// <summary>Current records that the new evidence may repeat, change or contradict. Default: none.</summary>
    /// <remarks>
    /// The background reader looks them up for a model, which judges what its statements repeat and replace. The rules are given
    /// none: what a statement of theirs repeats or replaces is worked out afterwards over the whole cube, and links the records.
    /// </remarks>
    public IReadOnlyList<MemoryRecord> Related { get; init; } = [];

    /// <summary>The name of the user where messages carry none; <see langword="null"/> gives the subject "user".</summary>
    /// <remarks>
    /// For hosts that call a reader themselves and know the name. The background reader leaves it out: the user of a scope is an
    /// id and no name, and a name taken from other messages would make the subject depend on which messages are read together.
    /// </remarks>
    public string? UserName { get; init; }

    /// <summary>Asks the ceiling for a call more than the reader said; <see langword="null"/> where there is no ceiling.</summary>
    internal Func<CancellationToken, Task<bool>>? MayCallAgainAsync { get; init; }
}
