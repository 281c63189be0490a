namespace MemOS.Evolution.Plans;

/// <summary>A JSON array whose items are explained one by one.</summary>
/// <param name="Items">The items, in order.</param>
public sealed record ArrayValue(IReadOnlyList<PlanValue> Items) : PlanValue;
