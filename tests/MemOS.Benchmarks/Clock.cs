using System.Diagnostics;

namespace MemOS.Benchmarks;

/// <summary>Measures.</summary>
internal static class Clock
{
    /// <summary>The median of the milliseconds that each run takes, after others that do not count.</summary>
    /// <param name="warm">Runs before those that are timed, with numbers of their own, from 0: as in a program that has been up for a while.</param>
    /// <param name="runs">Runs that are timed.</param>
    /// <param name="run">One run, by its number.</param>
    public static async Task<double> MedianAsync(int warm, int runs, Func<int, Task> run)
    {
        for (var i = 0; i < warm; i++)
        {
            await run(i);
        }

        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await run(warm + i);
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
