namespace MemOS.TestKit;

/// <summary>A clock that stands still until a test moves it, forwards or back.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <summary>A clock at noon of 1 May 2024, UTC.</summary>
    public ManualTime()
        : this(new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Now.</summary>
    public DateTimeOffset Now => GetUtcNow();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves the clock by a span, which may be negative.</summary>
    public void Advance(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
}
