namespace MemOS.Evolution;

/// <summary>What became of a pattern.</summary>
public enum CandidateStatus
{
    /// <summary>Too few successes to learn from; shown as a hint.</summary>
    Suggestion = 0,

    /// <summary>Its plan explained every argument and passed replay.</summary>
    Verified = 1,

    /// <summary>Something is left to a person, or replay did not issue what was done; kept with the reason.</summary>
    Failed = 2,
}
