using MemOS.Time;

namespace MemOS.Cli.Benches;

/// <summary>Scores what a recogniser found in the cases of a specification. Pure.</summary>
/// <remarks>
/// F1 over (span, set of values) of dates, date ranges, date-times and date-time ranges. An input that expects nothing counts what
/// is found in it as false. Expected mentions of other types, or with a value that is "not resolved", are left out and counted;
/// what is found across their span is left out too.
/// </remarks>
internal static class DateTimeScorer
{
    private static readonly string[] Types = ["date", "daterange", "datetime", "datetimerange"];

    /// <summary>Adds one case to a score.</summary>
    public static void Add(DateTimeCase item, IReadOnlyList<TimeMention> mentions, DateTimeScore score)
    {
        score.Cases++;
        score.EmptyCases += item.Results.Count == 0 ? 1 : 0;
        var expected = item.Results.Where(IsScored).ToList();
        var leftOut = item.Results.Where(result => !IsScored(result)).ToList();
        score.LeftOutTypes += leftOut.Count(result => !Types.Contains(result.Type));
        score.LeftOutUnresolved += leftOut.Count(result => Types.Contains(result.Type));
        var found = mentions
            .Where(mention => TypeOf(mention) is not null && mention.Values.Count > 0)
            .Where(mention => !leftOut.Exists(result => mention.Start <= result.End && result.Start < mention.Start + mention.Length))
            .ToList();
        score.FoundInEmpty += item.Results.Count == 0 ? found.Count : 0;
        foreach (var result in expected)
        {
            score.Of(result.Type).Expected++;
            score.Total.Expected++;
        }

        var correct = 0;
        foreach (var mention in found)
        {
            var type = TypeOf(mention)!;
            score.Of(type).Found++;
            score.Total.Found++;
            if (expected.Find(result => Matches(result, mention)) is { } match)
            {
                expected.Remove(match);
                score.Of(match.Type).Correct++;
                score.Total.Correct++;
                correct++;
            }
        }

        score.Details.Add(new(item.Input, item.Reference, expected.Count == 0 && correct == found.Count, [.. item.Results.Select(Describe)], [.. mentions.Select(Describe)]));
    }

    /// <summary>One value as text: a point, or "start..end" with an open end left empty.</summary>
    public static string Print(string? value, string? start, string? end) => value ?? $"{start}..{end}";

    private static bool IsScored(DateTimeExpectation result) => Types.Contains(result.Type) && result.Values is not null;

    private static bool Matches(DateTimeExpectation result, TimeMention mention) =>
        result.Start == mention.Start && result.End == mention.Start + mention.Length - 1 && result.Values!.SetEquals(Values(mention));

    private static IEnumerable<string> Values(TimeMention mention) => mention.Values.Select(value => Print(value.Value, value.Start, value.End));

    private static string? TypeOf(TimeMention mention) => mention.Kind switch
    {
        TimeMentionKind.Date => "date",
        TimeMentionKind.DateRange => "daterange",
        TimeMentionKind.DateTime => "datetime",
        TimeMentionKind.DateTimeRange => "datetimerange",
        _ => null,
    };

    private static string Describe(DateTimeExpectation result) =>
        $"{result.Start}-{result.End} {result.Type} {(result.Values is null ? "not resolved" : string.Join(" | ", result.Values))}";

    private static string Describe(TimeMention mention) =>
        $"{mention.Start}-{mention.Start + mention.Length - 1} {(TypeOf(mention) ?? mention.Kind.ToString())} '{mention.Text}' {string.Join(" | ", Values(mention))}";
}
