namespace MemOS.Time.English;

/// <summary>Times by their distance: "two weeks ago", "in three days", "three weeks from tomorrow", "two days before Christmas".</summary>
internal static class DistanceGrammar
{
    public static Match Parse(Cursor c, int i, int depth)
    {
        if (c.Is(i, "in"))
        {
            return InFuture(c, i);
        }

        var length = DurationGrammar.Parse(c, i);
        if (length.Node is not { } amount)
        {
            return Match.None;
        }

        var end = length.End;
        if (c.Is(end, "ago") || (c.IsAny(end, "back", "earlier", "prior") && !c.Are(end, "prior", "to") && !c.Is(end + 1, "than")))
        {
            return new(FromReference(amount, -1, c.Reference), i, end + 1);
        }

        if (c.IsAny(end, "later", "hence") && !c.IsAny(end + 1, "than", "this", "today", "in"))
        {
            return new(FromReference(amount, 1, c.Reference), i, end + 1);
        }

        if ((c.IsAny(end, "from", "after") && c.IsAny(end + 1, "now", "today")) || c.Are(end, "from", "this"))
        {
            return c.Is(end + 1, "this") ? Match.None : new(FromReference(amount, 1, c.Reference), i, end + 2);
        }

        return depth < 2 ? Anchored(c, i, end, amount, depth) : Match.None;
    }

    /// <summary>Moves a moment by all parts of a duration.</summary>
    public static DateTime Shift(DateTime moment, TimeNode duration, int sign)
    {
        foreach (var (unit, count) in duration.Amounts)
        {
            moment = Calendar.Add(moment, unit, sign * count);
        }

        return moment;
    }

    /// <summary>Whether a duration is made of days and longer units alone.</summary>
    public static bool IsOfDays(TimeNode duration) => duration.Amounts.All(amount => amount.Unit >= TimeUnit.Day && (amount.Count % 1 == 0 || amount.Unit > TimeUnit.Day));

    private static Match InFuture(Cursor c, int i)
    {
        var length = DurationGrammar.Parse(c, c.Skip(i + 1, "about", "around", "approximately", "exactly"));

        // "In 1930s Dunedin" is a decade, not half an hour.
        if (length.Node is not { } amount || DecadeGrammar.Parse(c, i + 1).Node is not null)
        {
            return Match.None;
        }

        if (c.IsAny(length.End, "since", "from", "after") && NumberGrammar.Year(c, length.End + 1, out var yearEnd) is > 0 and var year && IsOfDays(amount))
        {
            return new(TimeNode.Day(Shift(new DateTime(year, 1, 1), amount, 1)), i, yearEnd);
        }

        // "in two days' time" is a distance, "in 5 minutes' walk" a length
        var possessive = c.SkipPossessive(length.End);
        if (possessive > length.End)
        {
            return c.Is(possessive, "time") ? new(FromReference(amount, 1, c.Reference), i, length.End) : Match.None;
        }

        return new(FromReference(amount, 1, c.Reference), i, c.Are(length.End, "from", "now") || c.Are(length.End, "from", "today") ? length.End + 2 : length.End);
    }

    // "three weeks from tomorrow", "two days before yesterday", "3 weeks after Christmas on Friday", "a week from Monday"
    private static Match Anchored(Cursor c, int i, int end, TimeNode amount, int depth)
    {
        var sign = c.Is(end, "before") || c.Are(end, "prior", "to") ? -1 : c.IsAny(end, "from", "after", "following", "since") ? 1 : 0;
        if (sign == 0 || !IsOfDays(amount))
        {
            return Match.None;
        }

        var anchor = DayGrammar.Parse(c, c.Are(end, "prior", "to") ? end + 2 : end + 1, depth + 1);
        if (anchor.Node is not { } day)
        {
            return Match.None;
        }

        // What is counted from a named day is one date: counting resolves forward.
        var holiday = day.InYear is not null;
        var node = amount.Amounts is [(TimeUnit.Weekend, _)]
            ? Weekends(day.Future[0].Start!.Value, sign * (int)amount.Amounts[0].Count)
            : WeekdayGrammar.Map(day, date => Shift(date, amount, sign));
        if (holiday && node.Kind == TimeMentionKind.Date)
        {
            node = TimeNode.Day(node.Future[0].Start!.Value) with { PastTime = EventTimes.Past(node) };
        }

        var on = c.Is(anchor.End, "on") ? anchor.End + 1 : -1;
        return on > 0 && MonthNames.IsWeekday(c, on) && !c.Word(on).Plural
            ? new(WeekdayGrammar.Map(node, date => Calendar.InWeekOf(date, c.Word(on).Weekday!.Value)), i, on + 1)
            : new(node, i, anchor.End);
    }

    private static TimeNode Weekends(DateTime day, int count) => Settled(RelativePeriods.Weekend(day, count), TimeUnit.Weekend);

    private static TimeNode Settled(Reading reading, TimeUnit unit) => TimeNodeBuilder.Settled(reading, unit);

    // The value is the exact day; the event time is as exact as people mean it: "in two weeks" is that day, "five months ago" a month,
    // "five years ago" a year.
    private static TimeNode FromReference(TimeNode amount, int sign, DateTime reference)
    {
        var moment = Shift(reference, amount, sign);
        var unit = amount.Amounts[^1].Unit;
        if (!IsOfDays(amount))
        {
            return TimeNode.Moment(moment);
        }

        if (unit == TimeUnit.Weekend)
        {
            return Weekends(reference.Date, sign * (int)amount.Amounts[0].Count);
        }

        // Half a year is known to the month, half a month or a week to the day.
        if (amount.Amounts[^1].Count % 1 != 0)
        {
            unit = unit == TimeUnit.Year ? TimeUnit.Month : unit > TimeUnit.Year ? TimeUnit.Year : TimeUnit.Day;
        }

        unit = unit == TimeUnit.Week ? TimeUnit.Day : unit;
        var time = amount.Relation == TimeRelation.Around
            ? Vaguely(unit, sign, reference)
            : EventTimes.Of(RelativePeriods.Containing(moment, unit), RelativePeriods.GranularityOf(unit));
        return TimeNode.Day(moment) with { PastTime = time, FutureTime = time, Relation = amount.Relation };
    }

    // "a few" is two to four.
    private static EventTime? Vaguely(TimeUnit unit, int sign, DateTime reference)
    {
        var near = RelativePeriods.Containing(Calendar.Add(reference, unit, sign * 2), unit);
        var far = RelativePeriods.Containing(Calendar.Add(reference, unit, sign * 4), unit);
        var reading = sign < 0 ? new Reading(far.Start, near.End) : new Reading(near.Start, far.End);
        return EventTimes.Of(reading, TimeGranularity.Period);
    }
}
