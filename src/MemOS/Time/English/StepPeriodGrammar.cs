namespace MemOS.Time.English;

/// <summary>Periods relative to now: "last week", "this weekend", "next quarter", "the week after next", "the month".</summary>
internal static class StepPeriodGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        if (c.Word(i).Step is { } step)
        {
            return Stepped(c, i, step);
        }

        if (c.Is(i, "the") && c.Word(i + 1).Step is { } decades && c.Is(i + 2, "decade"))
        {
            return Stepped(c, i + 1, decades) with { Start = i };
        }

        if (!c.Is(i, "the") || !IsPeriod(c, i + 1))
        {
            return Match.None;
        }

        var unit = c.Word(i + 1).Unit;
        if (c.Are(i + 2, "after", "next"))
        {
            return new(Period(c, unit, 2), i, i + 4);
        }

        if (c.Are(i + 2, "before", "last"))
        {
            return new(Period(c, unit, -2), i, i + 4);
        }

        // "the week" is the current one unless a clause says which; it tells nothing about when.
        return c.Word(i + 1).Plural || unit > TimeUnit.Year || unit == TimeUnit.Fortnight || Clauses.Follow(c, i + 2) || c.Are(i + 2, "to", "date")
            ? Match.None
            : new(Period(c, unit, 0) with { IsPresent = true }, i, i + 2);
    }

    private static Match Stepped(Cursor c, int i, int step)
    {
        var at = i + 1;
        if (c.IsAny(i, "this") && c.IsAny(at, "coming", "upcoming", "past", "last", "next"))
        {
            step = c.Word(at).Step!.Value;
            at++;
        }

        var kind = at;
        at = c.Skip(at, "calendar", "fiscal", "school", "working", "work", "business");
        if (!IsPeriod(c, at) || c.Word(at).Plural || c.Is(i, "present"))
        {
            return Match.None;
        }

        var unit = c.Word(at).Unit;
        var end = at + 1;
        var node = Period(c, unit, step);
        if (at > kind)
        {
            if (c.IsAny(kind, "fiscal", "school"))
            {
                return unit == TimeUnit.Year ? new(node with { Unresolved = true }, i, end) : Match.None;
            }

            if (unit == TimeUnit.Week && !c.Is(kind, "calendar"))
            {
                var monday = node.Past[0].Start!.Value;
                return new(TimeNode.Span(monday, monday.AddDays(5)), i, end);
            }

            if (!c.Is(kind, "calendar"))
            {
                return Match.None;
            }
        }

        // "that week" and "the same year" are those of the story, which the reference only guesses.
        return new(c.IsAny(i, "that", "same") ? node with { IsPresent = true } : node, i, end);
    }

    private static bool IsPeriod(Cursor c, int i) => c.Word(i) is { Unit: >= TimeUnit.Week, Short: false };

    private static TimeNode Period(Cursor c, TimeUnit unit, int step)
    {
        if (unit == TimeUnit.Fortnight)
        {
            var monday = Calendar.AddDays(Calendar.Monday(c.Today), 14L * step);
            return TimeNode.Span(monday, Calendar.AddDays(monday, 14), unit);
        }

        return TimeNodeBuilder.Settled(RelativePeriods.Away(c.Reference, unit, step), unit);
    }
}
