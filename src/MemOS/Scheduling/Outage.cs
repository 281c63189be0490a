namespace MemOS.Scheduling;

/// <summary>
/// Knows when a model is out of order: after some failures in a row it is left alone for 5 s, then 15 s, 45 s, … up to a longest pause,
/// until it answers. Safe for concurrent use.
/// </summary>
/// <param name="failuresWhenDown">How many failures in a row mean that the model is out of order.</param>
/// <param name="longestPause">The longest pause.</param>
/// <param name="time">The clock; only spans are taken of it, so that setting it changes no pause.</param>
internal sealed class Outage(int failuresWhenDown, TimeSpan longestPause, TimeProvider time)
{
    private readonly Lock sync = new();
    private int failuresInARow;
    private int times;
    private bool isDown;
    private long began;

    /// <summary>How often the model was found out of order since it last answered.</summary>
    public int Times
    {
        get
        {
            lock (sync)
            {
                return times;
            }
        }
    }

    /// <summary>How long it is left alone; <see langword="null"/> when it may be asked.</summary>
    public TimeSpan? Left
    {
        get
        {
            lock (sync)
            {
                return isDown && Pause - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left : null;
            }
        }
    }

    private TimeSpan Pause => ModelReading.PauseAfter(times - 1) is var pause && pause < longestPause ? pause : longestPause;

    /// <summary>Lets it be asked again, as when somebody wants a try; only an answer makes the next pause short.</summary>
    public void Forgive()
    {
        lock (sync)
        {
            isDown = false;
            failuresInARow = 0;
        }
    }

    /// <summary>Notes a failure.</summary>
    /// <returns>The pause, when the model is found out of order by this failure; otherwise <see langword="null"/>.</returns>
    public TimeSpan? Fail()
    {
        lock (sync)
        {
            // Calls that were under way together fail together: that is one outage.
            if (++failuresInARow < failuresWhenDown || Left is not null)
            {
                return null;
            }

            times++;
            isDown = true;
            began = time.GetTimestamp();
            return Pause;
        }
    }

    /// <summary>Notes an answer.</summary>
    public void Succeed()
    {
        lock (sync)
        {
            isDown = false;
            failuresInARow = 0;
            times = 0;
        }
    }
}
