using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall.Notes;
using MemOS.Time;

namespace MemOS.Recall;

/// <summary>A candidate of a search: a message, a document chunk or a record, with what ranking and packing need.</summary>
public sealed record RecallDocument
{
    private NotesSlot notes;

    /// <summary>The id, see <see cref="MemoryId.Value"/>.</summary>
    public required long Id { get; init; }

    /// <summary>The text as stored.</summary>
    public required string Text { get; init; }

    /// <summary>Number of terms of the item in the word index.</summary>
    public required int Length { get; init; }

    /// <summary>A number for the session, unique in the cube; for a record, that of its first source.</summary>
    public required long Session { get; init; }

    /// <summary>The session's name.</summary>
    public string? SessionName { get; init; }

    /// <summary>The place in the session; for a record, that of its first source.</summary>
    public required int Position { get; init; }

    /// <summary>When it was said, in the speaker's offset; for a record, when its first source was.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>For evidence: who spoke. For a record: who spoke its first source.</summary>
    public EvidenceRole Role { get; init; }

    /// <summary>For evidence: what it is.</summary>
    public EvidenceKind EvidenceKind { get; init; } = EvidenceKind.Message;

    /// <summary>For evidence: the speaker's name.</summary>
    public string? Author { get; init; }

    /// <summary>For evidence: the caller's id of the message.</summary>
    public string? ExternalId { get; init; }

    /// <summary>For evidence: when it was recorded; <see langword="null"/> where the store did not note it.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>For evidence: the agent label.</summary>
    public string? Agent { get; init; }

    /// <summary>For a record: its kind; <see langword="null"/> for evidence.</summary>
    public MemoryKind? Kind { get; init; }

    /// <summary>For a record: whom or what it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>For a record: when what it tells of happened.</summary>
    public EventTime? EventTime { get; init; }

    /// <summary>For a record: how sure the reader was.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>For a record: where the words came from.</summary>
    public RecordOrigin Origin { get; init; } = RecordOrigin.User;

    /// <summary>For a preference: which way.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>For a record: its sources, the telling message first; for evidence: the item itself.</summary>
    public required IReadOnlyList<long> Sources { get; init; }

    /// <summary>What ranking and packing worked out of the text; kept with the document, and no part of what it is.</summary>
    internal DocumentNotes Notes => notes.Get(Text, Time);
}
