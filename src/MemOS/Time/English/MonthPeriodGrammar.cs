namespace MemOS.Time.English;

/// <summary>Months by name: "May", "May 2023", "this May", "April of last year", "September-2020".</summary>
internal static class MonthPeriodGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var step = c.IsAny(i, "this", "next", "last", "past", "previous", "coming", "upcoming") ? c.Word(i).Step : null;
        var at = step is null ? i : c.Skip(i + 1, "past", "coming");
        if (!MonthNames.IsMonth(c, at))
        {
            return Match.None;
        }

        var month = c.Word(at).Month;
        var end = c.IsSymbol(at + 1, '.') && c.Word(at).Text.Length <= 4 && YearPhrases.Parse(c, at + 2, out _) > 0 ? at + 2 : at + 1;
        var node = Node(c, month, c.IsSymbol(end, ',') && c[end + 1].Kind == TokenKind.Number && c[end + 1].Digits < 4 ? -1 : YearPhrases.Parse(c, end, out end));
        if (step is { } years && node.InYear is { } rule && end == at + 1)
        {
            node = Stepped(node, rule, years, c.Reference);
        }

        return new(node, i, end);
    }

    /// <summary>A month, in a year or (for -1) open.</summary>
    public static TimeNode Node(Cursor c, int month, int year)
    {
        Reading? Rule(int value) => value is >= 1 and < 9998 ? new Reading(new DateTime(value, month, 1), new DateTime(value, month, 1).AddMonths(1)) : null;
        var node = year > 0 ? TimeNodeBuilder.InYear(Rule, year, TimeUnit.Month) : TimeNodeBuilder.YearlySpan(Rule, c.Reference, TimeUnit.Month);
        return node ?? TimeNode.Span(c.Today, c.Today, TimeUnit.Month);
    }

    // "next May" is by convention the one of the next year; a person means the first May to come.
    private static TimeNode Stepped(TimeNode open, Func<int, Reading?> rule, int step, DateTime reference)
    {
        if (TimeNodeBuilder.InYear(rule, reference.Year + step, TimeUnit.Month) is not { } node || step == 0)
        {
            return TimeNodeBuilder.InYear(rule, reference.Year, TimeUnit.Month) ?? open;
        }

        var meant = step < 0 ? EventTimes.Of(open.Past[0], TimeGranularity.Month) : Later(open, rule, reference);
        return node with { PastTime = meant, FutureTime = meant };
    }

    private static EventTime? Later(TimeNode open, Func<int, Reading?> rule, DateTime reference)
    {
        var month = open.Future[0];
        return EventTimes.Of(month.Start <= reference ? rule(reference.Year + 1) ?? month : month, TimeGranularity.Month);
    }
}
