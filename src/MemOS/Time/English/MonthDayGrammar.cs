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
            var bracketed = c.IsSymbol(weekdayEnd, '(') ? Parse(c, weekdayEnd + 1) : Match.None;
            bracketed = c.IsSymbol(weekdayEnd, '(') ? Match.Longest(bracketed, NumericDateGrammar.Parse(c, weekdayEnd + 1)) : bracketed;
            if (bracketed.Node is { } inner && c.IsSymbol(bracketed.End, ')'))
            {
                return new(step is { } direction && inner.InYear is { } rule ? Stepped(inner, rule, direction, c.Reference) : inner, i, bracketed.End + 1);
            }
        }

        var date = MonthFirst(c, weekdayEnd, step);
        if (!date.Found)
        {
            date = DayFirst(c, weekdayEnd, step);
        }

        if (!date.Found && step is null && weekdayEnd == at)
        {
            date = YearFirst(c, i);
        }

        if (!date.Found && weekdayEnd > at | step is not null)
        {
            date = Numeric(c, weekdayEnd, step);
        }

        if (!date.Found)
        {
            return Match.None;
        }

        var after = c.IsSymbol(date.End, '(') && c.Word(date.End + 1) is { Weekday: not null, Plural: false } && c.IsSymbol(date.End + 2, ')') ? date.End + 3 : date.End;
        return date with { Start = i, End = after };
    }

    // "May 7", "May the 7th", "may 7th, 2023", "Dec31 , 1994"
    private static Match MonthFirst(Cursor c, int i, int? step)
    {
        if (!MonthNames.IsMonth(c, i))
        {
            return Match.None;
        }

        var at = c.SkipSymbol(i + 1, '.');
        at = c[at] is { Symbol: '-' or '/', Glued: true } && c[at + 1].Glued ? at + 1 : at;
        at = c.Skip(at, "the");
        var day = NumberGrammar.DayOfMonth(c, at, out var end);
        if (day < 0 || IsClock(c, at, end))
        {
            return Match.None;
        }

        return Dated(c, i, end, c.Word(i).Month, day, step);
    }

    // "2018 March 5", "2016, Nov 7th"
    private static Match YearFirst(Cursor c, int i)
    {
        var year = c[i].Kind == TokenKind.Number ? NumberGrammar.Year(c, i, out var end) : NumberGrammar.Year(c, -2, out end);
        var at = c.SkipSymbol(end, ',');
        if (year < 0 || !MonthNames.IsMonth(c, at))
        {
            return Match.None;
        }

        var day = NumberGrammar.DayOfMonth(c, c.Skip(at + 1, "the"), out var dayEnd);
        return day > 0 && !IsClock(c, dayEnd - 1, dayEnd) && YearPhrases.Parse(c, dayEnd, out _) < 0 && Calendar.Day(year, c.Word(at).Month, day) is { } date
            ? new(TimeNode.Day(date), i, dayEnd)
            : Match.None;
    }

    // "7 May", "the 7th of May, 2023", "21st day of June", "the 3rd of this month"
    private static Match DayFirst(Cursor c, int i, int? step)
    {
        var the = c.Skip(i, "the");
        var day = NumberGrammar.DayOfMonth(c, the, out var at);
        if (day < 0 || (c[i].Glued && c[i - 1].Symbol is '$' or '€' or '£' or '#'))
        {
            return Match.None;
        }

        // "Turns 9 in April" is an age.
        var ordinal = NumberGrammar.Ordinal(c, the, out _) > 0;
        if (!ordinal && c.Is(at, "in"))
        {
            return Match.None;
        }

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
        if ((dayWord > at && of == dayWord) || !MonthNames.IsMonth(c, month) || (c.Word(month).Risky && !c[month].Capital && of == dayWord && !HasYear(c, month + 1) && !ordinal && !c.IsAny(i - 1, "on", "by", "until", "till", "to", "from")))
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
        return date.Node is { InYear: { } rule } && step is { } years && Stepped(date.Node, rule, years, c.Reference) is { } node
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

        return step > 0 && rule(reference.Year) is { Start: { } day } && day >= reference.Date
            ? TimeNode.Day(day)
            : TimeNode.Day((step < 0 ? open.Past : open.Future)[0].Start!.Value);
    }

    // The number belongs to a time of day: "May 10:30", "May 5 pm".
    private static bool IsClock(Cursor c, int start, int end) =>
        c[start].Kind == TokenKind.Number && ((c.IsSymbol(end, ':') && c[end].Glued && c[end + 1].Glued) || c.IsAny(end, "am", "pm", "o'clock") || (c[end].Glued && c[end].Kind != TokenKind.Symbol));
}
