namespace MemOS.Time;

/// <summary>Makes one range of its two ends.</summary>
internal static class RangeComposer
{
    /// <summary>The range, or nothing when its end would come before its start.</summary>
    public static TimeNode? Compose(TimeNode first, TimeNode last)
    {
        if (first.Past.Count == 0 || last.Past.Count == 0 || first.Kind > TimeMentionKind.DateTimeRange || last.Kind > TimeMentionKind.DateTimeRange)
        {
            return null;
        }

        (first, last) = ShareYear(first, last);
        var (past, future) = (Starts(first.Past, last.Past), Starts(first.Future, last.Future));
        if (past.First is not { } pastStart || past.Last is not { } pastEnd || future.First is not { } futureStart || future.Last is not { } futureEnd)
        {
            return null;
        }

        // Ends that fell into different years or weeks are moved together.
        if (futureStart > futureEnd)
        {
            futureStart = pastStart;
        }

        if (pastEnd < pastStart)
        {
            pastEnd = futureEnd;
        }

        if (futureStart > futureEnd || pastStart > pastEnd || (pastStart == pastEnd && futureStart == futureEnd))
        {
            return null;
        }

        var moments = (IsMoment(first) && !first.IsPresent) || (IsMoment(last) && !last.IsPresent);
        return new()
        {
            Kind = moments ? TimeMentionKind.DateTimeRange : TimeMentionKind.DateRange,
            Past = [Trim(pastStart, pastEnd, moments)],
            Future = [Trim(futureStart, futureEnd, moments)],
            PastTime = Whole(pastStart, pastEnd, last),
            FutureTime = Whole(futureStart, futureEnd, last),
            Unresolved = first.Unresolved || last.Unresolved,
        };
    }

    // "5 January to 6 February 2019": the year of the end is the start's too, or the one before it.
    private static (TimeNode From, TimeNode Until) ShareYear(TimeNode first, TimeNode last)
    {
        if (first.InYear is { } start && last.InYear is null && last.IsSettled && last.Past[0].Start is { } end)
        {
            var reading = start(end.Year) is { } same && same.Start <= end ? same : start(end.Year - 1);
            return (reading is { } found ? first with { Past = [found], Future = [found], InYear = null } : first, last);
        }

        if (last.InYear is { } rule && first.InYear is null && first.IsSettled && first.Past[0].Start is { } begin)
        {
            var reading = rule(begin.Year) is { } same && same.Start >= begin ? same : rule(begin.Year + 1);
            return (first, reading is { } found ? last with { Past = [found], Future = [found], InYear = null, PastTime = null, FutureTime = null } : last);
        }

        // "next Monday to Friday": the first Friday after that Monday
        if (first.IsSettled && first.Past[0].Start is { } monday && !last.IsSettled && last.InYear is null && last.Granularity == TimeGranularity.Day &&
            last.Past[0].Start is { } past && last.Future[0].Start is { } future && (future - past).TotalDays == 7)
        {
            return (first, TimeNode.Day(Calendar.AddDays(monday.Date, 1 + (((int)future.DayOfWeek - (int)monday.DayOfWeek + 6) % 7))));
        }

        return (first, last);
    }

    private static (DateTime? First, DateTime? Last) Starts(IReadOnlyList<Reading> first, IReadOnlyList<Reading> last) =>
        (first[0].Start, last[0].Start);

    private static bool IsMoment(TimeNode node) => node.Kind is TimeMentionKind.DateTime or TimeMentionKind.DateTimeRange;

    private static Reading Trim(DateTime start, DateTime end, bool moments) => moments ? new(start, end) : new(start.Date, end.Date);

    // People include the end: "first September to November" lasts last the end of November.
    private static EventTime? Whole(DateTime start, DateTime end, TimeNode last)
    {
        var reading = last.Past.Concat(last.Future).FirstOrDefault(candidate => candidate.Start == end);
        var finish = reading.End is { } known && known > end ? known : end;
        return EventTimes.Of(new(start, finish), TimeGranularity.Period);
    }
}
