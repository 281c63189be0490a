using System.Diagnostics;

namespace MemOS.Benchmarks;

/// <summary>Measures.</summary>
internal static class Clock
{
    /// <summary>The median of the milliseconds that each run takes, after some that do not count.</summary>
    public static async Task<double> MedianAsync(int runs, Func<int, Task> run)
    {
        for (var i = 0; i < Math.Min(runs, 40); i++)
        {
            await run(i);
        }

        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await run(i);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[runs / 2];
    }

    /// <summary>The seconds that something takes.</summary>
    public static async Task<double> SecondsAsync(Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
