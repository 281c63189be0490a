namespace MemOS.Time.English;

/// <summary>Days near the reference: "today", "the day before yesterday", "the next day", "the day after Christmas", "the other day".</summary>
internal static class NearDayGrammar
{
    public static Match Parse(Cursor c, int i, int depth)
    {
        if (c.Word(i) is { DayOffset: { } offset, Part: null })
        {
            return new(TimeNode.Day(Calendar.AddDays(c.Today, offset)), i, i + 1);
        }

        var the = c.Skip(i, "the");
        if (c.Is(the, "day") && c.IsAny(the + 1, "before", "after") && depth < 2)
        {
            return Beside(c, i, the + 2, c.Is(the + 1, "before") ? -1 : 1, depth, the > i);
        }

        if (c.IsAny(the, "next", "following") && c.Is(the + 1, "day"))
        {
            return new(TimeNode.Day(Calendar.AddDays(c.Today, 1)), i, the + 2);
        }

        if (c.IsAny(the, "next", "following") && c.IsAny(the + 1, "business", "working") && c.Is(the + 2, "day"))
        {
            var next = Calendar.AddDays(c.Today, c.Today.DayOfWeek switch { DayOfWeek.Friday => 3, DayOfWeek.Saturday => 2, _ => 1 });
            return new(TimeNode.Day(next), i, the + 3);
        }

        if (c.IsAny(the, "previous", "last") && c.Is(the + 1, "day") && !c.Is(the + 2, "of"))
        {
            return new(TimeNode.Day(Calendar.AddDays(c.Today, -1)), i, the + 2);
        }

        if (the > i && c.Are(the, "other", "day"))
        {
            // A vague recent day: one of the last week, as people use it.
            var span = EventTime.OfDays(DateOnly.FromDateTime(Calendar.AddDays(c.Today, -6)), DateOnly.FromDateTime(Calendar.AddDays(c.Today, -1)));
            return new(TimeNode.Day(Calendar.AddDays(c.Today, -2)) with { PastTime = span, FutureTime = span, Unresolved = true, Relation = TimeRelation.Around }, i, the + 2);
        }

        return the > i && c.Is(the, "day") && c.IsAny(i - 1, "for", "of") && !Clauses.Follow(c, the + 1)
            ? new(TimeNode.Day(c.Today) with { IsPresent = true }, i, the + 1)
            : Match.None;
    }

    // "the day before" alone counts from the reference; before anything that is no time it says nothing.
    private static Match Beside(Cursor c, int i, int anchorAt, int step, int depth, bool the)
    {
        var anchor = DayGrammar.Parse(c, anchorAt, depth + 1);
        if (anchor.Node is { } node)
        {
            return new(WeekdayGrammar.Map(node, day => Calendar.AddDays(day, step)), i, anchor.End);
        }

        return the && c[anchorAt].Kind is TokenKind.End or TokenKind.Symbol
            ? new(TimeNode.Day(Calendar.AddDays(c.Today, step)), i, anchorAt)
            : Match.None;
    }
}
