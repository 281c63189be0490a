namespace MemOS.Sqlite.Storage;

/// <summary>How times are stored: ticks and the offset in minutes.</summary>
internal static class Times
{
    /// <summary>The offset in minutes.</summary>
    public static long Offset(DateTimeOffset time) => (long)time.Offset.TotalMinutes;

    /// <summary>A time from UTC ticks.</summary>
    public static DateTimeOffset FromUtc(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>A time from UTC ticks, shown in an offset.</summary>
    public static DateTimeOffset FromUtc(long ticks, long offset) => FromUtc(ticks).ToOffset(TimeSpan.FromMinutes(offset));

    /// <summary>A time from ticks of the local calendar.</summary>
    public static DateTimeOffset FromLocal(long ticks, long offset) => new(ticks, TimeSpan.FromMinutes(offset));
}
