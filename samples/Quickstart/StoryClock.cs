namespace Quickstart;

/// <summary>A clock that stands where the story is, so that two months pass in a second.</summary>
internal sealed class StoryClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset time) => now = time;
}
