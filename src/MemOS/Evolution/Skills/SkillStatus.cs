namespace MemOS.Evolution.Skills;

/// <summary>Where a skill is in its life. The values are stored and never change.</summary>
public enum SkillStatus
{
    /// <summary>Too few successes to learn from; a hint for people, never offered to a model.</summary>
    Suggestion = 0,

    /// <summary>Verified by replay, and waiting for a person's approval.</summary>
    Candidate = 1,

    /// <summary>Approved; its trials decide whether it stays.</summary>
    Trial = 2,

    /// <summary>Proven by its trials.</summary>
    Active = 3,

    /// <summary>Taken out of use, by a person or because its trials failed; kept with its history.</summary>
    Retired = 4,

    /// <summary>Refused by a person or by replay; kept with the reason.</summary>
    Rejected = 5,
}
