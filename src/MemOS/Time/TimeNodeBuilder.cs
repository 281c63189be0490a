namespace MemOS.Time;

/// <summary>Settles expressions that leave the year, the month or the week open, against a reference time.</summary>
internal static class TimeNodeBuilder
{
    /// <summary>A day of every year ("5 May", "Easter"): the last one before the reference and the first one from it on.</summary>
    public static TimeNode? YearlyDay(Func<int, DateTime?> day, DateTime reference) =>
        Yearly(year => day(year) is { } value ? Reading.OfDay(value) : null, reference, reference, TimeUnit.Day);

    /// <summary>A span of every year ("May", "Q2", "summer"). The month of the reference counts as not yet past.</summary>
    public static TimeNode? YearlySpan(Func<int, Reading?> span, DateTime reference, TimeUnit unit) =>
        Yearly(span, reference, Calendar.FirstOfMonth(reference), unit);

    /// <summary>A year's reading, with nothing left open.</summary>
    public static TimeNode? InYear(Func<int, Reading?> rule, int year, TimeUnit unit) =>
        year is >= 1 and < 9998 && rule(year) is { } reading ? Settled(reading, unit) : null;

    public static TimeNode Settled(Reading reading, TimeUnit unit) => unit == TimeUnit.Day
        ? TimeNode.Day(reading.Start!.Value)
        : TimeNode.Span(reading, reading, unit);

    /// <summary>A day of every month ("the 18th").</summary>
    public static TimeNode? MonthlyDay(int day, DateTime reference)
    {
        var past = FindMonth(day, reference, -1, date => date < reference);
        var future = FindMonth(day, reference, 1, date => date >= reference);
        return past is { } p && future is { } f ? TimeNode.Day(p, f) : null;
    }

    /// <summary>A weekday that is also a day of the month ("Friday 14th").</summary>
    public static TimeNode? WeekdayOfMonth(DayOfWeek weekday, int day, DateTime reference)
    {
        if (Calendar.Day(reference.Year, reference.Month, day) is { } here && here.DayOfWeek == weekday)
        {
            return TimeNode.Day(here);
        }

        var past = FindMonth(day, reference, -1, date => date < reference && date.DayOfWeek == weekday);
        var future = FindMonth(day, reference, 1, date => date >= reference && date.DayOfWeek == weekday);
        return past is { } p && future is { } f ? TimeNode.Day(p, f) : null;
    }

    /// <summary>A weekday: the last one before the day of the reference, and the first one from it on.</summary>
    public static TimeNode Weekday(DayOfWeek weekday, DateTime reference)
    {
        var here = Calendar.InWeekOf(reference, weekday);
        var past = here >= reference.Date ? Calendar.AddDays(here, -7) : here;
        var future = here < reference.Date ? Calendar.AddDays(here, 7) : here;
        return TimeNode.Day(past, future);
    }

    private static TimeNode? Yearly(Func<int, Reading?> rule, DateTime reference, DateTime border, TimeUnit unit)
    {
        Reading? past = null, future = null, begun = null, unfinished = null;

        // Eight years reach the next 29 February over a century that has none.
        for (var year = Math.Max(2, reference.Year - 8); year <= Math.Min(9990, reference.Year + 8); year++)
        {
            if (rule(year) is not { } reading)
            {
                continue;
            }

            past = reading.Start < border ? reading : past;
            future ??= reading.Start >= border ? reading : null;
            begun = reading.Start <= reference ? reading : begun;
            unfinished ??= reading.End > reference ? reading : null;
        }

        if (past is not { } p || future is not { } f)
        {
            return null;
        }

        var node = unit == TimeUnit.Day ? TimeNode.Day(p.Start!.Value, f.Start!.Value) : TimeNode.Span(p, f, unit);
        return node with
        {
            InYear = rule,
            PastTime = unit == TimeUnit.Day ? null : EventTimes.Of(begun ?? p, node.Granularity),
            FutureTime = unit == TimeUnit.Day ? null : EventTimes.Of(unfinished ?? f, node.Granularity),
        };
    }

    private static DateTime? FindMonth(int day, DateTime reference, int step, Predicate<DateTime> fits)
    {
        var month = Calendar.FirstOfMonth(reference);
        for (var tries = 0; tries < 96; tries++)
        {
            if (Calendar.Day(month.Year, month.Month, day) is { } date && fits(date))
            {
                return date;
            }

            month = Calendar.AddMonths(month, step);
        }

        return null;
    }
}
