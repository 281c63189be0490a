namespace MemOS;

/// <summary>What a <see cref="MemoryId"/> names. The values are stored inside ids and never change.</summary>
public enum MemoryItemKind
{
    /// <summary>A piece of evidence: a message or a document chunk.</summary>
    Evidence = 0,

    /// <summary>A memory record.</summary>
    Record = 1,

    /// <summary>A task.</summary>
    Task = 2,

    /// <summary>A skill.</summary>
    Skill = 3,
}
