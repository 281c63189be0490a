namespace MemOS.Cli.Tests;

/// <summary>A clock on which every look takes a second, and no wait takes any time.</summary>
internal sealed class HastyTime : TimeProvider
{
    private long looks;

    public override long GetTimestamp() => Interlocked.Increment(ref looks) * TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, TimeSpan.Zero, period);
}
