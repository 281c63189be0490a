namespace MemOS.Time.English;

/// <summary>Parts of a period: "early August", "late 2019", "end of the month", "later this week", "mid-May".</summary>
internal static class EdgeGrammar
{
    public static Match Parse(Cursor c, int i, int depth)
    {
        var edge = Edge(c, i, out var at);
        if (edge is null)
        {
            return Match.None;
        }

        var period = PeriodGrammar.Plain(c, at, depth);
        if (!period.Found && c.Is(at, "the"))
        {
            period = PeriodGrammar.Plain(c, at + 1, depth);
        }

        if (!period.Found && edge >= PeriodEdge.Start && c.Word(at) is { Unit: TimeUnit.Week or TimeUnit.Month or TimeUnit.Year, Plural: false, Short: false } unit && !Clauses.Follow(c, at + 1))
        {
            // "end of month" is that of the current one
            period = new(TimeNodeBuilder.Settled(RelativePeriods.Containing(c.Reference, unit.Unit), unit.Unit), at, at + 1);
        }

        // The end of a year by number is its last third, of "this year" its second half.
        if (edge >= PeriodEdge.Start && period.Node?.Unit == TimeUnit.Year && c[period.End - 1].Kind != TokenKind.Number)
        {
            edge = (PeriodEdge)(edge.Value - PeriodEdge.Start);
        }

        return period.Node is { Unit: not TimeUnit.None, Kind: TimeMentionKind.DateRange } node
            ? new(Relative(c, i, Narrow(node, edge.Value)), c.Skip(i, "the"), period.End)
            : Match.None;
    }

    // "Later this month" begins now at the earliest, "earlier this month" ends now at the latest.
    private static TimeNode Relative(Cursor c, int i, TimeNode part)
    {
        if (!part.IsSettled || part.Past[0] is not { Start: { } start, End: { } end } || !(start < c.Today.AddDays(31) && end > c.Today))
        {
            return part;
        }

        var cut = c.Is(i, "later") && start < c.Today ? new Reading(c.Today, end)
            : c.Is(i, "earlier") && start < c.Today ? new Reading(start, c.Today)
            : part.Past[0];
        return cut == part.Past[0] ? part : TimeNode.Span(cut, cut);
    }

    /// <summary>Reads "early", "the end of", "mid-" and their like.</summary>
    public static PeriodEdge? Edge(Cursor c, int i, out int end)
    {
        end = i + 1;
        if (c.IsAny(i, "early", "earlier", "late", "later"))
        {
            end = c.Skip(end, "in", "on");
            end = c.SkipSymbol(end, '-');
            return c.IsAny(i, "early", "earlier") ? PeriodEdge.Early : PeriodEdge.Late;
        }

        if (c.Is(i, "mid"))
        {
            end = c.Skip(c.SkipSymbol(end, '-'), "of");
            return PeriodEdge.Mid;
        }

        var the = c.Skip(i, "the");
        PeriodEdge? edge = c.IsAny(the, "beginning", "start", "begin") ? PeriodEdge.Start
            : c.Is(the, "middle") ? PeriodEdge.Middle
            : c.Is(the, "end") ? PeriodEdge.End
            : null;
        end = the + 1;
        return edge is not null && c.Is(end, "of") ? Of(edge, ref end) : null;
    }

    /// <summary>The part of a period; the value of "end of the month" is its second half, of "end of 2000" the last four months.</summary>
    public static TimeNode Narrow(TimeNode node, PeriodEdge edge)
    {
        Reading Cut(Reading reading) => Part(reading, node.Unit, edge);
        Reading Sense(EventTime? time, IReadOnlyList<Reading> readings) => Cut(time is { } known ? new(known.Start, known.End) : readings[0]);
        return node with
        {
            Past = [.. node.Past.Select(Cut)],
            Future = [.. node.Future.Select(Cut)],
            PastTime = node.IsPresent ? null : EventTimes.Of(Sense(node.PastTime, node.Past), TimeGranularity.Period),
            FutureTime = node.IsPresent ? null : EventTimes.Of(Sense(node.FutureTime, node.Future), TimeGranularity.Period),
            InYear = node.InYear is { } rule ? year => rule(year) is { } reading ? Cut(reading) : null : null,
            Granularity = TimeGranularity.Period,
            Unit = TimeUnit.None,
        };
    }

    private static PeriodEdge? Of(PeriodEdge? edge, ref int end)
    {
        end++;
        return edge;
    }

    private static Reading Part(Reading whole, TimeUnit unit, PeriodEdge edge)
    {
        if (whole.Start is not { } start || whole.End is not { } end)
        {
            return whole;
        }

        switch (unit)
        {
            case TimeUnit.Week:
                return Slice(start, end, edge, Calendar.AddDays(start, 3), Calendar.AddDays(start, 1), Calendar.AddDays(start, 4), Calendar.AddDays(start, 3));
            case TimeUnit.Month:
                return Slice(start, end, edge, Calendar.AddDays(start, 15), Calendar.AddDays(start, 9), Calendar.AddDays(start, 20), Calendar.AddDays(start, 15));
            case TimeUnit.Year when edge >= PeriodEdge.Start:
                return Slice(start, end, edge, Calendar.AddMonths(start, 4), Calendar.AddMonths(start, 4), Calendar.AddMonths(start, 8), Calendar.AddMonths(start, 8));
            case TimeUnit.Decade:
                return Slice(start, end, edge, Calendar.AddMonths(start, 48), Calendar.AddMonths(start, 36), Calendar.AddMonths(start, 84), Calendar.AddMonths(start, 72));
            case TimeUnit.Year:
                return Slice(start, end, edge, Calendar.AddMonths(start, 6), Calendar.AddMonths(start, 3), Calendar.AddMonths(start, 9), Calendar.AddMonths(start, 6));
            default:
                var third = Math.Floor((end - start).TotalDays / 3);
                return Slice(start, end, edge, start.AddDays(third), start.AddDays(third), start.AddDays(2 * third), start.AddDays(2 * third));
        }
    }

    private static Reading Slice(DateTime start, DateTime end, PeriodEdge edge, DateTime earlyEnd, DateTime midStart, DateTime midEnd, DateTime lateStart) => edge switch
    {
        PeriodEdge.Early or PeriodEdge.Start => new(start, earlyEnd),
        PeriodEdge.Mid or PeriodEdge.Middle => new(midStart, midEnd),
        _ => new(lateStart, end),
    };
}
