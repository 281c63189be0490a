using System.Text.RegularExpressions;
using MemOS.Time;

namespace MemOS.Cli.Benches.Locomo;

/// <summary>Reads a gold answer that is a day, a month, a year or a period around a day.</summary>
internal static partial class GoldTime
{
    /// <summary>The time that an answer states.</summary>
    /// <param name="answer">The gold answer.</param>
    /// <param name="reason">Why it states none that can be compared; <see langword="null"/> when it does.</param>
    public static EventTime? Parse(string answer, out string? reason)
    {
        var text = Spaced(answer);
        reason = null;
        if (!Year().IsMatch(text))
        {
            reason = "no year in the answer";
            return null;
        }

        var mentions = TimeRecognizer.Recognize(text, new DateTime(2000, 1, 1));
        var times = mentions.Select(mention => (Mention: mention, Time: mention.Past ?? mention.Future)).Where(pair => pair.Time is not null).ToList();
        if (times.Count != 1)
        {
            reason = times.Count == 0 ? "no time understood" : "several times";
            return null;
        }

        var rest = Filler().Replace(text.Remove(times[0].Mention.Start, times[0].Mention.Length), "");
        if (rest.Length > 0)
        {
            reason = "more than a time";
            return null;
        }

        return times[0].Time;
    }

    // Typed without care: "3June, 2022", "April.2023".
    private static string Spaced(string answer) => Dotted().Replace(Glued().Replace(answer.Trim().TrimEnd('.'), "$1 $2"), "$1 $2");

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"(\d)`?([A-Z][a-z]{2})")]
    private static partial Regex Glued();

    [GeneratedRegex(@"([a-z])\.(\d)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\b(?:in|on|around|the|at|during)\b|\W+", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();
}
