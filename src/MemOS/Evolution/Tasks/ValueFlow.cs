using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Tasks;

/// <summary>Where the arguments of a turn's calls come from: the strongest sign of whether it goes on with earlier work.</summary>
internal sealed class ValueFlow
{
    private ValueFlow()
    {
    }

    /// <summary>A value comes from an earlier result of the span, and the user did not say it in this turn.</summary>
    public bool TakesResult { get; private set; }

    /// <summary>A value comes from an earlier result, and the user chose it in this turn.</summary>
    public bool ChoosesResult { get; private set; }

    /// <summary>A value was said earlier in the span, and not in this turn.</summary>
    public bool TakesStatement { get; private set; }

    /// <summary>A call repeats what an earlier one of its tool was given, said then and not now: who corrects one value means the others to stay.</summary>
    public bool RepeatsStatement { get; private set; }

    /// <summary>A call gives what was asked for before and the earlier call of its tool did not give.</summary>
    public bool MakesGood { get; private set; }

    /// <summary>The calls leave most arguments of the earlier calls of their tools as they were.</summary>
    public bool KeepsMost { get; private set; }

    /// <summary>A call takes again what an earlier result of the span gave and an earlier call of its tool took.</summary>
    public bool KeepsResult { get; private set; }

    /// <summary>A value that tells things apart is said in this turn, and is new to the span.</summary>
    public bool BringsNewValue { get; private set; }

    /// <summary>Whether anything comes from the span.</summary>
    public bool TakesAnything => TakesResult || ChoosesResult || TakesStatement;

    public static ValueFlow Of(TaskSpan span, Turn turn)
    {
        var flow = new ValueFlow();
        var answered = span.Calls.Where(call => call.Result is not null).ToList();
        var results = Telling(answered.Select(call => call.Result!.Value)).ToHashSet(StringComparer.Ordinal);
        var given = Telling(answered.Select(call => call.Arguments)).ToHashSet(StringComparer.Ordinal);
        var constants = span.Calls.Select(call => (call.Tool, call.Arguments)).ToList();
        var own = new HashSet<string>(StringComparer.Ordinal);
        var (kept, changed) = (0, 0);
        foreach (var call in turn.Calls)
        {
            foreach (var (pointer, value) in JsonValues.Leaves(call.Arguments))
            {
                var key = JsonValues.Key(value);
                var spoken = JsonValues.Spoken(value);
                var isSaidNow = Verbatim.Contains(turn.User.Text, spoken);
                var isSaidBefore = span.Turns.Any(earlier => Verbatim.Contains(earlier.User.Text, spoken));
                var isUsual = constants.Exists(other => other.Tool == call.Tool &&
                    JsonPointer.TryResolve(other.Arguments, pointer, out var same) && JsonValues.Key(same) == key);
                var isSameTool = constants.Exists(other => other.Tool == call.Tool);
                kept += isUsual ? 1 : 0;
                changed += isSameTool && !isUsual ? 1 : 0;
                flow.RepeatsStatement |= isUsual && isSaidBefore && !isSaidNow;
                flow.MakesGood |= isSameTool && !isUsual && isSaidBefore;
                if (!IsTelling(value) || own.Contains(key))
                {
                    continue;
                }

                flow.KeepsResult |= isUsual && !isSaidNow && !isSaidBefore && results.Contains(key);
                flow.TakesResult |= !isSaidNow && !isSaidBefore && !isUsual && (results.Contains(key) || given.Contains(key));
                flow.ChoosesResult |= isSaidNow && !isSaidBefore && (results.Contains(key) || given.Contains(key));
                flow.TakesStatement |= !isSaidNow && isSaidBefore && !isUsual;
                flow.BringsNewValue |= isSaidNow && !isSaidBefore && !results.Contains(key) && !given.Contains(key);
            }

            if (call.Result is { } result)
            {
                own.UnionWith(JsonValues.Leaves(result).Select(leaf => JsonValues.Key(leaf.Value)));
            }
        }

        flow.KeepsMost = kept > 0 && kept >= changed;
        return flow;
    }

    private static IEnumerable<string> Telling(IEnumerable<JsonElement> values) =>
        values.SelectMany(JsonValues.Leaves).Where(leaf => IsTelling(leaf.Value)).Select(leaf => JsonValues.Key(leaf.Value));

    /// <summary>Whether a value tells things apart: small numbers, flags and single letters turn up everywhere.</summary>
    public static bool IsTelling(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > 1,
        JsonValueKind.Number => value.GetRawText().Length > 2,
        _ => false,
    };
}
