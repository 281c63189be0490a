namespace MemOS.Time;

/// <summary>A time expression found in a text, with its readings. Immutable; safe for concurrent use.</summary>
public sealed record TimeMention
{
    /// <summary>Index of the first character of the expression in the text.</summary>
    public required int Start { get; init; }

    /// <summary>Number of characters of the expression.</summary>
    public required int Length { get; init; }

    /// <summary>The expression as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>What sort of expression it is.</summary>
    public required TimeMentionKind Kind { get; init; }

    /// <summary>How the expression relates to the time that <see cref="Past"/> and <see cref="Future"/> name. Default: at that time.</summary>
    public TimeRelation Relation { get; init; }

    /// <summary>
    /// All readings: "Monday" has the last one and the next one. Empty when the expression has no agreed calendar value ("every
    /// Monday", "in summer").
    /// </summary>
    public IReadOnlyList<TimeValue> Values { get; init; } = [];

    /// <summary>
    /// The time that a statement about the past means: the latest reading that has begun by the reference. With a
    /// <see cref="Relation"/> other than "at" it is the time named: 2016 for "since 2016". <see langword="null"/> when the
    /// expression names no calendar time.
    /// </summary>
    public EventTime? Past { get; init; }

    /// <summary>The time that a statement about the future means. Equal to <see cref="Past"/> when there is no ambiguity.</summary>
    public EventTime? Future { get; init; }
}
