namespace MemOS.Time.English;

/// <summary>Months by name: "May", "May 2023", "this May", "April of last year", "September-2020".</summary>
internal static class MonthPeriodGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        if (c[i].Kind == TokenKind.Number)
        {
            var numeric = Numeric(c, i);
            return numeric.Found ? numeric : YearFirst(c, i);
        }

        var ofYear = YearFirstByStep(c, i);
        if (ofYear.Found)
        {
            return ofYear;
        }

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

    // "11/2015", "2015-11"
    private static Match Numeric(Cursor c, int i)
    {
        Token first = c[i], second = c[i + 2];
        if (c[i + 1].Symbol is not ('/' or '-' or '.') || !c[i + 1].Glued || second is not { Kind: TokenKind.Number, Glued: true, Ordinal: false } || first.Ordinal ||
            (first.Glued && c[i - 1].Symbol is '/' or '-' or '.' or ':') || (c[i + 3].Glued && (c[i + 3].Symbol is '/' or '-' or '.' or ':' or '%' && c[i + 4].Glued || c[i + 3].Kind != TokenKind.Symbol)))
        {
            return Match.None;
        }

        var (year, month) = first.Digits == 4 ? (first, second) : (second, first);
        return year is { Digits: 4, Number: >= 1900 and <= 2100 } && month is { Digits: 1 or 2, Number: >= 1 and <= 12 } && (c[i + 1].Symbol != '.' || month.Digits == 2)
            ? new(Node(c, month.Number, year.Number), i, i + 3)
            : Match.None;
    }

    // "2015 Jan", "2016, November"
    private static Match YearFirst(Cursor c, int i)
    {
        var year = NumberGrammar.Year(c, i, out var end);
        var at = c.SkipSymbol(c.SkipSymbol(end, ','), '-');
        return year > 0 && MonthNames.IsMonth(c, at) && NumberGrammar.DayOfMonth(c, at + 1, out _) < 0 && YearPhrases.Parse(c, at + 1, out _) < 0
            ? new(Node(c, c.Word(at).Month, year), i, at + 1)
            : Match.None;
    }

    // "last year in June", "next year's May"
    private static Match YearFirstByStep(Cursor c, int i)
    {
        if (!c.IsAny(i, "this", "next", "last", "past", "previous") || c.Word(i).Step is not { } step || c.Word(i + 1) is not { Unit: TimeUnit.Year, Plural: false })
        {
            return Match.None;
        }

        var possessive = c.SkipPossessive(i + 2);
        var at = c.SkipSymbol(possessive, ',');
        at = possessive > i + 2 ? at : c.Skip(at, "in");
        return at > i + 2 && MonthNames.IsMonth(c, at) && NumberGrammar.DayOfMonth(c, at + 1, out _) < 0 && YearPhrases.Parse(c, at + 1, out _) < 0
            ? new(Node(c, c.Word(at).Month, c.Reference.Year + step), i, at + 1)
            : Match.None;
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
