namespace MemOS.Time.English;

/// <summary>Ranges with two ends: "from May to July", "between 2014 and 2018", "9 to 12 of June", "April 9th through 17th".</summary>
internal static class RangeGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var between = c.Is(i, "between");
        var start = between || c.Is(i, "from") ? i + 1 : i;
        var range = DaysOfMonth(c, i, start, between);
        if (range.Found)
        {
            return range;
        }

        var first = OperandGrammar.Parse(c, start);
        if (!first.Found && c.Is(start, "the"))
        {
            first = OperandGrammar.Parse(c, start + 1);
        }

        if (first.Node is not { } from)
        {
            return Match.None;
        }

        var connector = Connectors.To(c, first.End, between);
        if (connector == first.End || (c.IsSymbol(connector - 1, '-') && start == i && from.Kind == TimeMentionKind.Date && !from.IsSettled && from.InYear is null))
        {
            return Match.None;
        }

        var second = End(c, connector, from);
        if (second.Node is not { } until || (from.IsPresent && until.IsPresent))
        {
            return Match.None;
        }

        var end = second.End;
        if (from.InYear is not null && until.InYear is { } rule && YearPhrases.Parse(c, end, out var yearEnd) is > 0 and var year)
        {
            until = TimeNodeBuilder.InYear(rule, year, until.Granularity == TimeGranularity.Day ? TimeUnit.Day : until.Unit) ?? until;
            end = yearEnd;
        }

        return RangeComposer.Compose(from, until) is { } node ? new(node, i, end) : Match.None;
    }

    private static Match End(Cursor c, int i, TimeNode from)
    {
        if (c.Is(i, "date"))
        {
            return new(TimeNode.Day(c.Today), i, i + 1);
        }

        var whole = EndOfPeriod(c, i);
        if (whole.Found)
        {
            return whole;
        }

        var match = OperandGrammar.AfterWord(c, i);
        if (match.Found)
        {
            return match;
        }

        // "April 9th through seventeenth", "June 9-12", "the ninth till the seventeenth"
        var the = c.Skip(i, "the");
        var day = from.Kind == TimeMentionKind.Date && (from.InYear is not null || c[the].Ordinal || the > i) ? NumberGrammar.DayOfMonth(c, the, out var end) : NumberGrammar.DayOfMonth(c, -2, out end);
        if (day > 0 && day > from.Past[0].Start!.Value.Day && c.Word(end).Unit == TimeUnit.None && c[end] is not { Glued: true, Kind: TokenKind.Word } && !c.IsSymbol(end, ':') && !c.IsAny(end, "am", "pm"))
        {
            return SameMonth(from, day) is { } node ? new(node, i, end) : Match.None;
        }

        // "tomorrow 5pm to 7pm" is read with the day; this is "Monday 22:00 till 2:00"
        return Match.None;
    }

    /// <summary>"The end of June" as the end of a range is the moment after June.</summary>
    public static Match EndOfPeriod(Cursor c, int i)
    {
        if (EdgeGrammar.Edge(c, i, out var at) != PeriodEdge.End)
        {
            return Match.None;
        }

        var period = PeriodGrammar.Plain(c, at);
        if (!period.Found && c.Is(at, "the"))
        {
            period = PeriodGrammar.Plain(c, at + 1);
        }

        if (period.Node is not { Kind: TimeMentionKind.DateRange } node)
        {
            return Match.None;
        }

        static Reading After(Reading reading) => new(reading.End, reading.End);
        return new(
            node with
            {
                Past = [.. node.Past.Select(After)],
                Future = [.. node.Future.Select(After)],
                InYear = node.InYear is { } rule ? year => rule(year) is { } reading ? After(reading) : null : null,
                PastTime = EventTimes.Past(node),
                FutureTime = EventTimes.Future(node),
            },
            i,
            period.End);
    }

    // "9 to 12 of June", "the 3rd to the 5th of May 2020"
    private static Match DaysOfMonth(Cursor c, int i, int start, bool between)
    {
        var the = c.Skip(start, "the");
        var day = NumberGrammar.DayOfMonth(c, the, out var end);
        if (day < 0)
        {
            return Match.None;
        }

        var connector = Connectors.To(c, end, between);
        if (connector == end)
        {
            return Match.None;
        }

        var last = MonthDayGrammar.Parse(c, connector);
        if (last.Node is not { } until || c.Word(connector).Month > 0 || c.Word(connector).Weekday is not null || until.Past[0].Start!.Value.Day <= day || SameMonth(until, day) is not { } from)
        {
            return Match.None;
        }

        return RangeComposer.Compose(from, until) is { } node ? new(node, i, last.End) : Match.None;
    }

    // Another day of the month that a date names, with the same freedom of the year.
    private static TimeNode? SameMonth(TimeNode date, int day)
    {
        var sample = date.Past[0].Start!.Value;
        if (Calendar.Day(sample.Year, sample.Month, day) is null || Calendar.Day(date.Future[0].Start!.Value.Year, sample.Month, day) is null)
        {
            return null;
        }

        return WeekdayGrammar.Map(date, value => Calendar.Day(value.Year, value.Month, day) ?? value) with
        {
            InYear = date.InYear is null ? null : year => Calendar.Day(year, sample.Month, day) is { } found ? Reading.OfDay(found) : null,
        };
    }
}
