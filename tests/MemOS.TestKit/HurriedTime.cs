using System.Collections.Concurrent;

namespace MemOS.TestKit;

/// <summary>A clock whose timers ring at once, and which remembers how long they were set for.</summary>
public sealed class HurriedTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> pauses = new();

    /// <summary>The pauses that were asked for.</summary>
    public IReadOnlyList<TimeSpan> Pauses => [.. pauses];

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            pauses.Enqueue(dueTime);
            dueTime = TimeSpan.Zero;
        }

        return System.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);
    }
}
