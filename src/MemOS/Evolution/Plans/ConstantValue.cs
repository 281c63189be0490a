using System.Text.Json;

namespace MemOS.Evolution.Plans;

/// <summary>A value that was the same every time.</summary>
/// <param name="Value">The value; never a secret or a personal value.</param>
public sealed record ConstantValue(JsonElement Value) : PlanValue;
