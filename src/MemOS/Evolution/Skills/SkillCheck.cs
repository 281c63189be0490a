namespace MemOS.Evolution.Skills;

/// <summary>What is known of a version, apart from whether a person approved it. The values are stored and never change.</summary>
public enum SkillCheck
{
    /// <summary>Nothing: an older file did not say. It cannot be approved before it is learned again.</summary>
    Unknown = 0,

    /// <summary>The plan was verified by replay of tasks of this memory.</summary>
    Verified = 1,

    /// <summary>There were too few successes to verify it.</summary>
    TooFew = 2,

    /// <summary>Replay did not issue what was done, or could not be made.</summary>
    Failed = 3,

    /// <summary>It comes from elsewhere; whatever was checked there, it was not verified here.</summary>
    Imported = 4,

    /// <summary>Advice, which nothing can verify but a person.</summary>
    Advice = 5,
}
