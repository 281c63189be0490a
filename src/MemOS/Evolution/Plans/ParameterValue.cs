namespace MemOS.Evolution.Plans;

/// <summary>The value of a parameter of the skill.</summary>
/// <param name="Name">The parameter's name.</param>
public sealed record ParameterValue(string Name) : PlanValue;
