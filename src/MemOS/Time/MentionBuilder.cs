using System.Globalization;

namespace MemOS.Time;

/// <summary>Prints the meaning of an expression as a <see cref="TimeMention"/>.</summary>
internal static class MentionBuilder
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string MomentFormat = "yyyy-MM-dd HH:mm:ss";
    private const string ClockFormat = "HH:mm:ss";

    public static TimeMention Build(TimeNode node, string text, int start, int end) => new()
    {
        Start = start,
        Length = end - start,
        Text = text[start..end],
        Kind = node.Kind,
        Relation = node.Relation,
        Values = Values(node),
        Past = EventTimes.Past(node),
        Future = EventTimes.Future(node),
    };

    private static List<TimeValue> Values(TimeNode node)
    {
        var values = new List<TimeValue>();
        if (node.Unresolved)
        {
            return values;
        }

        if (node.Kind == TimeMentionKind.Duration)
        {
            var seconds = node.Amounts.Sum(amount => amount.Count * Calendar.SecondsOf(amount.Unit));
            values.Add(new(seconds.ToString("0.##", CultureInfo.InvariantCulture), null, null));
            return values;
        }

        foreach (var readings in (ReadOnlySpan<IReadOnlyList<Reading>>)[node.Past, node.Future])
        {
            foreach (var reading in readings)
            {
                var value = Print(node.Kind, reading);
                if (!values.Contains(value))
                {
                    values.Add(value);
                }
            }
        }

        return values;
    }

    private static TimeValue Print(TimeMentionKind kind, Reading reading) => kind switch
    {
        TimeMentionKind.Date => new(Print(reading.Start, DateFormat), null, null),
        TimeMentionKind.DateTime => new(Print(reading.Start, MomentFormat), null, null),
        TimeMentionKind.Time => new(Print(reading.Start, ClockFormat), null, null),
        TimeMentionKind.DateRange => new(null, Print(reading.Start, DateFormat), Print(reading.End, DateFormat)),
        TimeMentionKind.TimeRange => new(null, Print(reading.Start, ClockFormat), Print(reading.End, ClockFormat)),
        _ => new(null, Print(reading.Start, MomentFormat), Print(reading.End, MomentFormat)),
    };

    private static string? Print(DateTime? moment, string format) => moment?.ToString(format, CultureInfo.InvariantCulture);
}
