namespace MemOS.Time;

/// <summary>Calendar arithmetic that stops at the ends of the calendar instead of throwing.</summary>
internal static class Calendar
{
    public static DateTime Add(DateTime moment, TimeSpan span)
    {
        var ticks = moment.Ticks + (Int128)span.Ticks;
        return ticks <= 0 ? DateTime.MinValue : ticks >= DateTime.MaxValue.Ticks ? DateTime.MaxValue.Date : new DateTime((long)ticks);
    }

    public static DateTime AddDays(DateTime moment, long days) =>
        Math.Abs(days) > 4_000_000 ? (days < 0 ? DateTime.MinValue : DateTime.MaxValue.Date) : Add(moment, TimeSpan.FromDays((int)days));

    public static DateTime AddMonths(DateTime moment, long months)
    {
        var index = (moment.Year * 12L) + moment.Month - 1 + months;
        return index < 12 ? DateTime.MinValue : index >= 119_999 ? DateTime.MaxValue.Date : moment.AddMonths((int)months);
    }

    /// <summary>Moves a moment by a number of units; quarters, decades and centuries count as months.</summary>
    public static DateTime Add(DateTime moment, TimeUnit unit, double count) => unit switch
    {
        TimeUnit.Second => Add(moment, Seconds(count)),
        TimeUnit.Minute => Add(moment, Seconds(count * 60)),
        TimeUnit.Hour => Add(moment, Seconds(count * 3600)),
        TimeUnit.Day => Add(moment, Seconds(count * 86400)),
        TimeUnit.BusinessDay => AddBusinessDays(moment, (int)Math.Clamp(count, -3000, 3000)),
        TimeUnit.Week or TimeUnit.Weekend => AddDays(moment, (long)Math.Round(count * 7)),
        TimeUnit.Fortnight => AddDays(moment, (long)Math.Round(count * 14)),
        TimeUnit.Month => AddMonths(moment, (long)Math.Round(count)),
        TimeUnit.Quarter => AddMonths(moment, (long)Math.Round(count * 3)),
        TimeUnit.Year => AddMonths(moment, (long)Math.Round(count * 12)),
        TimeUnit.Decade => AddMonths(moment, (long)Math.Round(count * 120)),
        TimeUnit.Century => AddMonths(moment, (long)Math.Round(count * 1200)),
        _ => moment,
    };

    /// <summary>Length of a unit in seconds; a month counts 30 days and a year 365.</summary>
    public static double SecondsOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => 1,
        TimeUnit.Minute => 60,
        TimeUnit.Hour => 3600,
        TimeUnit.Day or TimeUnit.BusinessDay => 86400,
        TimeUnit.Week => 7 * 86400,
        TimeUnit.Weekend => 2 * 86400,
        TimeUnit.Fortnight => 14 * 86400,
        TimeUnit.Month => 30 * 86400,
        TimeUnit.Quarter => 90 * 86400,
        TimeUnit.Year => 365 * 86400,
        TimeUnit.Decade => 3650 * 86400.0,
        TimeUnit.Century => 36500 * 86400.0,
        _ => 0,
    };

    /// <summary>The Monday of the week of a day.</summary>
    public static DateTime Monday(DateTime day) => AddDays(day.Date, -(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The day of that name in the week (Monday to Sunday) of a day.</summary>
    public static DateTime InWeekOf(DateTime day, DayOfWeek weekday) => AddDays(Monday(day), ((int)weekday + 6) % 7);

    public static DateTime FirstOfMonth(DateTime day) => new(day.Year, day.Month, 1);

    public static DateTime FirstOfQuarter(DateTime day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    public static DateTime FirstOfYear(DateTime day) => new(day.Year, 1, 1);

    /// <summary>The Monday of ISO week <paramref name="week"/> of a year; week 1 is the one that holds 4 January.</summary>
    public static DateTime IsoWeek(int year, int week) => AddDays(Monday(new DateTime(year, 1, 4)), (week - 1) * 7L);

    public static DateTime? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day)
            : null;

    /// <summary>The n-th weekday of a month (from 1), or the last one for -1.</summary>
    public static DateTime? NthWeekday(int year, int month, DayOfWeek weekday, int nth)
    {
        if (Day(year, month, 1) is not { } first)
        {
            return null;
        }

        if (nth < 0)
        {
            var last = first.AddDays(DateTime.DaysInMonth(year, month) - 1);
            return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
        }

        var day = first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + ((nth - 1) * 7));
        return day.Month == month ? day : null;
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm printed in Nature of 20 April 1876.</summary>
    public static DateTime Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451, n = h + l - (7 * m) + 114;
        return new DateTime(year, n / 31, (n % 31) + 1);
    }

    private static TimeSpan Seconds(double seconds) =>
        TimeSpan.FromTicks((long)(Math.Clamp(seconds, -4e11, 4e11) * TimeSpan.TicksPerSecond));

    private static DateTime AddBusinessDays(DateTime day, int count)
    {
        var step = count < 0 ? -1 : 1;
        for (var left = Math.Abs(count); left > 0;)
        {
            day = AddDays(day, step);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
