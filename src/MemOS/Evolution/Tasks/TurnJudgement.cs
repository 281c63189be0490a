namespace MemOS.Evolution.Tasks;

/// <summary>How a turn was judged, and why.</summary>
/// <param name="Message">The evidence that opens the turn.</param>
/// <param name="Relation">How it relates to the task before it.</param>
/// <param name="Confidence">How sure that is, from 0 to 1.</param>
/// <param name="Reasons">What spoke for it, in words.</param>
public sealed record TurnJudgement(MemoryId Message, TurnRelation Relation, double Confidence, IReadOnlyList<string> Reasons);
