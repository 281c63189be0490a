namespace MemOS.Time;

/// <summary>Turns readings into event times.</summary>
internal static class EventTimes
{
    public static EventTime? Of(Reading reading, TimeGranularity granularity)
    {
        if (reading.Start is not { } start || reading.End is not { } end || end < start)
        {
            return null;
        }

        return granularity switch
        {
            TimeGranularity.Day => EventTime.OfDay(DateOnly.FromDateTime(start)),
            TimeGranularity.Month => EventTime.OfMonth(start.Year, start.Month),
            TimeGranularity.Year => EventTime.OfYear(start.Year),
            TimeGranularity.Instant => EventTime.OfInstant(start),
            _ when start.TimeOfDay == TimeSpan.Zero && end == Calendar.AddDays(start, 1) => EventTime.OfDay(DateOnly.FromDateTime(start)),
            _ => new EventTime(start, end, TimeGranularity.Period),
        };
    }

    /// <summary>The time that a node names in one of its senses; a time that may be morning or evening is known to the day.</summary>
    public static EventTime? Past(TimeNode node) => node.PastTime ?? Of(node, node.Past);

    public static EventTime? Future(TimeNode node) => node.FutureTime ?? Of(node, node.Future);

    private static EventTime? Of(TimeNode node, IReadOnlyList<Reading> readings)
    {
        if (node.IsPresent || readings.Count == 0 || node.Kind > TimeMentionKind.DateTimeRange)
        {
            return null;
        }

        return readings.Count > 1 && readings[0].Start is { } start
            ? EventTime.OfDay(DateOnly.FromDateTime(start))
            : Of(readings[0], node.Granularity);
    }
}
