namespace MemOS.Time.English;

/// <summary>Ranges with two ends: "from May to July", "between 2014 and 2018", "9 to 12 of June", "April 9th through 17th".</summary>
internal static class RangeGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var between = c.Is(i, "between");
        var start = between || c.Is(i, "from") || IsYearRange(c, i) ? i + 1 : i;
        var range = DaysOfMonth(c, i, start, between);
        if (range.Found)
        {
            return range;
        }

        var lasting = Lasting(c, i);
        if (lasting.Found)
        {
            return lasting;
        }

        var first = Border(c, start);
        first = first.Found ? first : OperandGrammar.AfterWord(c, start);
        if (!first.Found)
        {
            return ClockUntilNow(c, i, start, between);
        }

        if (first.Node is not { } from)
        {
            return Match.None;
        }

        var connector = Connectors.To(c, first.End, between);
        if (connector == first.End)
        {
            return Match.None;
        }

        var second = End(c, connector, from);
        if (from.Kind == TimeMentionKind.DateTime && (between || start > i || from.IsSettled) && ClockGrammar.Parse(c, connector, allowBare: true) is { Node: { } clock } time && time.End >= second.End)
        {
            return UntilClock(from, clock) is { } hours ? new(hours, i, time.End) : Match.None;
        }

        if (second.Node is not { } until || (from.IsPresent && until.IsPresent))
        {
            return Match.None;
        }

        // "between Tuesday and Thursday next week": the week that the second names is that of both
        if (c.Word(start).Weekday is { } weekday && first.End == start + 1 && c.Word(connector).Weekday is not null && until is { Kind: TimeMentionKind.Date, IsSettled: true } &&
            Calendar.InWeekOf(until.Past[0].Start!.Value, weekday) is var begun && begun < until.Past[0].Start!.Value)
        {
            from = TimeNode.Day(begun);
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

        var whole = Border(c, i);
        if (whole.Found)
        {
            return whole;
        }

        // "April 9th through seventeenth", "June 9-12", "the ninth till the seventeenth"
        var the = c.Skip(i, "the");
        var day = from.Kind == TimeMentionKind.Date && (from.InYear is not null || c[the].Ordinal || the > i) ? NumberGrammar.DayOfMonth(c, the, out var end) : NumberGrammar.DayOfMonth(c, -2, out end);
        if (day > 0 && day > from.Past[0].Start!.Value.Day && c.Word(end).Unit == TimeUnit.None && c[end] is not { Glued: true, Kind: TokenKind.Word } && !c.IsSymbol(end, ':') && !c.IsAny(end, "am", "pm"))
        {
            var longer = OperandGrammar.AfterWord(c, i);
            return longer.End <= end && SameMonth(from, day) is { } node ? new(node, i, end) : longer;
        }

        return OperandGrammar.AfterWord(c, i);
    }

    // "for 3 days from today", "for two weeks starting 5 May", "from tomorrow for 3 days"
    private static Match Lasting(Cursor c, int i)
    {
        Match length, day;
        if (c.Is(i, "for"))
        {
            length = DurationGrammar.Parse(c, i + 1);
            var from = c.SkipSymbol(length.End, ',');
            if (!length.Found || !c.IsAny(from, "from", "starting", "beginning", "following"))
            {
                return Match.None;
            }

            day = DayGrammar.Parse(c, c.Skip(from + 1, "on", "from"));
        }
        else if (c.IsAny(i, "from", "starting", "beginning"))
        {
            day = DayGrammar.Parse(c, c.Skip(i + 1, "on", "from"));
            length = day.Found && c.Is(day.End, "for") ? DurationGrammar.Parse(c, day.End + 1) : Match.None;
        }
        else
        {
            return Match.None;
        }

        if (length.Node is not { } amount || day.Node is not { } start || !DistanceGrammar.IsOfDays(amount))
        {
            return Match.None;
        }

        Reading From(Reading reading) => new(reading.Start, DistanceGrammar.Shift(reading.Start!.Value, amount, 1));
        // Counted from a start, a day without a year is of this one. "For" belongs to "for 3 days from", not to "for 3 days starting".
        var begin = c.Is(i, "for") && !c.Is(c.SkipSymbol(length.End, ','), "from") ? i + 1 : i;
        var settled = start.InYear is { } rule && rule(c.Reference.Year) is { } here ? TimeNode.Span(here, here) : start;
        return new(TimeNode.Span(From(settled.Past[0]), From(settled.Future[0])), begin, Math.Max(length.End, day.End));
    }

    /// <summary>"The end of June" as the end of a range is the moment after June.</summary>
    public static Match EndOfPeriod(Cursor c, int i) => Border(c, i, PeriodEdge.End);

    /// <summary>"The start, middle or end of June" as an end of a range is a point of June.</summary>
    private static Match Border(Cursor c, int i, PeriodEdge first = PeriodEdge.Start)
    {
        if (EdgeGrammar.Edge(c, i, out var at) is not { } edge || edge < first)
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

        Reading Point(Reading reading)
        {
            var point = edge switch
            {
                PeriodEdge.Start => reading.Start,
                PeriodEdge.End => reading.End,
                _ => node.Unit == TimeUnit.Year ? Calendar.AddMonths(reading.Start!.Value, 6) : reading.Start!.Value.AddDays(Math.Floor((reading.End!.Value - reading.Start.Value).TotalDays / 2)),
            };
            return new(point, point);
        }

        return new(
            node with
            {
                Past = [.. node.Past.Select(Point)],
                Future = [.. node.Future.Select(Point)],
                InYear = node.InYear is { } rule ? year => rule(year) is { } reading ? Point(reading) : null : null,
                PastTime = EventTimes.Past(node),
                FutureTime = EventTimes.Future(node),
            },
            i,
            period.End);
    }

    // Between years "in" and "during" belong to the range: "in 2014 through 2018".
    private static bool IsYearRange(Cursor c, int i) =>
        c.IsAny(i, "in", "during") && NumberGrammar.Year(c, i + 1, out var end) > 0 && Connectors.To(c, end, between: false) is var next && next > end && NumberGrammar.Year(c, next, out _) > 0;

    // "between eight o'clock and now"
    private static Match ClockUntilNow(Cursor c, int i, int start, bool between)
    {
        var clock = start > i ? ClockGrammar.Parse(c, start, allowBare: true) : Match.None;
        var connector = clock.Found ? Connectors.To(c, clock.End, between) : 0;
        if (clock.Node is not { } from || connector == clock.End || PresentGrammar.Parse(c, connector) is not { Found: true } now)
        {
            return Match.None;
        }

        var begun = from.Past.Select(reading => reading.OnDay(c.Today).Start!.Value).Where(moment => moment < c.Reference).DefaultIfEmpty(c.Reference).Max();
        return begun < c.Reference ? new(TimeNode.MomentSpan(begun, c.Reference), i, now.End) : Match.None;
    }

    // "between 2:00 tomorrow and 4:00", "tomorrow 10pm until 2am": the first such time after the start
    private static TimeNode? UntilClock(TimeNode begin, TimeNode clock)
    {
        Reading Until(Reading reading)
        {
            var start = reading.Start!.Value;
            var end = clock.Past.Select(time => time.OnDay(start.Date).Start!.Value).Where(time => time > start).DefaultIfEmpty(clock.Past[0].OnDay(Calendar.AddDays(start.Date, 1)).Start!.Value).Min();
            return new(start, end);
        }

        return begin.Past.Any(reading => reading.Start is null) ? null : begin with
        {
            Kind = TimeMentionKind.DateTimeRange,
            Granularity = TimeGranularity.Period,
            Past = [.. begin.Past.Select(Until)],
            Future = [.. begin.Future.Select(Until)],
        };
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

        var relative = DaysOfRelativeMonth(c, i, day, connector);
        if (relative.Found)
        {
            return relative;
        }

        var last = MonthDayGrammar.Parse(c, connector);
        if (last.Node is not { } until || c.Word(connector).Month > 0 || c.Word(connector).Weekday is not null || until.Past[0].Start!.Value.Day <= day || SameMonth(until, day) is not { } from)
        {
            return Match.None;
        }

        return RangeComposer.Compose(from, until) is { } node ? new(node, i, last.End) : Match.None;
    }

    // "4 to 22 of this month", "between 4 and 22 next month"
    private static Match DaysOfRelativeMonth(Cursor c, int i, int first, int connector)
    {
        var last = NumberGrammar.DayOfMonth(c, c.Skip(connector, "the"), out var end);
        var at = c.Skip(c.Skip(c.SkipSymbol(end, ','), "of", "in"), "the");
        var step = c.Word(at).Step;
        var unit = step is null ? at : at + 1;
        if (last <= first || at == end && step is null || c.Word(unit).Unit != TimeUnit.Month)
        {
            return Match.None;
        }

        var month = Calendar.AddMonths(Calendar.FirstOfMonth(c.Today), step ?? 0);
        return Calendar.Day(month.Year, month.Month, first) is { } from && Calendar.Day(month.Year, month.Month, last) is { } until
            ? new(RangeComposer.Compose(TimeNode.Day(from), TimeNode.Day(until)), i, unit + 1)
            : Match.None;
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
