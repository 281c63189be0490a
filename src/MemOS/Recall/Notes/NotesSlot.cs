namespace MemOS.Recall.Notes;

/// <summary>Where a document keeps its notes. It takes no part in whether two documents are equal.</summary>
internal struct NotesSlot : IEquatable<NotesSlot>
{
    private DocumentNotes? notes;

    /// <summary>The notes on a text.</summary>
    public DocumentNotes Get(string text, DateTimeOffset said)
    {
        // A copy of the document with another text carries the notes of the first.
        var known = notes;
        return known is not null && ReferenceEquals(known.Text, text) && known.Said.EqualsExact(said) ? known : notes = new(text, said);
    }

    public readonly bool Equals(NotesSlot other) => true;

    public override readonly bool Equals(object? obj) => obj is NotesSlot;

    public override readonly int GetHashCode() => 0;
}
