namespace MemOS.Time.English;

/// <summary>Periods by rank in a longer one: "first week of August", "the third month of 2021", "last weekend of this month", "second quarter".</summary>
internal static class NthPeriodGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var the = c.Skip(i, "the");
        var week = Numbered(c, the);
        if (week.Found)
        {
            return week with { Start = week.Start };
        }

        var last = c.IsAny(the, "last", "final");
        var nth = last ? -1 : NumberGrammar.Ordinal(c, the, out _);
        var at = last ? the + 1 : Next(c, the);
        var several = Several(c, i, at, nth);
        if (several.Found)
        {
            return several;
        }

        if (nth == 0 || nth < -1 || (nth < 0 && !last) || c.Word(at).Plural)
        {
            return Match.None;
        }

        var unit = c.Is(at, "half") ? TimeUnit.None : c.Word(at).Unit;
        if (!c.Is(at, "half") && unit is not (TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Quarter))
        {
            return Match.None;
        }

        if (unit == TimeUnit.None && nth is 1 or 2 && c.Is(at + 1, "of") && Whole(c, c.Skip(at + 2, "the"), out var halved) is { Node: { } both })
        {
            // "the second half of next month"
            return new(EdgeGrammar.Narrow(both, nth == 1 ? PeriodEdge.Early : PeriodEdge.Late), i, halved);
        }

        if (unit is TimeUnit.Quarter or TimeUnit.None)
        {
            return Quarter(c, i, at + 1, nth, unit == TimeUnit.Quarter ? 3 : 6);
        }

        if (!c.IsAny(at + 1, "of", "in"))
        {
            return Match.None;
        }

        var whole = Whole(c, at + 2, out var end);
        return whole.Node is { } node && Nth(node, unit, nth) is { } found ? new(found, i, end) : Match.None;
    }

    // "week 27 of last year", "week 10", "W10", "quarter 3"
    private static Match Numbered(Cursor c, int i)
    {
        if (c.IsAny(i, "quarter", "qtr") && c[i + 1] is { Kind: TokenKind.Number, Ordinal: false, Digits: 1, Number: >= 1 and <= 4 } quarter)
        {
            return Quarter(c, i, i + 2, quarter.Number, 3);
        }

        var week = c.Word(i) is { Unit: TimeUnit.Week } word && !c.IsAny(i, "weeks", "wks") && (!word.Short || c[i + 1].Glued);
        if (!week || c[i + 1] is not { Kind: TokenKind.Number, Ordinal: false, Digits: <= 2, Number: >= 1 and <= 53 } number)
        {
            return Match.None;
        }

        var year = YearPhrases.Parse(c, i + 2, out var end);
        var monday = Calendar.IsoWeek(year > 0 ? year : c.Reference.Year, number.Number);
        return new(TimeNode.Span(monday, monday.AddDays(7), TimeUnit.Week), i, end);
    }

    // "the first three weeks of May", "last two months of 2019"
    private static Match Several(Cursor c, int i, int at, int nth)
    {
        var count = nth is 1 or -1 ? NumberGrammar.Cardinal(c, at, out var unitAt) : NumberGrammar.Cardinal(c, -2, out unitAt);
        var unit = c.Word(unitAt).Unit;
        if (count is < 2 or > 50 || unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month) || !c.IsAny(unitAt + 1, "of", "in"))
        {
            return Match.None;
        }

        var whole = Whole(c, unitAt + 2, out var end);
        whole = !whole.Found && unit == TimeUnit.Day && StepPeriodGrammar.Parse(c, unitAt + 2) is { Node: { Unit: TimeUnit.Week } } week1 ? week1 : whole;
        end = whole.End;
        if (whole.Node is not { } node)
        {
            return Match.None;
        }

        // Weeks are those of the calendar, as in "the first week".
        Reading Part(Reading reading) => unit == TimeUnit.Week && Of(reading, node.Unit, unit, nth) is { } week
            ? (nth > 0 ? new(week.Start, Calendar.Add(week.Start!.Value, unit, count)) : new(Calendar.Add(week.End!.Value, unit, -count), week.End))
            : nth > 0
            ? new(reading.Start, Calendar.Add(reading.Start!.Value, unit, count))
            : new(Calendar.Add(reading.End!.Value, unit, -count), reading.End);
        return new(TimeNode.Span(Part(node.Past[0]), Part(node.Future[0])), i, end);
    }

    private static int Next(Cursor c, int i)
    {
        NumberGrammar.Ordinal(c, i, out var end);
        return end;
    }

    private static Match Quarter(Cursor c, int i, int end, int nth, int months)
    {
        var count = 12 / months;
        nth = nth < 0 ? count : nth;
        var year = YearPhrases.Parse(c, end, out var yearEnd);
        var year2 = year < 0 && c.IsAny(end, "of") && c.Are(c.Skip(end + 1, "the"), "year") ? c.Reference.Year : year;
        if (nth > count || (months == 6 && year2 < 0))
        {
            return Match.None;
        }

        var last = year2 != year ? c.Skip(end + 1, "the") + 1 : yearEnd;
        return YearPeriodGrammar.Months(c, ((nth - 1) * months) + 1, months, year2, TimeUnit.Quarter) is { } node
            ? new(node, i, year2 > 0 ? last : end)
            : Match.None;
    }

    // The month or year that ranks: a name, a number, "this month", "the month".
    private static Match Whole(Cursor c, int i, out int end)
    {
        var match = MonthPeriodGrammar.Parse(c, i);
        match = Match.Longest(match, YearPeriodGrammar.Parse(c, i));
        match = Match.Longest(match, StepPeriodGrammar.Parse(c, i));
        end = match.End;
        return match.Node is { Unit: TimeUnit.Month or TimeUnit.Year or TimeUnit.Quarter } ? match : Match.None;
    }

    private static TimeNode? Nth(TimeNode whole, TimeUnit unit, int nth)
    {
        Reading? Pick(Reading reading) => Of(reading, whole.Unit, unit, nth);
        if (Pick(whole.Past[0]) is not { } past || Pick(whole.Future[0]) is not { } future)
        {
            return null;
        }

        EventTime? Sense(EventTime? time) => time is { } known && Pick(new(known.Start, known.End)) is { } reading
            ? EventTimes.Of(reading, RelativePeriods.GranularityOf(unit))
            : null;
        return TimeNode.Span(past, future, unit) with
        {
            PastTime = Sense(whole.PastTime),
            FutureTime = Sense(whole.FutureTime),
            InYear = whole.InYear is { } rule ? year => rule(year) is { } reading ? Pick(reading) : null : null,
        };
    }

    private static Reading? Of(Reading whole, TimeUnit wholeUnit, TimeUnit unit, int nth)
    {
        var (start, end) = (whole.Start!.Value, whole.End!.Value);
        switch (unit)
        {
            case TimeUnit.Month:
                var month = nth > 0 ? start.AddMonths(nth - 1) : end.AddMonths(-1);
                return month < end ? new(month, month.AddMonths(1)) : null;
            case TimeUnit.Weekend:
                // The first weekend is the one whose Saturday is the month's first.
                var saturday = start.AddDays(((int)DayOfWeek.Saturday - (int)start.DayOfWeek + 7) % 7);
                var chosen = nth > 0 ? saturday.AddDays(7 * (nth - 1)) : end.AddDays(-1 - (((int)end.DayOfWeek + 7 - 1 - (int)DayOfWeek.Saturday + 7) % 7));
                return chosen < end ? new(chosen, chosen.AddDays(2)) : null;
            default:
                // A week belongs to the month or year that holds its Thursday (ISO 8601).
                var first = wholeUnit == TimeUnit.Year ? Calendar.IsoWeek(start.Year, 1) : Calendar.Monday(start.AddDays(3));
                var monday = nth > 0 ? first.AddDays(7 * (nth - 1)) : LastWeek(end);
                return monday < end ? new(monday, monday.AddDays(7)) : null;
        }
    }

    private static DateTime LastWeek(DateTime end)
    {
        var monday = Calendar.Monday(end.AddDays(-1));
        return monday.AddDays(3) < end ? monday : monday.AddDays(-7);
    }
}
