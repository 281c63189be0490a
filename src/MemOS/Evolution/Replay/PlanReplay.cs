using System.Text.Json;
using MemOS.Evolution.Induction;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Replay;

/// <summary>
/// Leave-one-out replay: a plan induced from the other instances, given the left-out instance's parameters and fed its
/// recorded results, must issue that instance's effective calls exactly, names, order and arguments.
/// </summary>
/// <remarks>
/// While an instance is left out, arguments are not merged into shared parameters: that two of them were equal in the few
/// others may be chance, and merging is confirmed by all instances when the plan itself is induced.
/// </remarks>
internal sealed class PlanReplay(PlanInductor inductor)
{
    /// <summary>Leaves out each trace in turn. One that made other calls than the rest has nothing to be learned from, and takes no part for them.</summary>
    public ReplayReport Verify(IReadOnlyList<EffectiveTrace> traces)
    {
        var exact = 0;
        string? reason = null;
        for (var left = 0; left < traces.Count; left++)
        {
            var alike = traces.Where(trace => MakesSameCalls(trace, traces[left])).ToList();
            var others = alike.Where(trace => trace != traces[left]).ToList();
            var problem = others.Count == 0
                ? "there is no other instance to learn from"
                : FirstDifference(inductor.Induce(others, mergeEqual: false, inductor.Induce(alike, mergeEqual: false).SaidByMeaning).Plan, traces[left]);
            if (problem is null)
            {
                exact++;
            }
            else
            {
                reason ??= $"Instance {left + 1} of {traces.Count}: {problem}";
            }
        }

        return new(traces.Count, exact, reason);
    }

    private static bool MakesSameCalls(EffectiveTrace left, EffectiveTrace right) => left.Calls.Select(static call => call.Tool).SequenceEqual(right.Calls.Select(static call => call.Tool), StringComparer.Ordinal);

    /// <summary>The first way in which a plan does not issue the calls of a trace; <see langword="null"/> when it issues them exactly.</summary>
    public static string? FirstDifference(SkillPlan plan, EffectiveTrace trace)
    {
        if (plan.Steps.Count != trace.Calls.Count)
        {
            return $"the plan has {plan.Steps.Count} calls, the task {trace.Calls.Count}";
        }

        var parameters = PlanParameters.Read(plan, trace.Calls);
        var results = new List<JsonElement?>();
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            var call = trace.Calls[step];
            if (plan.Steps[step].Tool != call.Tool)
            {
                return $"call {step + 1} is {plan.Steps[step].Tool}, not {call.Tool}";
            }

            if (!PlanArguments.TryBuild(plan.Steps[step].Arguments, parameters, results, out var arguments, out var problem))
            {
                return $"call {step + 1} ({call.Tool}): {problem}";
            }

            var recorded = call.Arguments.ValueKind == JsonValueKind.Undefined ? JsonValues.EmptyObject : call.Arguments;
            if (!JsonValues.AreEqual(arguments, recorded))
            {
                return $"call {step + 1} ({call.Tool}) has other arguments";
            }

            results.Add(call.Result);
        }

        return null;
    }
}
