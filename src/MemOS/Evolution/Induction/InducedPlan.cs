using MemOS.Evolution.Plans;

namespace MemOS.Evolution.Induction;

/// <summary>What was induced from like traces.</summary>
/// <param name="Plan">The plan; it can run alone when nothing is unexplained.</param>
/// <param name="Unexplained">The arguments that are left to a person.</param>
public sealed record InducedPlan(SkillPlan Plan, IReadOnlyList<UnexplainedArgument> Unexplained);
