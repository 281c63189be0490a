namespace MemOS.Time;

/// <summary>A unit in which time is counted.</summary>
internal enum TimeUnit
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    BusinessDay,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}
