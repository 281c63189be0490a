using MemOS.Cli.Benches;
using Spectre.Console;

namespace MemOS.Cli;

/// <summary>A progress line that redraws in place for a person, and prints nothing into a log.</summary>
/// <remarks>Reports may come from any thread; they are drawn at most some ten times a second.</remarks>
internal sealed class CliProgress(IAnsiConsole console, bool isTerminal) : IProgress<BenchProgress>, IProgress<double>, IDisposable
{
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
            isDrawn = true;
            var share = value.Total > 0 ? $"{value.Done:N0} of {value.Total:N0}" : $"{value.Done:N0}";
            console.Profile.Out.Writer.Write($"\r\u001b[2K{value.Step}: {share}");
            console.Profile.Out.Writer.Flush();
        }
    }

    void IProgress<double>.Report(double value) => Report(new(step, (int)(100 * Math.Clamp(value, 0, 1)), 100));

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
}
