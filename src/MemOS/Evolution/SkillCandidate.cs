using MemOS.Evolution.Induction;
using MemOS.Evolution.Patterns;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Replay;

namespace MemOS.Evolution;

/// <summary>A plan induced from a pattern, with what speaks for and against it.</summary>
public sealed record SkillCandidate
{
    /// <summary>The pattern.</summary>
    public required TaskPattern Pattern { get; init; }

    /// <summary>The plan, unfinished where something is left to a person.</summary>
    public required SkillPlan Plan { get; init; }

    /// <summary>What is left to a person.</summary>
    public required IReadOnlyList<UnexplainedArgument> Unexplained { get; init; }

    /// <summary>The leave-one-out replay; <see langword="null"/> when it was not tried.</summary>
    public ReplayReport? Replay { get; init; }

    /// <summary>What became of it.</summary>
    public required CandidateStatus Status { get; init; }

    /// <summary>Why it is no candidate; <see langword="null"/> when it is verified.</summary>
    public string? Reason { get; init; }
}
