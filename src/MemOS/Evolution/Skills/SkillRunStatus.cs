namespace MemOS.Evolution.Skills;

/// <summary>How a run of a skill ended.</summary>
public enum SkillRunStatus
{
    /// <summary>All calls were made.</summary>
    Completed = 0,

    /// <summary>A call failed; those after it were not made.</summary>
    Failed = 1,

    /// <summary>Nothing was done: the arguments, the tools, the limits or a person did not allow it.</summary>
    Refused = 2,

    /// <summary>The caller cancelled after the run had begun; the calls after that were not made.</summary>
    Cancelled = 3,
}
