using MemOS.Time;

namespace MemOS.Reading;

/// <summary>What a memory record says: one self-contained statement in the third person.</summary>
public record RecordContent
{
    /// <summary>The kind of statement.</summary>
    public required MemoryKind Kind { get; init; }

    /// <summary>The statement, readable without its conversation: names instead of pronouns, dates instead of "yesterday".</summary>
    public required string Text { get; init; }

    /// <summary>Whom or what it is about: a speaker's name, or "user" where the speaker is unnamed.</summary>
    public required string Subject { get; init; }

    /// <summary>Names of people, places and things in the statement, as written. Default: none.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>When what it tells of happened or will happen; <see langword="null"/> when it has no time.</summary>
    public EventTime? EventTime { get; init; }

    /// <summary>How sure the reader is, from 0 to 1. Default: 0.5.</summary>
    public double Confidence { get; init; } = 0.5;

    /// <summary>Where the words came from. Default: a person.</summary>
    public RecordOrigin Origin { get; init; } = RecordOrigin.User;

    /// <summary>
    /// The attribute that can hold one value at a time, such as <c>home</c>, <c>job</c> or <c>diet</c>; a later value of the same
    /// subject and slot supersedes this one. <see langword="null"/> when nothing supersedes it by rule.
    /// </summary>
    public string? Slot { get; init; }

    /// <summary>The value in the slot, normalised for comparison.</summary>
    public string? SlotValue { get; init; }

    /// <summary>For preferences: which way.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>For preferences: what it is about, in one or a few words.</summary>
    public string? Topic { get; init; }
}
