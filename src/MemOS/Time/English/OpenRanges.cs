namespace MemOS.Time.English;

/// <summary>Ranges with one end: the words and the arithmetic of "before", "after", "since" and "until".</summary>
internal static class OpenRanges
{
    /// <summary>The relation that the word at a place makes, or "at".</summary>
    public static TimeRelation RelationOf(Cursor c, int i) =>
        c.IsAny(i, "before", "by") ? TimeRelation.Before
        : c.Is(i, "after") ? TimeRelation.After
        : c.IsAny(i, "since") ? TimeRelation.Since
        : c.IsAny(i, "until", "till", "til") ? TimeRelation.Until
        : TimeRelation.At;

    /// <summary>The open range of a time: what ends at its start, begins at its start, or begins at its end.</summary>
    public static TimeNode Apply(TimeNode node, TimeRelation relation, bool wholePeriod = false)
    {
        Reading Open(Reading reading) => relation switch
        {
            TimeRelation.Before or TimeRelation.Until => new(null, wholePeriod ? reading.End : reading.Start),
            TimeRelation.After when node.Kind is TimeMentionKind.DateRange or TimeMentionKind.DateTimeRange or TimeMentionKind.TimeRange => new(reading.End, null),
            TimeRelation.Around => reading,
            _ => new(reading.Start, null),
        };
        if (relation is TimeRelation.At or TimeRelation.Around)
        {
            return node with { Relation = relation };
        }

        return node with
        {
            Kind = node.Kind switch
            {
                TimeMentionKind.Date => TimeMentionKind.DateRange,
                TimeMentionKind.DateTime => TimeMentionKind.DateTimeRange,
                TimeMentionKind.Time => TimeMentionKind.TimeRange,
                _ => node.Kind,
            },
            Past = [.. node.Past.Select(Open)],
            Future = [.. node.Future.Select(Open)],
            PastTime = EventTimes.Past(node),
            FutureTime = EventTimes.Future(node),
            Relation = relation,
            InYear = null,
        };
    }
}
