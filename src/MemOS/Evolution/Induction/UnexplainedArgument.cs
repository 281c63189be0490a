namespace MemOS.Evolution.Induction;

/// <summary>An argument that nothing explains, and is therefore left to a person.</summary>
/// <param name="Step">The place of the call in the plan, from 0.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Path">The JSON pointer into the arguments.</param>
/// <param name="Reason">Why.</param>
public sealed record UnexplainedArgument(int Step, string Tool, string Path, string Reason);
