namespace MemOS.Evolution.Plans;

/// <summary>A value that nothing explains: a plan that has one is not run without a person.</summary>
/// <param name="Reason">Why it could not be explained.</param>
public sealed record PersonValue(string Reason) : PlanValue;
