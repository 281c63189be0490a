namespace MemOS.Cli.Benches.Evolution;

/// <summary>The figures of the evolution bench; shares from 0 to 1.</summary>
internal sealed record EvolutionScore
{
    public required double BoundaryF1 { get; init; }

    public required double OutcomeF1 { get; init; }

    public required double PatternF1 { get; init; }

    public required double SkillsFound { get; init; }

    public required int SkillsWrong { get; init; }

    public required double ReplayExact { get; init; }

    public required int GoldSkills { get; init; }
}
