using System.Threading.Channels;

namespace MemOS.TestKit;

/// <summary>A clock that stands still until a test moves it, and whose timers ring by its own time alone.</summary>
public sealed class SteppedTime : TimeProvider
{
    private readonly Lock sync = new();
    private readonly List<SteppedTimer> timers = [];
    private readonly Channel<TimeSpan> pauses = Channel.CreateUnbounded<TimeSpan>();
    private TimeSpan now;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private TimeSpan Now
    {
        get
        {
            lock (sync)
            {
                return now;
            }
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Now;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (sync)
        {
            timers.Add(timer);
        }

        pauses.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Completes when a timer was made that rings after a pause, each timer counting once.</summary>
    public async Task WhenWaitingAsync(TimeSpan pause)
    {
        while (await pauses.Reader.ReadAsync().ConfigureAwait(false) != pause)
        {
        }
    }

    /// <summary>Moves the clock, and rings each timer that came due on the way once.</summary>
    public void Advance(TimeSpan span)
    {
        List<SteppedTimer> due;
        lock (sync)
        {
            now += span;
            due = timers.FindAll(timer => timer.TakeDue(now));
        }

        due.ForEach(static timer => timer.Ring());
    }

    private sealed class SteppedTimer(SteppedTime time, Action ring) : ITimer
    {
        private TimeSpan? next;
        private TimeSpan every;

        public Action Ring => ring;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.sync)
            {
                next = dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime;
                every = period;
                return true;
            }
        }

        public bool TakeDue(TimeSpan at)
        {
            if (next is null || next > at)
            {
                return false;
            }

            next = every > TimeSpan.Zero ? at + every : null;
            return true;
        }

        public void Dispose()
        {
            lock (time.sync)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
