namespace MemOS.Time;

/// <summary>What a production of the grammar means: the two senses of an expression and what composition with others needs.</summary>
internal sealed record TimeNode
{
    public required TimeMentionKind Kind { get; init; }

    /// <summary>Readings of a statement about the past; several only where "7" may be morning or evening.</summary>
    public IReadOnlyList<Reading> Past { get; init; } = [];

    /// <summary>Readings of a statement about the future.</summary>
    public IReadOnlyList<Reading> Future { get; init; } = [];

    /// <summary>What a person means, where it differs from the agreed reading ("last Friday" is the latest one).</summary>
    public EventTime? PastTime { get; init; }

    public EventTime? FutureTime { get; init; }

    public TimeGranularity Granularity { get; init; } = TimeGranularity.Period;

    public TimeRelation Relation { get; init; }

    /// <summary>Places an expression without a year ("5 May", "Easter", "Q2") in one; missing when the year is settled.</summary>
    public Func<int, Reading?>? InYear { get; init; }

    /// <summary>Set when the expression has no agreed calendar value, so that none is printed.</summary>
    public bool Unresolved { get; init; }

    /// <summary>Set for "now" and its like, which say nothing about the calendar.</summary>
    public bool IsPresent { get; init; }

    /// <summary>A duration's parts.</summary>
    public IReadOnlyList<(TimeUnit Unit, double Count)> Amounts { get; init; } = [];

    /// <summary>A time of day that is a lone number and needs company to be one.</summary>
    public bool IsBare { get; init; }

    /// <summary>A time of day that could be before or after noon.</summary>
    public bool IsTwelveHour { get; init; }

    /// <summary>A part of the day ("morning"), whose hours are a convention.</summary>
    public bool IsDayPart { get; init; }

    /// <summary>The unit of a calendar period ("last week").</summary>
    public TimeUnit Unit { get; init; }

    public bool IsSettled => Past.Count == Future.Count && Past.SequenceEqual(Future);

    public static TimeNode Day(DateTime day) => Day(day, day);

    public static TimeNode Day(DateTime past, DateTime future) => new()
    {
        Kind = TimeMentionKind.Date,
        Granularity = TimeGranularity.Day,
        Past = [Reading.OfDay(past.Date)],
        Future = [Reading.OfDay(future.Date)],
    };

    public static TimeNode Span(DateTime start, DateTime end, TimeUnit unit = TimeUnit.None) => Span(new Reading(start, end), new Reading(start, end), unit);

    public static TimeNode Span(Reading past, Reading future, TimeUnit unit = TimeUnit.None) => new()
    {
        Kind = TimeMentionKind.DateRange,
        Granularity = unit switch
        {
            TimeUnit.Day => TimeGranularity.Day,
            TimeUnit.Month => TimeGranularity.Month,
            TimeUnit.Year => TimeGranularity.Year,
            _ => TimeGranularity.Period,
        },
        Unit = unit,
        Past = [past],
        Future = [future],
    };

    public static TimeNode Moment(DateTime moment) => new()
    {
        Kind = TimeMentionKind.DateTime,
        Granularity = TimeGranularity.Instant,
        Past = [Reading.OfMoment(moment)],
        Future = [Reading.OfMoment(moment)],
    };

    public static TimeNode MomentSpan(DateTime start, DateTime end) => new()
    {
        Kind = TimeMentionKind.DateTimeRange,
        Past = [new(start, end)],
        Future = [new(start, end)],
    };

    public static TimeNode Repeated() => new() { Kind = TimeMentionKind.Set, Unresolved = true };
}
