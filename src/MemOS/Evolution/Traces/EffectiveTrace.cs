using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Traces;

/// <summary>The calls of a task that mattered, in order, and those that did not.</summary>
/// <param name="Task">The task.</param>
/// <param name="Calls">The calls that stay.</param>
/// <param name="Dropped">The calls that were left out.</param>
public sealed record EffectiveTrace(MemoryTask Task, IReadOnlyList<TaskCall> Calls, IReadOnlyList<DroppedCall> Dropped)
{
    /// <summary>The names of the tools, in order: traces with another one are not alike.</summary>
    public string Signature => string.Join(" → ", Calls.Select(call => call.Tool));
}
