using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Induction;

/// <summary>Finds the part of an earlier result that an argument equals in every instance.</summary>
/// <remarks>
/// Of several such parts the one whose name is the argument's is the likeliest source, then one that shares a word with it,
/// then one that the earlier call was not given itself, then the earliest.
/// </remarks>
internal static class BindingFinder
{
    public static ResultBinding? Find(IReadOnlyList<EffectiveTrace> traces, int step, string pointer, IReadOnlyList<JsonElement> values)
    {
        var keys = values.Select(JsonValues.Key).ToList();
        var candidates =
            from earlier in Enumerable.Range(0, step)
            let first = traces[0].Calls[earlier]
            where first.Result is not null
            from part in JsonValues.Parts(first.Result!.Value)
            where JsonValues.Key(part.Value) == keys[0] && HoldsEverywhere(traces, earlier, part.Pointer, keys)
            orderby NameRank(pointer, part.Pointer), IsEcho(traces[0], earlier, keys[0]) ? 1 : 0, earlier, part.Pointer.Length, part.Pointer
            select new ResultBinding(earlier, part.Pointer);
        return candidates.FirstOrDefault();
    }

    /// <summary>0 for the same name, 1 for names that share a word, 2 otherwise.</summary>
    public static int NameRank(string argument, string part)
    {
        var left = JsonPointer.LastName(argument);
        var right = JsonPointer.LastName(part);
        return string.Equals(left, right, StringComparison.OrdinalIgnoreCase) ? 0
            : NameWords.Of(left).Overlaps(NameWords.Of(right)) ? 1
            : 2;
    }

    private static bool HoldsEverywhere(IReadOnlyList<EffectiveTrace> traces, int step, string path, List<string> keys)
    {
        for (var i = 1; i < traces.Count; i++)
        {
            if (traces[i].Calls[step].Result is not { } result || !JsonPointer.TryResolve(result, path, out var part) ||
                JsonValues.Key(part) != keys[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEcho(EffectiveTrace trace, int step, string key) =>
        JsonValues.Leaves(trace.Calls[step].Arguments).Any(leaf => JsonValues.Key(leaf.Value) == key);
}
