namespace MemOS.Time;

/// <summary>Puts times of day and spans of hours onto days.</summary>
internal static class DayClock
{
    /// <summary>Every reading of the day with every reading of the time.</summary>
    public static TimeNode Combine(TimeNode day, TimeNode clock)
    {
        var span = clock.Kind is TimeMentionKind.TimeRange;
        var node = new TimeNode
        {
            Kind = span ? TimeMentionKind.DateTimeRange : TimeMentionKind.DateTime,
            Granularity = span ? TimeGranularity.Period : TimeGranularity.Instant,
            Past = Cross(day.Past, clock.Past),
            Future = Cross(day.Future, clock.Future),
            IsTwelveHour = clock.IsTwelveHour,
            Unresolved = day.Unresolved,
        };

        // The hours of "yesterday evening" are a convention: what is known is the day.
        return clock.IsDayPart ? node with { PastTime = EventTimes.Past(day), FutureTime = EventTimes.Future(day) } : node with
        {
            PastTime = day.PastTime is { } past ? On(past, clock) : null,
            FutureTime = day.FutureTime is { } future ? On(future, clock) : null,
        };
    }

    /// <summary>Keeps the readings of a time that lie in a part of the day: "tonight at 7" is 19:00.</summary>
    public static TimeNode InPart(TimeNode clock, DayPart? part)
    {
        if (part is null || clock.Past.Count < 2)
        {
            return clock;
        }

        var afternoon = part.IsAfterNoon;
        var fitting = clock.Past.Where(reading => reading.Start!.Value.TimeOfDay.TotalHours >= 12 == afternoon).ToArray();

        // After midnight the night goes on: "tonight at 1".
        return fitting.Length == 0 ? clock : clock with { Past = fitting, Future = fitting, IsTwelveHour = false };
    }

    private static EventTime? On(EventTime day, TimeNode clock) => clock.Past.Count == 1 && day.Granularity == TimeGranularity.Day
        ? EventTimes.Of(clock.Past[0].OnDay(day.Start), clock.Kind == TimeMentionKind.Time ? TimeGranularity.Instant : TimeGranularity.Period)
        : day;

    private static Reading[] Cross(IReadOnlyList<Reading> days, IReadOnlyList<Reading> clocks) =>
        [.. days.SelectMany(day => clocks.Select(clock => clock.OnDay(day.Start!.Value)))];
}
