namespace MemOS.Time.English;

/// <summary>Weeks and weekends beside a day: "week of 5 June", "the weekend of 24 June", "the week before 9 June", "Labor Day weekend".</summary>
internal static class WeekOfGrammar
{
    public static Match Parse(Cursor c, int i, int depth)
    {
        if (c.Is(i, "w") && c.IsSymbol(i + 1, '/') && c.Is(i + 2, "c"))
        {
            // "w/c": the week commencing
            return Beside(c, i, i + 3, TimeUnit.Week, 0, depth);
        }

        var the = c.Skip(i, "the");
        var unit = c.Word(the).Unit;
        if (unit is TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month && !c.Word(the).Short && !c.Word(the).Plural && !c.IsAny(the, "weeks", "months") && depth < 2)
        {
            var starting = c.IsAny(the + 1, "starting", "beginning", "commencing", "ending") && unit == TimeUnit.Week;
            var of = (c.Is(the + 1, "of") && unit != TimeUnit.Month) || starting;
            var before = c.Is(the + 1, "before") || c.Are(the + 1, "prior", "to");
            if (of || before || c.IsAny(the + 1, "after", "following"))
            {
                return Beside(c, i, c.Are(the + 1, "prior", "to") || (starting && c.IsAny(the + 2, "on", "from")) ? the + 3 : the + 2, unit, of ? 0 : before ? -1 : 1, depth);
            }

            return Match.None;
        }

        if (unit == TimeUnit.Year && c.IsAny(the + 1, "before", "after") && !c.Is(the, "years") && NumberGrammar.Year(c, the + 2, out var end) is > 0 and var year)
        {
            return new(YearPeriodGrammar.Year(year + (c.Is(the + 1, "before") ? -1 : 1)), i, end);
        }

        return HolidayWeekend(c, i);
    }

    // "The week before 9 June" is what "last week" meant on that day: the calendar week before its own.
    private static Match Beside(Cursor c, int i, int anchorAt, TimeUnit unit, int step, int depth)
    {
        var anchor = DayGrammar.Parse(c, anchorAt, depth + 1);
        if (anchor.Node is not { } day)
        {
            return Match.None;
        }

        Reading Move(DateTime date) => c.Is(anchorAt - 1, "ending") ? new(Calendar.AddDays(date, -6), Calendar.AddDays(date, 1))
            : step == 0 && unit == TimeUnit.Weekend && HolidayGrammar.Parse(c, anchorAt).End == anchor.End
            ? Around(date)
            : RelativePeriods.Away(date, unit, step);
        return new(TimeNode.Span(Move(day.Past[0].Start!.Value), Move(day.Future[0].Start!.Value), unit), i, anchor.End);
    }

    // A weekend with its holiday: Saturday to Monday for one on Monday, Thursday to Sunday for Thanksgiving.
    private static Match HolidayWeekend(Cursor c, int i)
    {
        var holiday = HolidayGrammar.Parse(c, i);
        if (holiday.Node is not { } node || c.Word(holiday.End) is not { Unit: TimeUnit.Weekend, Plural: false })
        {
            return Match.None;
        }

        var end = holiday.End + 1;
        var year = YearPhrases.Parse(c, end, out var yearEnd);
        if (year > 0 && node.InYear is { } rule && rule(year) is { } dated)
        {
            return new(TimeNodeBuilder.Settled(Around(dated.Start!.Value), TimeUnit.Weekend), i, yearEnd);
        }

        return new(TimeNode.Span(Around(node.Past[0].Start!.Value), Around(node.Future[0].Start!.Value), TimeUnit.Weekend), i, end);
    }

    private static Reading Around(DateTime day)
    {
        var saturday = day.DayOfWeek == DayOfWeek.Monday ? day.AddDays(-2) : Calendar.InWeekOf(day, DayOfWeek.Saturday);
        var start = day.DayOfWeek is DayOfWeek.Thursday or DayOfWeek.Friday ? day : saturday;
        return new(start, saturday.AddDays(day.DayOfWeek == DayOfWeek.Monday ? 3 : 2));
    }
}
