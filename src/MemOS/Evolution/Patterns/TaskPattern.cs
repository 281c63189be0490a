using MemOS.Evolution.Tasks;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Patterns;

/// <summary>Tasks with a like goal and a like effective trace.</summary>
/// <param name="Tools">The tools of the trace, in order.</param>
/// <param name="Traces">The traces of all tasks of the pattern, whatever their outcome, in order of time.</param>
public sealed record TaskPattern(IReadOnlyList<string> Tools, IReadOnlyList<EffectiveTrace> Traces)
{
    /// <summary>The traces of the tasks that succeeded: what a skill is induced from.</summary>
    public IReadOnlyList<EffectiveTrace> Successes { get; } = [.. Traces.Where(trace => trace.Task.Outcome == TaskOutcome.Success)];
}
