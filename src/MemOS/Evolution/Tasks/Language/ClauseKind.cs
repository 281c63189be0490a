namespace MemOS.Evolution.Tasks.Language;

/// <summary>What a clause does in a conversation.</summary>
internal enum ClauseKind
{
    /// <summary>It says something of its own.</summary>
    Content,

    /// <summary>It judges what was done before.</summary>
    Feedback,

    /// <summary>"Yes", "go ahead".</summary>
    Affirmation,

    /// <summary>"No".</summary>
    Negation,

    /// <summary>"OK", "I see", "hmm".</summary>
    Acknowledgement,

    /// <summary>"Hello", "bye".</summary>
    Greeting,
}
