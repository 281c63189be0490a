using MemOS.Evolution.Plans;

namespace MemOS.Evolution.Induction;

/// <summary>What was induced from like traces.</summary>
/// <param name="Plan">The plan; it can run alone when nothing is unexplained.</param>
/// <param name="Unexplained">The arguments that are left to a person.</param>
public sealed record InducedPlan(SkillPlan Plan, IReadOnlyList<UnexplainedArgument> Unexplained)
{
    /// <summary>The arguments, by step and place, that users said in another spelling: parameters of any part of the instances too.</summary>
    public IReadOnlySet<(int Step, string Pointer)> SaidByMeaning { get; init; } = new HashSet<(int, string)>();
}
