namespace MemOS.Evolution.Skills;

/// <summary>Limits and approval of a skill's runs.</summary>
public sealed record SkillRunOptions
{
    /// <summary>When a person is asked. Default: <see cref="SkillApproval.FirstUse"/>.</summary>
    public SkillApproval Approval { get; init; } = SkillApproval.FirstUse;

    /// <summary>
    /// Asks a person whether the calls may be made. Default: <see langword="null"/>: a run that needs approval is refused, unless
    /// the host asks, see <see cref="SkillFunction.ToTool"/>.
    /// </summary>
    public Func<Skill, IReadOnlyList<SkillCall>, CancellationToken, ValueTask<bool>>? Approver { get; init; }

    /// <summary>
    /// Told that a person agreed, by the approver or the host, to a version that nobody had approved yet, before its first call is made:
    /// it need not be asked for again. Not told under <see cref="SkillApproval.Always"/>, where a yes is for one run. Default: nobody;
    /// functions of <see cref="MemorySkills"/> note it at the skill.
    /// </summary>
    public Func<Skill, CancellationToken, ValueTask>? Approved { get; init; }

    /// <summary>The most calls of a run. Default: 20.</summary>
    public int MaxSteps { get; init; } = 20;

    /// <summary>
    /// The longest run: then functions are asked to stop by their token, and no further call is begun. One that takes no notice is
    /// waited for; when it was the last, all is done, and the report notes it. Default: 2 minutes.
    /// </summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The most characters of JSON that the answers of a run may have together; the run stops at the one that exceeds them. Default: 100,000.</summary>
    public int MaxOutput { get; init; } = 100_000;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where each call is reported as it is done. Default: nowhere.</summary>
    public IProgress<SkillCall>? Progress { get; init; }

    /// <summary>Told how a run ended, so that it becomes a trial. Default: nobody.</summary>
    public Func<SkillReport, CancellationToken, ValueTask>? Completed { get; init; }
}
