using MemOS.Evolution.Patterns;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution;

/// <summary>What evolution found in a stream of messages.</summary>
/// <param name="Tasks">The tasks, session by session, in order.</param>
/// <param name="Skipped">What is in no task, with reasons.</param>
/// <param name="Judgements">How each turn was judged.</param>
/// <param name="Patterns">Tasks that are alike.</param>
/// <param name="Candidates">What was induced from patterns with at least two successes.</param>
public sealed record EvolutionResult(
    IReadOnlyList<MemoryTask> Tasks,
    IReadOnlyList<SkippedSpan> Skipped,
    IReadOnlyList<TurnJudgement> Judgements,
    IReadOnlyList<TaskPattern> Patterns,
    IReadOnlyList<SkillCandidate> Candidates);
