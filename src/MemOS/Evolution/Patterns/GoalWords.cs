using System.Text.RegularExpressions;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Patterns;

/// <summary>What a task's goal is about, in stems, without the values that differ from task to task.</summary>
internal static partial class GoalWords
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

    /// <summary>The words of a goal that have one of these stems, as people write them and without courtesy; of Chinese, Japanese and Korean the stems are words.</summary>
    public static IEnumerable<string> Written(string goal, HashSet<string> stems) =>
        LatinWord().Matches(goal).Select(match => match.Value.ToLowerInvariant())
            .Where(word => !Courtesy().IsMatch(word) && stems.Overlaps(UtteranceReader.Topics(word)))
            .Concat(stems.Where(stem => stem[0] >= '\u2E80' && !Courtesy().IsMatch(stem)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{Nd}'’-]+(?<![\u2E80-\uFFFF])", RegexOptions.CultureInvariant)]
    private static partial Regex LatinWord();

    // What stands in every request says of none what it is about.
    [GeneratedRegex(@"^(?:please|pls|plz|kindly|thanks?|thx|hi|hello|hey|dear|could|can|would|need|want|like|help|请|.*[请帮您谢].*|麻烦|你好|一下|.我|我.)$", RegexOptions.CultureInvariant)]
    private static partial Regex Courtesy();
}
