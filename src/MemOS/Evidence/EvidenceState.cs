namespace MemOS.Evidence;

/// <summary>Whether a piece of evidence takes part in recall. The values are stored and never change.</summary>
public enum EvidenceState
{
    /// <summary>Part of the conversation as it stands.</summary>
    Active = 1,

    /// <summary>On a branch that was left (an edited history, a regenerated answer): kept, not recalled.</summary>
    Abandoned = 2,

    /// <summary>Forgotten: kept, not recalled, can be restored.</summary>
    Forgotten = 3,

    /// <summary>Erased: only the place in the session is left, so that a re-sent history can still be aligned with the log.</summary>
    Erased = 4,
}
