namespace MemOS.Time;

/// <summary>A named part of the day, with the hours that convention gives it.</summary>
internal sealed record DayPart(string Name, double StartHour, double EndHour)
{
    public static readonly DayPart Morning = new("morning", 8, 12);
    public static readonly DayPart Afternoon = new("afternoon", 12, 16);
    public static readonly DayPart Evening = new("evening", 16, 20);
    public static readonly DayPart Night = new("night", 20, 24);
    public static readonly DayPart Daytime = new("daytime", 8, 18);
    public static readonly DayPart Business = new("business hours", 8, 18);
    public static readonly DayPart Breakfast = new("breakfast", 8, 12);
    public static readonly DayPart Brunch = new("brunch", 8, 12);
    public static readonly DayPart Lunch = new("lunch", 11, 13);
    public static readonly DayPart Dinner = new("dinner", 16, 20);

    /// <summary>Whether a lone hour in this part is after noon.</summary>
    public bool IsAfterNoon => StartHour >= 12;

    public bool IsMeal => Name is "breakfast" or "brunch" or "lunch" or "dinner";

    /// <summary>The span on <see cref="Reading.ClockDay"/>, or its first or last half. A night ends with the day's last second.</summary>
    public Reading Span(int half = 0)
    {
        var middle = StartHour + Math.Min(2, (EndHour - StartHour) / 2);
        var start = Reading.ClockDay.AddHours(half > 0 ? middle : StartHour);
        var end = half < 0 ? Reading.ClockDay.AddHours(middle) : EndHour >= 24 ? Reading.ClockDay.AddDays(1).AddSeconds(-1) : Reading.ClockDay.AddHours(EndHour);
        return new(start, end);
    }
}
