namespace EvolvingSkills;

/// <summary>The clock of the sample: it stands at an hour of a day until it is moved.</summary>
internal sealed class ShopClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;

    public void NextDay() => now = now.AddDays(1);
}
