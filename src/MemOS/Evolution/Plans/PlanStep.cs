namespace MemOS.Evolution.Plans;

/// <summary>One call of a plan.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">The arguments: an object.</param>
public sealed record PlanStep(string Tool, PlanValue Arguments);
