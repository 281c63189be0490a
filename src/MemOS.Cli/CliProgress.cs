using MemOS.Cli.Benches;
using Spectre.Console;

namespace MemOS.Cli;

/// <summary>A progress line that redraws in place for a person, and prints nothing into a log.</summary>
/// <remarks>Reports may come from any thread; they are drawn at most some ten times a second.</remarks>
internal sealed class CliProgress(IAnsiConsole console, bool isTerminal) : IProgress<BenchProgress>, IProgress<double>, IDisposable
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(250);
    private readonly Lock gate = new();
    private readonly string step = "";
    private long drawnAt = -1;
    private bool isDrawn;

    public CliProgress(IAnsiConsole console, bool isTerminal, string step)
        : this(console, isTerminal) => this.step = step;

    public void Report(BenchProgress value)
    {
        if (!isTerminal)
        {
            return;
        }

        lock (gate)
        {
            var now = Environment.TickCount64;
            if (drawnAt >= 0 && now - drawnAt < 100 && value.Done != value.Total)
            {
                return;
            }

            drawnAt = now;
            Draw(value.Total > 0 ? $"{value.Step}: {value.Done:N0} of {value.Total:N0}" : $"{value.Step}: {value.Done:N0}");
        }
    }

    void IProgress<double>.Report(double value) => Report(new(step, (int)(100 * Math.Clamp(value, 0, 1)), 100));

    /// <summary>Waits for work and shows, for a person and after the first second, for how long, and how far it is.</summary>
    /// <param name="work">The work.</param>
    /// <param name="name">What it is.</param>
    /// <param name="detail">How far it is; <see langword="null"/> when that cannot be told.</param>
    /// <param name="time">The clock.</param>
    public async Task WatchAsync(Task work, string name, Func<Task<string>>? detail, TimeProvider time)
    {
        var started = time.GetTimestamp();
        while (isTerminal && await Task.WhenAny(work, Task.Delay(Blink, time)) != work)
        {
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            if (seconds >= 1)
            {
                Draw(detail is null ? $"{name}: {seconds:0} s" : $"{name}: {await detail()}, {seconds:0} s");
            }
        }

        Clear();
        await work;
    }

    /// <summary>Takes the line away, so that what follows starts at the left.</summary>
    public void Clear()
    {
        lock (gate)
        {
            if (isDrawn)
            {
                console.Profile.Out.Writer.Write("\r\u001b[2K");
                isDrawn = false;
            }
        }
    }

    public void Dispose() => Clear();

    private void Draw(string text)
    {
        lock (gate)
        {
            isDrawn = true;
            console.Profile.Out.Writer.Write($"\r\u001b[2K{text}");
            console.Profile.Out.Writer.Flush();
        }
    }
}
