using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Traces;

/// <summary>A call that a trace left out, with the reason.</summary>
/// <param name="Call">The call.</param>
/// <param name="Reason">Why it did not matter.</param>
public sealed record DroppedCall(TaskCall Call, string Reason);
