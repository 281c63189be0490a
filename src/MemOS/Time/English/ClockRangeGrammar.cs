namespace MemOS.Time.English;

/// <summary>Spans of hours: "from 9 to 5 pm", "between 10 and 11:30", "9:30 for 2 hours", "early in the morning".</summary>
internal static class ClockRangeGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var part = Part(c, i);
        if (part.Found)
        {
            return part;
        }

        var range = FromTo(c, i);
        return range.Found ? range : WithDuration(c, i);
    }

    /// <summary>A part of the day without a day: "morning", "in the evening", "late in the afternoon", "at night".</summary>
    public static Match Part(Cursor c, int i)
    {
        var at = i;
        var half = Half(c, ref at);
        if (c.IsAny(at, "in", "during", "at"))
        {
            at = c.Skip(at + 1, "the");
            half = half == 0 ? Half(c, ref at) : half;
        }
        else if (c.Is(at, "the") && c.Word(at + 1).Part is not null)
        {
            at++;
        }

        if (c.IsAny(at, "business", "working") && c.Word(at + 1).Unit == TimeUnit.Hour)
        {
            return new(Node(DayPart.Business.Span()), i, at + 2);
        }

        // A meal is a time only after "at" or "during": "lunch tomorrow" is about food. "Good morning" greets.
        return c.Word(at) is { Part: { } found, DayOffset: null, Plural: false } && !(found.IsMeal && at == i) && !c.Is(at - 1, "good")
            ? new(Node(found.Span(half)) with { IsDayPart = true }, i, at + 1)
            : Match.None;
    }

    /// <summary>Reads "early" (-1) and "late" (1).</summary>
    public static int Half(Cursor c, ref int i)
    {
        var half = c.IsAny(i, "early", "earlier") ? -1 : c.IsAny(i, "late", "later") ? 1 : 0;
        i += half == 0 ? 0 : 1;
        return half;
    }

    private static Match FromTo(Cursor c, int i)
    {
        var between = c.Is(i, "between");
        var start = between || c.Is(i, "from") ? i + 1 : i;
        var from = ClockGrammar.Parse(c, start, allowBare: true);
        if (from.Node is not { } first)
        {
            return Match.None;
        }

        var connector = Connectors.To(c, from.End, between);
        var until = connector > from.End ? ClockGrammar.Parse(c, connector, allowBare: true) : Match.None;
        if (until.Node is not { } second)
        {
            return Match.None;
        }

        var bare = first.IsBare && second.IsBare;
        if (bare && between && !c.Is(from.End, "and"))
        {
            return Match.None;
        }

        var spans = Spans(first, second, bare);
        return spans.Length == 0 ? Match.None : new(Node(spans) with { IsBare = bare && start == i }, i, until.End);
    }

    // The readings of two times: what one leaves open about noon the other settles, and the end follows the start.
    private static Reading[] Spans(TimeNode first, TimeNode second, bool wholeHours)
    {
        var from = first.Past;
        var until = second.Past;
        if (first.IsTwelveHour && second.IsTwelveHour)
        {
            var (a, b) = (Morning(from), Morning(until));
            if (a == b)
            {
                return [];
            }

            var noon = TimeSpan.FromHours(12);
            return a < b ? [new(a, b), new(a + noon, b + noon)]
                : wholeHours ? [new(a, b + noon), new(a + noon, b + noon + noon)]
                : [new(a, b + noon)];
        }

        if (first.IsTwelveHour)
        {
            var end = until[0].Start!.Value;
            var start = from.Select(reading => reading.Start!.Value).Where(time => time < end).DefaultIfEmpty(from.Min(reading => reading.Start!.Value)).Max();
            return [Ordered(start, end)];
        }

        var begin = from[0].Start!.Value;

        // "10am-12am" means noon: nobody gives a morning's end as midnight.
        if (begin.Hour is > 0 and < 12 && until.Count == 1 && until[0].Start is { Hour: 0, Minute: 0 })
        {
            until = [Reading.OfMoment(Reading.ClockDay.AddHours(12))];
        }

        var later = until.Select(reading => reading.Start!.Value).Where(time => time > begin).DefaultIfEmpty(until.Min(reading => reading.Start!.Value)).Min();
        return [Ordered(begin, later)];
    }

    private static DateTime Morning(IReadOnlyList<Reading> readings) => readings.Min(reading => reading.Start!.Value);

    private static Reading Ordered(DateTime start, DateTime end) => new(start, end <= start ? end.AddDays(1) : end);

    // "from 9:30am for 7 hours", "for 2.5 hours from 9"
    private static Match WithDuration(Cursor c, int i)
    {
        if (c.Is(i, "for"))
        {
            var length = DurationGrammar.Parse(c, i + 1);
            if (length.Node is { } amount && c.IsAny(length.End, "from", "starting"))
            {
                var at = ClockGrammar.Parse(c, c.Skip(length.End + 1, "at", "from"), allowBare: true);
                if (at.Node is { } clock && Lasting(clock, amount) is { } node)
                {
                    return new(node, i, at.End);
                }
            }

            return Match.None;
        }

        var start = c.Skip(i, "from", "at");
        var time = ClockGrammar.Parse(c, start, allowBare: start > i);
        if (time.Node is { } from && c.Is(time.End, "for"))
        {
            var length = DurationGrammar.Parse(c, time.End + 1);
            if (length.Node is { } amount && Lasting(from, amount) is { } node)
            {
                return new(node, i, length.End);
            }
        }

        return Match.None;
    }

    private static TimeNode? Lasting(TimeNode clock, TimeNode duration)
    {
        if (duration.Amounts.Any(amount => amount.Unit >= TimeUnit.Day))
        {
            return null;
        }

        var length = TimeSpan.FromSeconds(Math.Min(86400, duration.Amounts.Sum(amount => amount.Count * Calendar.SecondsOf(amount.Unit))));
        return Node([.. clock.Past.Select(reading => new Reading(reading.Start, reading.Start + length))]);
    }

    private static TimeNode Node(params Reading[] spans) => new()
    {
        Kind = TimeMentionKind.TimeRange,
        Past = spans,
        Future = spans,
    };
}
