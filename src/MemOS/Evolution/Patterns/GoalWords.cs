using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Patterns;

/// <summary>What a task's goal is about, in stems, without the values that differ from task to task.</summary>
internal static class GoalWords
{
    public static HashSet<string> Of(EffectiveTrace trace)
    {
        var words = UtteranceReader.Topics(trace.Task.Goal);
        foreach (var (_, value) in trace.Calls.SelectMany(call => JsonValues.Leaves(call.Arguments)))
        {
            words.ExceptWith(UtteranceReader.Topics(JsonValues.Spoken(value)));
        }

        return words;
    }
}
