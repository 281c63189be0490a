namespace MemOS.Time;

/// <summary>How exactly an <see cref="EventTime"/> is known, from an instant to a span of years.</summary>
public enum TimeGranularity
{
    /// <summary>A date with a time of day.</summary>
    Instant,

    /// <summary>One calendar day.</summary>
    Day,

    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>One calendar year.</summary>
    Year,

    /// <summary>Any other span: a week, a weekend, a season, "3 to 9 June", two hours of a day.</summary>
    Period,
}
