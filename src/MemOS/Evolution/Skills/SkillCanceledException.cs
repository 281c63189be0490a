namespace MemOS.Evolution.Skills;

/// <summary>The caller cancelled a run of a skill that had begun. The calls that were made stay made; <see cref="Report"/> says which.</summary>
public sealed class SkillCanceledException : OperationCanceledException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="report">What was and was not done.</param>
    /// <param name="token">The caller's token.</param>
    public SkillCanceledException(SkillReport report, CancellationToken token)
        : base($"The skill was stopped by its caller: {(report ?? throw new ArgumentNullException(nameof(report))).Error}", token) => Report = report;

    /// <summary>What was and was not done.</summary>
    public SkillReport Report { get; }
}
