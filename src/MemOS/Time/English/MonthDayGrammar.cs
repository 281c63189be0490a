namespace MemOS.Time.English;

/// <summary>Dates with a month's name: "May 7th, 2023", "Friday 3 June", "the fourth of July of 1995", "the 15th day of next month".</summary>
internal static class MonthDayGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var step = c.Word(i).Step is not null && c.IsAny(i, "this", "next", "last", "coming", "following", "previous", "past") ? c.Word(i).Step : null;
        var at = step is null ? i : i + 1;
        var weekdayEnd = at;
        if (c.Word(at).Weekday is not null && !c.Word(at).Plural)
        {
            // "Fri., 3 June" and "Tuesday the 3rd of June" name the weekday as well; the date settles it
            weekdayEnd = c.SkipSymbol(c.SkipSymbol(at + 1, '.'), ',');
            weekdayEnd = c.Skip(weekdayEnd, "on");
        }

        var date = MonthFirst(c, weekdayEnd, step);
        if (!date.Found)
        {
            date = DayFirst(c, weekdayEnd, step);
        }

        if (!date.Found && weekdayEnd > at | step is not null)
        {
            date = Numeric(c, weekdayEnd, step);
        }

        return date.Found ? date with { Start = i } : Match.None;
    }

    // "May 7", "May the 7th", "may 7th, 2023", "Dec31 , 1994"
    private static Match MonthFirst(Cursor c, int i, int? step)
    {
        if (!MonthNames.IsMonth(c, i))
        {
            return Match.None;
        }

        var at = c.SkipSymbol(i + 1, '.');
        at = c.IsSymbol(at, '-') && c[at].Glued ? at + 1 : at;
        at = c.Skip(at, "the");
        var day = NumberGrammar.DayOfMonth(c, at, out var end);
        if (day < 0 || IsClock(c, at, end))
        {
            return Match.None;
        }

        return Dated(c, i, end, c.Word(i).Month, day, step);
    }

    // "7 May", "the 7th of May, 2023", "21st day of June", "the 3rd of this month"
    private static Match DayFirst(Cursor c, int i, int? step)
    {
        var the = c.Skip(i, "the");
        var day = NumberGrammar.DayOfMonth(c, the, out var at);
        if (day < 0)
        {
            return Match.None;
        }

        var ordinal = NumberGrammar.Ordinal(c, the, out _) > 0;
        var dayWord = ordinal && c.Word(at).Unit == TimeUnit.Day ? at + 1 : at;
        var of = c.Skip(dayWord, "of", "in");
        var month = c.Skip(of, "the");
        if (of > dayWord && ordinal && c.Word(month).Unit == TimeUnit.Month && month > of)
        {
            return OfMonth(c, i, month + 1, c.Today, day);
        }

        if (of > dayWord && ordinal && c.Word(month).Step is { } monthStep && c.Word(month + 1).Unit == TimeUnit.Month)
        {
            return OfMonth(c, i, month + 2, Calendar.AddMonths(c.Today, monthStep), day);
        }

        month = c.SkipSymbol(of, '-');
        if ((dayWord > at && of == dayWord) || !MonthNames.IsMonth(c, month) || (c.Word(month).Risky && !c[month].Capital && of == dayWord && !HasYear(c, month + 1) && !ordinal))
        {
            return Match.None;
        }

        return Dated(c, i, c.SkipSymbol(month + 1, '.') is var dotted && dotted > month + 1 && HasYear(c, dotted) ? dotted : month + 1, c.Word(month).Month, day, step);
    }

    private static bool HasYear(Cursor c, int i) => YearPhrases.Parse(c, i, out _) > 0;

    // "Friday 7/6", "this 5/12"
    private static Match Numeric(Cursor c, int i, int? step)
    {
        var date = NumericDateGrammar.Parse(c, i);
        return date.Node is { InYear: { } rule } && step is { } years && TimeNodeBuilder.InYear(rule, c.Reference.Year + (years == 0 ? 0 : 0), TimeUnit.Day) is { } node
            ? date with { Node = node }
            : date;
    }

    private static Match OfMonth(Cursor c, int i, int end, DateTime month, int day) =>
        Calendar.Day(month.Year, month.Month, day) is { } date ? new(TimeNode.Day(date), i, c.SkipPossessive(end)) : Match.None;

    private static Match Dated(Cursor c, int i, int end, int month, int day, int? step)
    {
        Reading? Rule(int year) => Calendar.Day(year, month, day) is { } date ? Reading.OfDay(date) : null;
        var written = YearPhrases.Parse(c, end, out var yearEnd);
        if (written > 0)
        {
            return TimeNodeBuilder.InYear(Rule, written, TimeUnit.Day) is { } dated ? new(dated, i, yearEnd) : Match.None;
        }

        if (TimeNodeBuilder.YearlyDay(year => Calendar.Day(year, month, day), c.Reference) is not { } open)
        {
            return Match.None;
        }

        return new(step is { } direction ? Stepped(open, Rule, direction, c.Reference) : open, i, end);
    }

    // "this 5 June" lies in the year of the reference, "next" and "last" beyond it.
    private static TimeNode Stepped(TimeNode open, Func<int, Reading?> rule, int step, DateTime reference)
    {
        if (step == 0)
        {
            return TimeNodeBuilder.InYear(rule, reference.Year, TimeUnit.Day) ?? open;
        }

        var day = (step < 0 ? open.Past : open.Future)[0].Start!.Value;
        return TimeNode.Day(day);
    }

    // The number belongs to a time of day: "May 10:30", "May 5 pm".
    private static bool IsClock(Cursor c, int start, int end) =>
        c[start].Kind == TokenKind.Number && ((c.IsSymbol(end, ':') && c[end].Glued && c[end + 1].Glued) || c.IsAny(end, "am", "pm", "o'clock") || (c[end].Glued && c[end].Kind != TokenKind.Symbol));
}
