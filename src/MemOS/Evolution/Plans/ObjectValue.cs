namespace MemOS.Evolution.Plans;

/// <summary>A JSON object whose members are explained one by one.</summary>
/// <param name="Members">The members, by name.</param>
public sealed record ObjectValue(IReadOnlyDictionary<string, PlanValue> Members) : PlanValue;
