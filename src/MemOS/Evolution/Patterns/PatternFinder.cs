using MemOS.Evolution.Induction;
using MemOS.Evolution.Replay;
using MemOS.Evolution.Tasks;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Patterns;

/// <summary>Groups tasks into patterns: equal tools in equal order, told apart by goal where one plan cannot explain them all.</summary>
internal sealed class PatternFinder(PlanInductor inductor, EvolutionOptions options)
{
    public IReadOnlyList<TaskPattern> Find(IReadOnlyList<EffectiveTrace> traces) =>
    [
        .. traces.Where(trace => trace.Calls.Count > 0)
            .GroupBy(trace => trace.Signature, StringComparer.Ordinal)
            .SelectMany(group => Refine([.. group]))
            .Select(part => new TaskPattern([.. part[0].Calls.Select(call => call.Tool)], part)),
    ];

    private IReadOnlyList<IReadOnlyList<EffectiveTrace>> Refine(IReadOnlyList<EffectiveTrace> group)
    {
        var successes = Successes(group);
        if (successes.Count < options.MinimumSuccesses)
        {
            return [group];
        }

        var induced = inductor.Induce(successes);
        if (induced.Unexplained.Count == 0)
        {
            return [group];
        }

        foreach (var partition in GoalSplit.Partitions(group, induced.Unexplained))
        {
            if (partition.Any(IsExplained))
            {
                return [.. partition.SelectMany(part => IsExplained(part) ? [part] : Refine(part))];
            }
        }

        return [group];
    }

    private bool IsExplained(IReadOnlyList<EffectiveTrace> part)
    {
        var successes = Successes(part);
        return successes.Count >= options.MinimumSuccesses && inductor.Induce(successes).Unexplained.Count == 0 &&
            new PlanReplay(inductor).Verify(successes).IsExact;
    }

    private static List<EffectiveTrace> Successes(IReadOnlyList<EffectiveTrace> traces) =>
        [.. traces.Where(trace => trace.Task.Outcome == TaskOutcome.Success)];
}
