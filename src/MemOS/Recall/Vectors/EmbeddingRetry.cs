using MemOS.Scheduling;

namespace MemOS.Recall.Vectors;

/// <summary>When embedding that failed is tried again: after 5 s, 15 s, 45 s, … up to an hour, as reading by a model is. Safe for concurrent use.</summary>
/// <param name="time">The clock; only spans are taken of it, so that setting it changes no pause.</param>
internal sealed class EmbeddingRetry(TimeProvider time)
{
    private readonly Lock sync = new();
    private int failures;
    private volatile bool isDown;
    private long failedAt;

    /// <summary>How long it is to the next try; zero when it is due, <see langword="null"/> when nothing failed.</summary>
    public TimeSpan? Left
    {
        get
        {
            lock (sync)
            {
                return failures == 0 ? null : Pause - time.GetElapsedTime(failedAt) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Whether the generator is out of order and its pause is not over: what is added waits, too.</summary>
    public bool IsResting => isDown && Left > TimeSpan.Zero;

    private TimeSpan Pause => ModelReading.PauseAfter(failures - 1);

    /// <summary>Notes a failure.</summary>
    /// <param name="isOutOfOrder">Whether nothing can be embedded; otherwise some texts were refused and others are welcome.</param>
    /// <returns>The pause until the next try.</returns>
    public TimeSpan Fail(bool isOutOfOrder)
    {
        lock (sync)
        {
            failures++;
            isDown = isOutOfOrder;
            failedAt = time.GetTimestamp();
            return Pause;
        }
    }

    /// <summary>Notes that everything was embedded.</summary>
    public void Succeed()
    {
        lock (sync)
        {
            failures = 0;
        }
    }
}
