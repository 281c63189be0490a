using MemOS.Time;

namespace MemOS.Recall.Query;

/// <summary>Finds the spans of time that a query names.</summary>
internal static class QueryTimes
{
    /// <summary>The named spans, each in its reading for the past and, where that differs, for the future.</summary>
    public static IReadOnlyList<EventTime> Find(string text, DateTimeOffset askedAt)
    {
        var spans = new List<EventTime>();
        foreach (var mention in TimeRecognizer.Recognize(text, askedAt.DateTime))
        {
            if (mention.Past is { } past)
            {
                spans.Add(past);
            }

            if (mention.Future is { } future && future != mention.Past)
            {
                spans.Add(future);
            }
        }

        return spans;
    }
}
