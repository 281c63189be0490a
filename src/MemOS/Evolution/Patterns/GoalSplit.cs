using System.Text.Json;
using MemOS.Evolution.Induction;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Patterns;

/// <summary>Tells goals apart where equal traces hide them: an unexplained argument that follows the words of the request.</summary>
/// <remarks>
/// Deliberately hard to satisfy. An argument that a model picked at will must not look like a goal of its own, since the
/// skill that would come of it would repeat a whim.
/// </remarks>
internal static class GoalSplit
{
    /// <summary>The ways to part the traces by one unexplained argument, likeliest first.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<EffectiveTrace>>> Partitions(IReadOnlyList<EffectiveTrace> traces, IReadOnlyList<UnexplainedArgument> unexplained)
    {
        foreach (var argument in unexplained)
        {
            var byForm = Parts(traces, trace => Form(Value(trace, argument)));
            if (byForm.Count > 1)
            {
                yield return byForm;
            }
        }

        foreach (var argument in unexplained)
        {
            var byValue = Parts(traces, trace => JsonValues.Key(Value(trace, argument)));
            if (byValue.Count > 1 && byValue.All(part => part.Count < 3 || HasWordOfItsOwn(part, traces, Value(part[0], argument))))
            {
                yield return byValue;
            }
        }
    }

    private static List<IReadOnlyList<EffectiveTrace>> Parts(IReadOnlyList<EffectiveTrace> traces, Func<EffectiveTrace, string> key) =>
        [.. traces.GroupBy(key, StringComparer.Ordinal).Select(group => (IReadOnlyList<EffectiveTrace>)[.. group])];

    private static JsonElement Value(EffectiveTrace trace, UnexplainedArgument argument) =>
        JsonPointer.TryResolve(trace.Calls[argument.Step].Arguments, argument.Path, out var value) ? value : default;

    // The members that are there, not what they hold.
    private static string Form(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => member.Name + Form(member.Value))) + "}",
        JsonValueKind.Undefined => "absent",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Form))}]",
        _ => "",
    };

    // The part's requests share a word that no other request has, and that names the value; or two such words.
    private static bool HasWordOfItsOwn(IReadOnlyList<EffectiveTrace> part, IReadOnlyList<EffectiveTrace> all, JsonElement value)
    {
        var own = UtteranceReader.Topics(part[0].Task.Goal);
        foreach (var trace in part)
        {
            own.IntersectWith(UtteranceReader.Topics(trace.Task.Goal));
        }

        foreach (var other in all.Where(trace => !part.Contains(trace)))
        {
            own.ExceptWith(UtteranceReader.Topics(other.Task.Goal));
        }

        var named = UtteranceReader.Topics(JsonValues.Spoken(value).Replace('_', ' '));
        return own.Overlaps(named) || own.Count >= 2;
    }
}
