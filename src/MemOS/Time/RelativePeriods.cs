namespace MemOS.Time;

/// <summary>Calendar periods by their unit: the one that holds a moment, and those before and after it.</summary>
internal static class RelativePeriods
{
    /// <summary>The period of a unit that holds a moment: its week (Monday to Sunday), month, quarter, year.</summary>
    public static Reading Containing(DateTime moment, TimeUnit unit)
    {
        var day = moment.Date;
        return unit switch
        {
            TimeUnit.Week or TimeUnit.Fortnight => Span(Calendar.Monday(day), unit),
            TimeUnit.Weekend => Weekend(day, 0),
            TimeUnit.Month => Span(Calendar.FirstOfMonth(day), unit),
            TimeUnit.Quarter => Span(Calendar.FirstOfQuarter(day), unit),
            TimeUnit.Year => Span(Calendar.FirstOfYear(day), unit),
            TimeUnit.Decade => Span(new DateTime(Math.Max(1, day.Year / 10 * 10), 1, 1), unit),
            TimeUnit.Century => Span(new DateTime(Math.Max(1, day.Year / 100 * 100), 1, 1), unit),
            _ => Reading.OfDay(day),
        };
    }

    /// <summary>The period so many units away from the one that holds a moment.</summary>
    public static Reading Away(DateTime moment, TimeUnit unit, int steps) => unit == TimeUnit.Weekend
        ? Weekend(moment, steps)
        : Containing(Calendar.Add(unit is TimeUnit.Month or TimeUnit.Quarter ? Calendar.FirstOfMonth(moment) : moment.Date, unit, steps), unit);

    /// <summary>Saturday and Sunday of the week of a day, or of a week so many weeks away.</summary>
    public static Reading Weekend(DateTime day, int steps)
    {
        var saturday = Calendar.AddDays(Calendar.Monday(day), 5 + (7L * steps));
        return new(saturday, Calendar.AddDays(saturday, 2));
    }

    public static TimeGranularity GranularityOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Day or TimeUnit.BusinessDay => TimeGranularity.Day,
        TimeUnit.Month => TimeGranularity.Month,
        TimeUnit.Year => TimeGranularity.Year,
        _ => TimeGranularity.Period,
    };

    private static Reading Span(DateTime start, TimeUnit unit) => new(start, Calendar.Add(start, unit, 1));
}
