namespace MemOS.Evolution.Plans;

/// <summary>A part of the result of an earlier call of the plan.</summary>
/// <param name="Step">The place of that call in the plan, from 0; always before the call that takes the value.</param>
/// <param name="Path">The JSON pointer (RFC 6901) into its result; empty for the whole result.</param>
public sealed record ResultBinding(int Step, string Path) : PlanValue;
