namespace MemOS.Evolution.Skills;

/// <summary>When a person is asked before a skill runs.</summary>
public enum SkillApproval
{
    /// <summary>Before every run.</summary>
    Always = 0,

    /// <summary>Before the first run of each version. The default.</summary>
    FirstUse = 1,

    /// <summary>Never, except for an imported skill, which is asked for once as in <see cref="FirstUse"/>.</summary>
    Trusted = 2,
}
