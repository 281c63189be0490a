namespace MemOS.Time.English;

/// <summary>Seasons: "last summer", "the winter of 2019", "this spring". They have no agreed dates, so no value is printed.</summary>
internal static class SeasonGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        // "2017 summer"
        if (c[i].Kind == TokenKind.Number && NumberGrammar.Year(c, i, out var named) is > 0 and var before)
        {
            return c.Word(named).Season is { } late && TimeNodeBuilder.InYear(value => Months(value, late), before, TimeUnit.Quarter) is { } node
                ? new(node with { Unresolved = true, Granularity = TimeGranularity.Period }, i, named + 1)
                : Match.None;
        }

        if (Gone(c, i) is { Found: true } gone)
        {
            return gone;
        }

        var step = c.Word(i).Step is not null && !c.Is(i, "that") ? c.Word(i).Step : null;
        var at = step is null ? i : c.Skip(i + 1, "past", "coming");
        if (c.Word(at) is not { Season: { } season, Plural: false })
        {
            return Match.None;
        }

        var year = YearPhrases.Parse(c, at + 1, out var end);
        if (c.Word(at).Risky && step is null && year < 0 && !c.IsAny(i - 1, "in", "since", "until", "during", "early", "late", "mid"))
        {
            return Match.None;
        }

        Reading? Rule(int value) => Months(value, season);
        if (year > 0)
        {
            return TimeNodeBuilder.InYear(Rule, year, TimeUnit.Quarter) is { } dated ? new(dated with { Unresolved = true, Granularity = TimeGranularity.Period }, i, end) : Match.None;
        }

        if (TimeNodeBuilder.YearlySpan(Rule, c.Reference, TimeUnit.Quarter) is not { } open)
        {
            return Match.None;
        }

        return new((step is { } direction ? Stepped(open, Rule, direction, c.Reference) : open) with { Unresolved = true }, i, at + 1);
    }

    // "two summers ago", "the winter before last"
    private static Match Gone(Cursor c, int i)
    {
        var count = NumberGrammar.Cardinal(c, i, out var at);
        var ago = count is > 0 and < 100 && c.Word(at).Plural && c.Is(at + 1, "ago");
        if (!ago)
        {
            (count, at) = (2, c.Skip(i, "the"));
        }

        if (c.Word(at).Season is not { } season || (!ago && !c.Are(at + 1, "before", "last")) || Find(year => Months(year, season), c.Reference.Year + 1, -1, reading => reading.End <= c.Reference) is not { } last)
        {
            return Match.None;
        }

        return Months(last.Start!.Value.Year - count + 1, season) is { } found
            ? new(TimeNode.Span(found, found, TimeUnit.Quarter) with { Unresolved = true, Granularity = TimeGranularity.Period }, i, ago ? at + 2 : at + 3)
            : Match.None;
    }

    // "last summer" is the latest that is over (or all but); "this summer" the one that lasts or comes; "next" the one after it.
    private static TimeNode Stepped(TimeNode open, Func<int, Reading?> rule, int step, DateTime reference)
    {
        var finished = Find(rule, reference.Year + 1, -1, reading => reading.End <= reference);
        var coming = Find(rule, reference.Year - 1, 1, reading => reading.End > reference);
        var reading = step < 0 ? finished : step == 0 ? (rule(reference.Year) ?? coming) : Find(rule, reference.Year - 1, 1, candidate => candidate.Start > reference);
        return reading is { } found ? TimeNode.Span(found, found, open.Unit) : open;
    }

    private static Reading? Find(Func<int, Reading?> rule, int from, int step, Predicate<Reading> fits)
    {
        for (var tries = 0; tries < 4; tries++)
        {
            if (rule(from + (step * tries)) is { } reading && fits(reading))
            {
                return reading;
            }
        }

        return null;
    }

    // Whole months of the northern year; winter begins in December of the year that names it.
    private static Reading? Months(int year, Season season)
    {
        if (year is < 1 or > 9990)
        {
            return null;
        }

        var start = new DateTime(year, 3 + (3 * (int)season), 1);
        return new(start, start.AddMonths(3));
    }
}
