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
    public ReplayReport Verify(IReadOnlyList<EffectiveTrace> traces)
    {
        var exact = 0;
        var parameters = traces.Count == 0 ? null : inductor.Induce(traces, mergeEqual: false).SaidByMeaning;
        string? reason = null;
        for (var left = 0; left < traces.Count; left++)
        {
            var others = traces.Where((_, index) => index != left).ToList();
            var problem = others.Count == 0
                ? "there is no other instance to learn from"
                : FirstDifference(inductor.Induce(others, mergeEqual: false, parameters).Plan, traces[left]);
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
