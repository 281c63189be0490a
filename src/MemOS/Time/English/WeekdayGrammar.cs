namespace MemOS.Time.English;

/// <summary>Weekdays: "Monday", "last Friday", "Tuesday of next week", "Fri 14th", "the first Monday of May", "the Friday before 15 July".</summary>
internal static class WeekdayGrammar
{
    public static Match Parse(Cursor c, int i, int depth)
    {
        if (c.Word(i).Step is { } step)
        {
            return Stepped(c, i, step, depth);
        }

        var nth = NthOfMonth(c, i);
        if (nth.Found)
        {
            return nth;
        }

        var the = c.Skip(i, "the");
        if (!MonthNames.IsWeekday(c, the) || c.Word(the).Plural)
        {
            return Match.None;
        }

        var weekday = c.Word(the).Weekday!.Value;
        var end = c.IsSymbol(the + 1, '.') && c.Word(the).Text.Length <= 4 && (c[the + 2].Kind == TokenKind.Number || c.Is(the + 2, "the")) ? the + 2 : the + 1;
        if (c.Are(end, "after", "next"))
        {
            return new(TimeNode.Day(Calendar.AddDays(After(c.Today, weekday), 7)), i, end + 2);
        }

        if (c.Are(end, "before", "last"))
        {
            return new(TimeNode.Day(Calendar.AddDays(Before(c.Today, weekday), -7)), i, end + 2);
        }

        var beside = BesideDay(c, i, end, weekday, depth);
        if (beside.Found)
        {
            return beside;
        }

        var week = InWeek(c, the, end, weekday);
        if (week.Found)
        {
            return week;
        }

        var numbered = Numbered(c, the, end, weekday);
        if (numbered.Found)
        {
            return numbered;
        }

        var distant = DistanceGrammar.Parse(c, c.SkipSymbol(end, ','), depth + 1);
        if (distant is { Node: { Kind: TimeMentionKind.Date } node } && c.Is(i, "the") is false)
        {
            return new(TimeNode.Day(Calendar.InWeekOf(node.Future[0].Start!.Value, weekday)), the, distant.End);
        }

        return new(TimeNodeBuilder.Weekday(weekday, c.Reference), the, the + 1);
    }

    /// <summary>The latest day of that name before a day: what people mean by "last Friday" and "the Friday before".</summary>
    public static DateTime Before(DateTime day, DayOfWeek weekday) =>
        Calendar.AddDays(day.Date, -1 - (((int)day.DayOfWeek - 1 - (int)weekday + 7) % 7));

    public static DateTime After(DateTime day, DayOfWeek weekday) =>
        Calendar.AddDays(day.Date, 1 + (((int)weekday - (int)day.DayOfWeek - 1 + 7) % 7));

    // "last Friday", "this coming Friday", "next week Monday", "next week on Tuesday"
    private static Match Stepped(Cursor c, int i, int step, int depth)
    {
        var at = i + 1;
        var nearest = c.IsAny(i, "past", "coming", "upcoming");
        if (c.IsAny(at, "coming", "past", "upcoming", "last", "next"))
        {
            nearest = true;
            step = c.Word(at).Step ?? step;
            at++;
        }

        if (c.Word(at).Unit == TimeUnit.Week && c.Word(at).Plural is false)
        {
            var day = c.Skip(c.SkipPossessive(at + 1), "on");
            day = c.SkipSymbol(day, ',');
            return MonthNames.IsWeekday(c, day) && !c.Word(day).Plural && !IsDated(c, day)
                ? new(TimeNode.Day(Calendar.InWeekOf(Calendar.AddDays(c.Today, 7 * step), c.Word(day).Weekday!.Value)), i, day + 1)
                : Match.None;
        }

        if (c.Word(at).Weekday is not { } weekday || c.Word(at).Plural || (c.Word(at).Risky && !c[at].Capital && c.Is(i, "that") | c.Is(i, "this")) || c.Is(i, "that"))
        {
            return Match.None;
        }

        var end = at + 1;
        if (step > 0 && c.Word(end).Unit == TimeUnit.Week)
        {
            end++;
        }

        var last = Before(c.Today, weekday);
        var first = After(c.Today, weekday);
        var node = nearest
            ? TimeNode.Day(step < 0 ? last : first)
            : TimeNode.Day(Calendar.InWeekOf(Calendar.AddDays(c.Today, 7 * step), weekday)) with { PastTime = step < 0 ? Event(last) : null, FutureTime = step < 0 ? Event(last) : null };
        _ = depth;
        return new(node, i, end);
    }

    private static EventTime Event(DateTime day) => EventTime.OfDay(DateOnly.FromDateTime(day));

    private static bool IsDated(Cursor c, int day) => NumberGrammar.DayOfMonth(c, day + 1, out var end) > 0 && c[day + 1].Ordinal && end > day;

    // "the first Monday of May 2018", "last Friday of the month", "third Thursday in November"
    private static Match NthOfMonth(Cursor c, int i)
    {
        var the = c.Skip(i, "the");
        var last = c.IsAny(the, "last", "final");
        var nth = last ? -1 : NumberGrammar.Ordinal(c, the, out _);
        if (nth is 0 or > 5 or < -1 || (nth < 0 && !last))
        {
            return Match.None;
        }

        var day = the + 1;
        if (c.Word(day).Weekday is not { } weekday || !c.IsAny(day + 1, "of", "in"))
        {
            return Match.None;
        }

        var month = c.Skip(day + 2, "the");
        if (c.Word(month).Month > 0)
        {
            var number = c.Word(month).Month;
            Reading? Rule(int year) => Calendar.NthWeekday(year, number, weekday, nth) is { } date ? Reading.OfDay(date) : null;
            var year = YearPhrases.Parse(c, month + 1, out var end);
            var node = year > 0
                ? TimeNodeBuilder.InYear(Rule, year, TimeUnit.Day)
                : TimeNodeBuilder.YearlyDay(value => Calendar.NthWeekday(value, number, weekday, nth), c.Reference);
            return node is null ? Match.None : new(node, i, year > 0 ? end : month + 1);
        }

        var step = c.Word(month).Step;
        var unit = step is null ? month : month + 1;
        if (c.Word(unit).Unit != TimeUnit.Month)
        {
            return Match.None;
        }

        var start = Calendar.AddMonths(Calendar.FirstOfMonth(c.Today), step ?? 0);
        return Calendar.NthWeekday(start.Year, start.Month, weekday, nth) is { } found ? new(TimeNode.Day(found), i, unit + 1) : Match.None;
    }

    // "the Friday before 15 July 2023", "the Sunday after Easter"
    private static Match BesideDay(Cursor c, int i, int end, DayOfWeek weekday, int depth)
    {
        var before = c.Is(end, "before") || c.Are(end, "prior", "to");
        if (depth >= 2 || (!before && !c.IsAny(end, "after", "following")))
        {
            return Match.None;
        }

        var anchor = DayGrammar.Parse(c, c.Are(end, "prior", "to") ? end + 2 : end + 1, depth + 1);
        return anchor.Node is { } node
            ? new(Map(node, day => before ? Before(day, weekday) : After(day, weekday)), i, anchor.End)
            : Match.None;
    }

    /// <summary>Moves both senses of a day.</summary>
    public static TimeNode Map(TimeNode day, Func<DateTime, DateTime> move) =>
        TimeNode.Day(move(day.Past[0].Start!.Value), move(day.Future[0].Start!.Value));

    // "Tuesday of last week", "Monday next week", "Friday this week"
    private static Match InWeek(Cursor c, int i, int end, DayOfWeek weekday)
    {
        var at = c.Skip(c.SkipSymbol(end, ','), "of", "in");
        at = c.Skip(at, "the");
        return c.Word(at).Step is { } step && c.Word(at + 1) is { Unit: TimeUnit.Week } && !c.Is(at, "that")
            ? new(TimeNode.Day(Calendar.InWeekOf(Calendar.AddDays(c.Today, 7 * step), weekday)), i, at + 2)
            : Match.None;
    }

    // "Fri 14th", "Tuesday the eleventh", "Monday 21"
    private static Match Numbered(Cursor c, int i, int end, DayOfWeek weekday)
    {
        var at = c.SkipSymbol(end, ',');
        var the = c.Skip(at, "the");
        var day = NumberGrammar.Ordinal(c, the, out var after);
        if (day < 0 && c[at] is { Kind: TokenKind.Number, Digits: <= 2, Number: > 12 } digits && c[at + 1].Symbol is not (':' or '-' or '/' or '%' or '.') && c.Word(at + 1).Unit == TimeUnit.None && c[at + 1] is not { Kind: TokenKind.Word, Lexeme.Text: "" })
        {
            (day, after) = (digits.Number, at + 1);
        }

        return day is >= 1 and <= 31 && TimeNodeBuilder.WeekdayOfMonth(weekday, day, c.Reference) is { } node
            ? new(node, i, after)
            : Match.None;
    }
}
