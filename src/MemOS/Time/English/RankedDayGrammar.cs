namespace MemOS.Time.English;

/// <summary>Days by rank or count: "the last day of January", "first day of next month", "two Sundays from now".</summary>
internal static class RankedDayGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var counted = CountedWeekdays(c, i);
        if (counted.Found)
        {
            return counted;
        }

        var the = c.Skip(i, "the");
        var last = c.IsAny(the, "last", "final");
        var end = the + 1;
        var nth = last ? -1 : NumberGrammar.Ordinal(c, the, out end);
        if ((!last && nth <= 0) || !c.Is(end, "day") || !c.IsAny(end + 1, "of", "in"))
        {
            return Match.None;
        }

        var whole = PeriodGrammar.Plain(c, end + 2);
        if (!whole.Found && c.Is(end + 2, "the"))
        {
            whole = PeriodGrammar.Plain(c, end + 3);
        }

        if (whole.Node is not { Unit: TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year or TimeUnit.Decade } node)
        {
            return Match.None;
        }

        DateTime? Pick(Reading reading)
        {
            var day = nth > 0 ? Calendar.AddDays(reading.Start!.Value, nth - 1) : Calendar.AddDays(reading.End!.Value, -1);
            return day < reading.End ? day : null;
        }

        return Pick(node.Past[0]) is { } past && Pick(node.Future[0]) is { } future
            ? new(TimeNode.Day(past, future), i, whole.End)
            : Match.None;
    }

    // "two Sundays from now", "three Mondays ago"
    private static Match CountedWeekdays(Cursor c, int i)
    {
        var count = NumberGrammar.Cardinal(c, i, out var at);
        if (count is < 1 or > 200 || c.Word(at).Weekday is not { } weekday)
        {
            return Match.None;
        }

        if (c.IsAny(at + 1, "ago", "back"))
        {
            return new(TimeNode.Day(Calendar.AddDays(WeekdayGrammar.Before(c.Today, weekday), -7L * (count - 1))), i, at + 2);
        }

        var later = c.IsAny(at + 1, "later", "hence") ? at + 2 : c.Are(at + 1, "from", "now") || c.Are(at + 1, "from", "today") ? at + 3 : -1;
        return later > 0
            ? new(TimeNode.Day(Calendar.AddDays(WeekdayGrammar.After(c.Today, weekday), 7L * (count - 1))), i, later)
            : Match.None;
    }
}
