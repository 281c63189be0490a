namespace MemOS.Reading;

/// <summary>One change to the records of a cube.</summary>
public abstract record RecordChange
{
    private RecordChange()
    {
    }

    /// <summary>A new record. Ids are given by the store.</summary>
    /// <param name="Draft">What it says.</param>
    /// <param name="ValidFrom">From when it is true.</param>
    public sealed record Insert(RecordDraft Draft, DateTimeOffset ValidFrom) : RecordChange
    {
        /// <summary>Records that this one replaces; each is kept as superseded, with a link to the new one.</summary>
        public IReadOnlyList<MemoryId> Supersedes { get; init; } = [];

        /// <summary>
        /// Records of the same call that this one replaces, by their place among its <see cref="Insert"/> changes, all before this
        /// one: what was corrected a message later is held too, with a link to the correction.
        /// </summary>
        public IReadOnlyList<int> SupersedesInserts { get; init; } = [];

        /// <summary>Until when the new record was true, where it is no longer (an older statement that is read late).</summary>
        public DateTimeOffset? ValidTo { get; init; }

        /// <summary>Why, in a few words.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>A repeated statement: the record gains sources and confidence, and keeps its text.</summary>
    /// <param name="Id">The record.</param>
    /// <param name="Sources">The further sources.</param>
    /// <param name="Confidence">The new confidence, from 0 to 1.</param>
    public sealed record Strengthen(MemoryId Id, IReadOnlyList<MemoryId> Sources, double Confidence) : RecordChange
    {
        /// <summary>Why, in a few words. Default: <see langword="null"/>, it was said again.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>A record that stops being true without another in its place.</summary>
    /// <param name="Id">The record.</param>
    /// <param name="At">From when it is no longer true.</param>
    /// <param name="Reason">Why, in a few words.</param>
    public sealed record Retire(MemoryId Id, DateTimeOffset At, string Reason) : RecordChange
    {
        /// <summary>The record that is true in its place; <see langword="null"/> when none is.</summary>
        public MemoryId? By { get; init; }
    }

    /// <summary>A replaced record that is current again: what had replaced it is taken back.</summary>
    /// <param name="Id">The record.</param>
    /// <param name="Reason">Why, in a few words.</param>
    public sealed record Reinstate(MemoryId Id, string Reason) : RecordChange;

    /// <summary>A new version of a record by hand.</summary>
    /// <param name="Id">The record.</param>
    /// <param name="Content">What it says from now on.</param>
    /// <param name="Sources">Evidence of the change, added before the earlier sources.</param>
    /// <param name="Reason">Why, in a few words.</param>
    public sealed record Revise(MemoryId Id, RecordContent Content, IReadOnlyList<MemoryId> Sources, string Reason) : RecordChange;
}
