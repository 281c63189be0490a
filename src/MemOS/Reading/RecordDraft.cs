namespace MemOS.Reading;

/// <summary>A record on its way from a reader into the store.</summary>
public sealed record RecordDraft : RecordContent
{
    /// <summary>The evidence that says it, the telling message first. At least one.</summary>
    public required IReadOnlyList<MemoryId> Sources { get; init; }

    /// <summary>A value of the same subject and slot that this statement rejects ("no, it's Thursday"); <see langword="null"/> if none.</summary>
    public string? RejectedValue { get; init; }

    /// <summary>The words for what this statement says is over, called off or put at another time ("the Berlin marathon", "smoking"); <see langword="null"/> if none.</summary>
    public string? Ends { get; init; }

    /// <summary>The words for what was wanted and is there now ("bought the motorbike"); it ends the wish or the search for it. <see langword="null"/> if none.</summary>
    public string? Fulfils { get; init; }

    /// <summary>Whether what it replaces never was so ("no, it's Thursday"): then the wrong statement is not learned again from its message.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Whether the words say that it puts something right or tells a change ("actually", "now", "no, …"): then less is taken as a mere repetition.</summary>
    public bool IsChange { get; init; }

    /// <summary>
    /// Whether it has content words that its sources do not have, as a model's may: then it does not count as a fuller form of what
    /// was said in their words, and takes no such statement's place. Default: <see langword="false"/>.
    /// </summary>
    public bool IsReworded { get; init; }

    /// <summary>
    /// The record that a model judged to say the same; <see langword="null"/> if none. Only a record that the reader was given as
    /// <see cref="ReadingRequest.Related"/> counts.
    /// </summary>
    public MemoryId? Repeats { get; init; }

    /// <summary>Records that a model judged to be no longer true because of this statement. Only those that the reader was given count. Default: none.</summary>
    public IReadOnlyList<MemoryId> Replaces { get; init; } = [];
}
