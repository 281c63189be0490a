using System.Globalization;

namespace MemOS.Time;

/// <summary>
/// When something happened or will happen: a half-open span of local calendar time with the exactness to which it is known.
/// </summary>
/// <remarks>
/// Calendar time carries no offset: "yesterday" is a day of the speaker's calendar, wherever the reader sits.
/// <see cref="ToString"/> prints ISO 8601: <c>2023-05-07</c>, <c>2023-05</c>, <c>2023</c>, <c>2023-05-07T18:30</c>, and
/// <c>2023-06-02/2023-06-08</c> (both days included) or <c>2023-06-02T09:00/2023-06-02T11:00</c> (end excluded) for a period.
/// Immutable; safe for concurrent use.
/// </remarks>
/// <param name="Start">First moment of the span.</param>
/// <param name="End">The moment after the span's last one; equal to <paramref name="Start"/> for an instant.</param>
/// <param name="Granularity">How exactly the time is known.</param>
public readonly record struct EventTime(DateTime Start, DateTime End, TimeGranularity Granularity)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string MinuteFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>One calendar day.</summary>
    public static EventTime OfDay(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.MinValue), AddDays(day.ToDateTime(TimeOnly.MinValue), 1), TimeGranularity.Day);

    /// <summary>One calendar month.</summary>
    public static EventTime OfMonth(int year, int month)
    {
        var start = new DateTime(year, month, 1);
        return new(start, AddDays(start, DateTime.DaysInMonth(year, month)), TimeGranularity.Month);
    }

    /// <summary>One calendar year.</summary>
    public static EventTime OfYear(int year)
    {
        var start = new DateTime(year, 1, 1);
        return new(start, AddDays(start, DateTime.IsLeapYear(year) ? 366 : 365), TimeGranularity.Year);
    }

    /// <summary>The days from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static EventTime OfDays(DateOnly first, DateOnly last) => first == last
        ? OfDay(first)
        : new(first.ToDateTime(TimeOnly.MinValue), AddDays(last.ToDateTime(TimeOnly.MinValue), 1), TimeGranularity.Period);

    /// <summary>A moment of a day.</summary>
    public static EventTime OfInstant(DateTime moment) => new(moment, moment, TimeGranularity.Instant);

    /// <summary>Whether the two spans share a moment.</summary>
    public bool Overlaps(EventTime other) =>
        Start < (other.End > other.Start ? other.End : other.End.AddTicks(1)) && other.Start < (End > Start ? End : End.AddTicks(1));

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    /// <returns><see langword="false"/> when the text is not one of those forms.</returns>
    public static bool TryParse(string? text, out EventTime value)
    {
        value = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return TryParseOne(text, out value);
        }

        if (!TryParseOne(text[..slash], out var first) || !TryParseOne(text[(slash + 1)..], out var last) || last.Start < first.Start)
        {
            return false;
        }

        value = new(first.Start, last.Granularity == TimeGranularity.Instant ? last.Start : last.End, TimeGranularity.Period);
        return true;
    }

    /// <summary>The ISO 8601 form described in the remarks of the type.</summary>
    public override string ToString() => Granularity switch
    {
        TimeGranularity.Year => Start.ToString("yyyy", CultureInfo.InvariantCulture),
        TimeGranularity.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        TimeGranularity.Day => Start.ToString(DateFormat, CultureInfo.InvariantCulture),
        TimeGranularity.Instant => Start.ToString(MinuteFormat, CultureInfo.InvariantCulture),
        _ when Start.TimeOfDay == TimeSpan.Zero && End.TimeOfDay == TimeSpan.Zero =>
            $"{Start.ToString(DateFormat, CultureInfo.InvariantCulture)}/{End.AddDays(-1).ToString(DateFormat, CultureInfo.InvariantCulture)}",
        _ => $"{Start.ToString(MinuteFormat, CultureInfo.InvariantCulture)}/{End.ToString(MinuteFormat, CultureInfo.InvariantCulture)}",
    };

    private static bool TryParseOne(string text, out EventTime value)
    {
        value = default;
        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, DateFormat, culture, DateTimeStyles.None, out var day))
        {
            value = OfDay(DateOnly.FromDateTime(day));
        }
        else if (DateTime.TryParseExact(text, MinuteFormat, culture, DateTimeStyles.None, out var minute))
        {
            value = OfInstant(minute);
        }
        else if (DateTime.TryParseExact(text, "yyyy-MM", culture, DateTimeStyles.None, out var month))
        {
            value = OfMonth(month.Year, month.Month);
        }
        else if (DateTime.TryParseExact(text, "yyyy", culture, DateTimeStyles.None, out var year))
        {
            value = OfYear(year.Year);
        }
        else
        {
            return false;
        }

        return true;
    }

    // The last day of the calendar has no day after it: the span then ends at the last moment there is.
    private static DateTime AddDays(DateTime start, int days) =>
        (DateTime.MaxValue - start).TotalDays < days ? DateTime.MaxValue : start.AddDays(days);
}
