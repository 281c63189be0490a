namespace MemOS.Time;

/// <summary>One concrete reading of an expression: a half-open span, open where an end is missing.</summary>
/// <remarks>A time of day without a day lies on <see cref="ClockDay"/>, so that a span over midnight ends on the day after.</remarks>
internal readonly record struct Reading(DateTime? Start, DateTime? End)
{
    /// <summary>The day that carries times of day which belong to no day.</summary>
    public static readonly DateTime ClockDay = new(2, 1, 1);

    public static Reading OfDay(DateTime day) => new(day, Calendar.AddDays(day, 1));

    public static Reading OfMoment(DateTime moment) => new(moment, moment);

    /// <summary>Moves times of day onto a day.</summary>
    public Reading OnDay(DateTime day) => new(Move(Start, day), Move(End, day));

    private static DateTime? Move(DateTime? moment, DateTime day) =>
        moment is { } value ? Calendar.Add(day.Date, value - ClockDay) : null;
}
