namespace MemOS.Time.English;

/// <summary>Moments and spans of hours on a day: "tomorrow at 8:30", "9am on Tuesday", "last night", "Monday from 9 to 11".</summary>
internal static class MomentGrammar
{
    /// <summary>The longest moment or span of hours on a day that begins at a token.</summary>
    public static Match Parse(Cursor c, int i)
    {
        if (c.Moments.TryGet(i, out var known))
        {
            return known;
        }

        var best = PresentGrammar.Parse(c, i);
        best = Match.Longest(best, Distance(c, i));
        best = Match.Longest(best, PartOfNamedDay(c, i));
        best = Match.Longest(best, HalfOfDayPart(c, i));
        best = Match.Longest(best, EndOfDay(c, i));
        best = Match.Longest(best, DayFirst(c, i));
        return c.Moments.Set(i, Match.Longest(best, ClockFirst(c, i)));
    }

    private static Match Distance(Cursor c, int i)
    {
        var match = DistanceGrammar.Parse(c, i, 0);
        if (match.Node is { Kind: TimeMentionKind.DateTime })
        {
            return match;
        }

        // "next hour", "last 5 minutes", "within the next day and 5 hours"
        var at = c.IsAny(i, "within", "in", "during", "over", "for") ? c.Skip(i + 1, "the") : i;
        var within = c.Is(i, "within");
        var span = CountedPeriodGrammar.Parse(c, at);
        if (span.Node is { Kind: TimeMentionKind.DateTimeRange } || (within && span.Found))
        {
            return within ? span with { Start = i } : span;
        }

        if (within && DurationGrammar.Parse(c, i + 1) is { Node: { } length } duration)
        {
            return new(CountedPeriodGrammar.Span(c, length, 1) is { Kind: TimeMentionKind.DateRange } days
                ? TimeNode.Span(c.Today, DistanceGrammar.Shift(c.Today, length, 1)) with { Relation = days.Relation }
                : CountedPeriodGrammar.Span(c, length, 1), i, duration.End);
        }

        return Match.None;
    }

    // "tonight", "this morning", "last night", "tomorrow night", "late this morning", "early tomorrow evening"
    private static Match PartOfNamedDay(Cursor c, int i)
    {
        var at = i;
        var half = ClockRangeGrammar.Half(c, ref at);
        var part = NamedPart(c, at, out var end);
        if (part is not { } found)
        {
            // "later in today", "later today", "earlier today"
            at = half == 0 ? at : c.Skip(at, "in", "on");
            return half != 0 && c.Word(at) is { DayOffset: { } offset, Part: null }
                ? new(Halved(Calendar.AddDays(c.Today, offset), half), i, at + 1)
                : Match.None;
        }

        return WithClock(c, new(DayClock.Combine(TimeNode.Day(found.Day), PartNode(found.Part.Span(half))), i, end), found.Day, found.Part);
    }

    // "early Friday morning", "late tomorrow afternoon"
    private static Match HalfOfDayPart(Cursor c, int i)
    {
        var at = i;
        var half = ClockRangeGrammar.Half(c, ref at);
        if (half == 0 || DayGrammar.Parse(c, c.Skip(at, "on")) is not { Node: { } day } named || c.Word(named.End) is not { Part: { IsMeal: false } part, Plural: false, DayOffset: null })
        {
            return Match.None;
        }

        return new(DayClock.Combine(day, PartNode(part.Span(half))), i, named.End + 1);
    }

    private static (DateTime Day, DayPart Part)? NamedPart(Cursor c, int i, out int end)
    {
        end = i + 1;
        if (c.Word(i) is { DayOffset: 0, Part: { } night })
        {
            return (c.Today, night);
        }

        if (c.Word(i).Step is { } step && c.IsAny(i, "this", "last", "next", "previous", "following", "past") && c.Word(i + 1) is { Part: { IsMeal: false } part, Plural: false, DayOffset: null })
        {
            end = i + 2;
            return (Calendar.AddDays(c.Today, step), part);
        }

        return null;
    }

    private static TimeNode Halved(DateTime day, int half)
    {
        var noon = day.AddHours(12);
        var node = half < 0 ? TimeNode.MomentSpan(day, noon) : TimeNode.MomentSpan(noon, Calendar.AddDays(day, 1));
        var time = EventTime.OfDay(DateOnly.FromDateTime(day));
        return node with { PastTime = time, FutureTime = time };
    }

    private static TimeNode PartNode(Reading span) => new() { Kind = TimeMentionKind.TimeRange, Past = [span], Future = [span], IsDayPart = true };

    // "end of the day", "end of Sunday", "end of tomorrow"
    private static Match EndOfDay(Cursor c, int i)
    {
        var the = c.Skip(i, "the");
        if (c.Is(the, "eod"))
        {
            return new(DayClock.Combine(TimeNode.Day(c.Today), EndClock()), i, the + 1);
        }

        if (c.Are(the, "end", "of", "day"))
        {
            var which = DayGrammar.Parse(c, c.Skip(the + 3, "on"));
            return new(DayClock.Combine(which.Node ?? TimeNode.Day(c.Today), EndClock()), i, which.Found ? which.End : the + 3);
        }

        if (!c.Is(the, "end") || !c.Is(the + 1, "of"))
        {
            return RestOfDay(c, i);
        }

        var day = DayGrammar.Parse(c, c.Skip(the + 2, "the"));
        if (day.Node is { } node)
        {
            return new(DayClock.Combine(node, EndClock()), i, day.End);
        }

        var unit = c.Skip(the + 2, "the", "this", "my");
        if (c.Word(unit).Unit != TimeUnit.Day || c.Is(unit, "days") || unit == the + 2)
        {
            return Match.None;
        }

        // "end of the day tomorrow"
        var of = DayGrammar.Parse(c, c.Skip(unit + 1, "on"));
        return new(DayClock.Combine(of.Node ?? TimeNode.Day(c.Today), EndClock()), i, of.Found ? of.End : unit + 1);
    }

    // "rest of the day", "rest of today"
    private static Match RestOfDay(Cursor c, int i)
    {
        if (!c.IsAny(i, "rest", "remaining", "remainder"))
        {
            return Match.None;
        }

        var at = c.Skip(c.Skip(i + 1, "of"), "the", "this", "my");
        return at > i + 1 && (c.Is(at, "day") || c.Word(at) is { DayOffset: 0, Part: null })
            ? new(TimeNode.MomentSpan(c.Reference, Calendar.AddDays(c.Today, 1).AddSeconds(-1)), i, at + 1)
            : Match.None;
    }

    private static TimeNode EndClock() => ClockGrammar.Node(23, 59, 59, twelveHour: false);

    private static Match DayFirst(Cursor c, int i)
    {
        // A holiday and an hour stay two mentions, as in the convention of values that is followed.
        var day = DayGrammar.Parse(c, i);
        return day.Node is { } node && HolidayGrammar.Parse(c, i).End != day.End ? WithTime(c, day, node) : Match.None;
    }

    private static Match WithTime(Cursor c, Match day, TimeNode node)
    {
        var at = c.SkipSymbol(day.End, ',');

        // "Wednesday evening next week", "Friday morning at 9"
        var half = at;
        _ = ClockRangeGrammar.Half(c, ref half);
        var part = ClockRangeGrammar.Part(c, at);
        if (part.Node is { } partNode)
        {
            var week = NextWeek(c, part.End, node);
            var dated = week.Node ?? node;
            var end = week.Found ? week.End : part.End;
            var span = new Match(DayClock.Combine(dated, partNode), day.Start, end);
            return WithClock(c, span, null, c.Word(part.End - 1).Part, dated);
        }

        var range = Match.Longest(ClockRangeGrammar.Parse(c, at), ClockRangeGrammar.Parse(c, c.Skip(at, "at")));
        if (range.Node is { IsDayPart: false } hours)
        {
            return new(DayClock.Combine(node, hours), day.Start, range.End);
        }

        // "Thursday before 5pm", "Tuesday by 2 in the afternoon"
        if (c.IsAny(at, "before", "by", "after", "since", "until", "till") && ClockGrammar.Parse(c, at + 1, allowBare: true) is { Node: { } border } limit && !(border.IsBare && c.Is(at, "after")))
        {
            return new(OpenRanges.Apply(DayClock.Combine(node, border), OpenRanges.RelationOf(c, at)), day.Start, limit.End);
        }

        if (c.Is(at, "t") && c[at].Glued && c[at + 1].Glued)
        {
            return IsoTime(c, day, node, at + 1);
        }

        var lead = c.Skip(at, "at", "around", "about", "approximately");
        lead = c.IsSymbol(lead, '@') ? lead + 1 : c.Skip(lead, "around", "about");
        lead = lead == at && c.IsSymbol(at, '-') && ClockGrammar.Parse(c, at + 1).Found ? at + 1 : lead;
        var clock = ClockGrammar.Parse(c, lead, allowBare: lead > at && !c.IsSymbol(at, '-'));
        if (clock.Node is not { } time)
        {
            return Match.None;
        }

        // "Sunday at 8:00 early morning"
        return ClockRangeGrammar.Part(c, clock.End) is { Found: true } after && c.Word(after.End - 1).Part is { } named
            ? new(DayClock.Combine(node, DayClock.InPart(time, named)), day.Start, after.End)
            : new(DayClock.Combine(node, time), day.Start, clock.End);
    }

    // "2023-05-07T08:30:00Z": the hours of ISO 8601 leave no doubt about noon.
    private static Match IsoTime(Cursor c, Match day, TimeNode node, int at)
    {
        var clock = ClockGrammar.Parse(c, at);
        return clock.Node is { } time
            ? new(DayClock.Combine(node, time with { Past = [time.Past[0]], Future = [time.Past[0]], IsTwelveHour = false }), day.Start, c.Is(clock.End, "z") && c[clock.End].Glued ? clock.End + 1 : clock.End)
            : Match.None;
    }

    private static Match NextWeek(Cursor c, int i, TimeNode day)
    {
        var weekday = day.Past[0].Start!.Value.DayOfWeek;
        return !day.IsSettled && c.Word(i).Step is { } step && c.Word(i + 1).Unit == TimeUnit.Week
            ? new(TimeNode.Day(Calendar.InWeekOf(Calendar.AddDays(c.Today, 7 * step), weekday)), i, i + 2)
            : Match.None;
    }

    // "last night at 8", "tonight around 7", "tonight from 7 to 7:30", "Sunday early morning at 8:00"
    private static Match WithClock(Cursor c, Match span, DateTime? fixedDay, DayPart? part, TimeNode? day = null)
    {
        day ??= TimeNode.Day(fixedDay ?? c.Today);
        var range = ClockRangeGrammar.Parse(c, c.SkipSymbol(span.End, ','));
        if (range.Node is { IsDayPart: false } hours)
        {
            return new(DayClock.Combine(day, DayClock.InPart(hours, part)), span.Start, range.End);
        }

        var lead = c.Skip(c.SkipSymbol(span.End, ','), "at", "around", "about", "by");
        lead = c.Skip(lead, "around", "about");
        var clock = ClockGrammar.Parse(c, lead, allowBare: lead > span.End);
        return clock.Node is { } time ? new(DayClock.Combine(day, DayClock.InPart(time, part)), span.Start, clock.End) : span;
    }

    // "At" belongs to a time with a point, where it makes the time, and to parts of the day.
    private static int Start(Cursor c, int i, int lead) => lead > i && c.Is(i, "at") && !c.IsSymbol(lead + 1, '.') && c.Word(lead).Part is null && c.Word(lead + 1).Part is null ? lead : i;

    // "9am on Tuesday", "at 8.30pm today", "in the morning of 5 May", "from 10 to 11 this morning", "five to seven today"
    private static Match ClockFirst(Cursor c, int i)
    {
        var lead = c.Skip(i, "at");
        lead = c.Skip(lead, "around", "about", "approximately");
        var clock = ClockGrammar.Parse(c, lead, allowBare: true);
        var range = ClockRangeGrammar.Parse(c, i);
        var best = range.Found && range.End >= clock.End ? range : clock;
        if (best.Node is not { } time)
        {
            return Match.None;
        }

        var at = c.Skip(c.SkipSymbol(best.End, ','), "on", "of", "for", "in");
        at = c.Skip(at, "the");
        var part = NamedPart(c, at, out var partEnd);
        if (part is { } named)
        {
            return time.IsDayPart ? Match.None : new(DayClock.Combine(TimeNode.Day(named.Day), DayClock.InPart(time, named.Part)), Start(c, i, lead), partEnd);
        }

        if (time.IsBare && lead == i && best != range && !c.Is(best.End, "on") && time.Past[0].Start is not { Minute: > 0 })
        {
            return Match.None;
        }

        var day = DayGrammar.Parse(c, at);
        if (!day.Found && at > best.End)
        {
            day = DayGrammar.Parse(c, at - 1);
        }

        if (day.Node is { } named2 && !time.IsDayPart && ClockRangeGrammar.Part(c, day.End) is { Found: true } dayPart && c.Word(dayPart.End - 1).Part is { } fits)
        {
            // "five-thirty tomorrow evening"
            return new(DayClock.Combine(named2, DayClock.InPart(time, fits)), Start(c, i, lead), dayPart.End);
        }

        return day.Node is { } date && !(time.IsBare && c[i].Kind == TokenKind.Number && best != range) && HolidayGrammar.Parse(c, day.Start).End != day.End
            ? new(DayClock.Combine(date, time), Start(c, i, lead), day.End)
            : Match.None;
    }
}
