using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Traces;

/// <summary>Reduces a task's calls to the effective trace.</summary>
/// <remarks>
/// A failed call is dropped when the same tool is called again later. A call to a read-only tool is dropped when no call that
/// stays takes a value from its result that the user did not say; a value that the call was given itself is an echo and no
/// use; repeated until nothing changes. Calls of other tools, the effects, are never dropped for lack of use.
/// </remarks>
internal static class TraceReducer
{
    public static EffectiveTrace Reduce(MemoryTask task, Func<string, bool> isReadOnly)
    {
        var kept = task.Calls.ToList();
        var dropped = new List<DroppedCall>();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var call = kept[i];
            if (call.IsFailed && task.Calls.Any(later => later.Order > call.Order && later.Tool == call.Tool))
            {
                dropped.Add(new(call, "failed, and the tool was called again"));
                kept.RemoveAt(i);
            }
        }

        var said = new SaidValues(task.Statements);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = kept.Count - 1; i >= 0; i--)
            {
                var call = kept[i];
                if (isReadOnly(call.Tool) && !kept.Skip(i + 1).Any(later => Uses(later, call, said)))
                {
                    dropped.Add(new(call, "read only, and nothing that stays uses its result"));
                    kept.RemoveAt(i);
                    changed = true;
                }
            }
        }

        return new(task, kept, [.. dropped.OrderBy(drop => drop.Call.Order)]);
    }

    private static bool Uses(TaskCall later, TaskCall earlier, SaidValues said)
    {
        if (earlier.Result is not { } result)
        {
            return false;
        }

        var echoes = JsonValues.Leaves(earlier.Arguments).Select(leaf => JsonValues.Key(leaf.Value)).ToHashSet(StringComparer.Ordinal);
        var offered = JsonValues.Leaves(result).Where(leaf => CanBeTaken(leaf.Value)).Select(leaf => JsonValues.Key(leaf.Value))
            .Where(key => !echoes.Contains(key)).ToHashSet(StringComparer.Ordinal);
        return JsonValues.Leaves(later.Arguments).Any(leaf =>
            CanBeTaken(leaf.Value) && offered.Contains(JsonValues.Key(leaf.Value)) && !said.IsSaidBefore(leaf.Value, later.Position));
    }

    // A truth value or a null says nothing about where it came from: half of all results hold one.
    private static bool CanBeTaken(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => true,
        JsonValueKind.String => value.GetString()!.Length > 0,
        _ => false,
    };
}
