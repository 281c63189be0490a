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
            if (byValue.Count > 1 && byValue.All(part => part.Count < 3 || HasWordOfItsOwn(part, traces, [JsonValues.Spoken(Value(part[0], argument))])))
            {
                yield return byValue;
            }
        }

        foreach (var argument in unexplained)
        {
            var byPath = PartsByPath(traces, argument);
            if (byPath.Count > 1 && byPath.All(part => part.Traces.Count < 3 || HasWordOfItsOwn(part.Traces, traces, NameWords.Of(part.Path))))
            {
                yield return [.. byPath.Select(part => part.Traces)];
            }
        }
    }

    // Which part of an earlier result the argument was taken from: the path that most traces share, then that of the rest.
    private static List<(string Path, IReadOnlyList<EffectiveTrace> Traces)> PartsByPath(IReadOnlyList<EffectiveTrace> traces, UnexplainedArgument argument)
    {
        var parts = new List<(string, IReadOnlyList<EffectiveTrace>)>();
        var left = traces.Select(trace => (Trace: trace, Paths: PathsTo(trace, argument))).ToList();
        while (left.Count > 0)
        {
            var path = left.SelectMany(pair => pair.Paths).GroupBy(path => path, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
            var part = left.Where(pair => path is null || pair.Paths.Contains(path)).ToList();
            parts.Add((path ?? "", [.. part.Select(pair => pair.Trace)]));
            left.RemoveAll(part.Contains);
        }

        return parts;
    }

    private static HashSet<string> PathsTo(EffectiveTrace trace, UnexplainedArgument argument)
    {
        var key = JsonValues.Key(Value(trace, argument));
        return Enumerable.Range(0, argument.Step)
            .Where(step => trace.Calls[step].Result is not null)
            .SelectMany(step => JsonValues.Parts(trace.Calls[step].Result!.Value).Where(part => JsonValues.Key(part.Value) == key).Select(part => $"{step}{part.Pointer}"))
            .ToHashSet(StringComparer.Ordinal);
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

    // The part's requests share a word that no other request has, and that names the value, or where it came from; or two such words.
    private static bool HasWordOfItsOwn(IReadOnlyList<EffectiveTrace> part, IReadOnlyList<EffectiveTrace> all, IEnumerable<string> names)
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

        var named = UtteranceReader.Topics(string.Join(' ', names).Replace('_', ' '));
        return own.Overlaps(named) || own.Count >= 2;
    }
}
