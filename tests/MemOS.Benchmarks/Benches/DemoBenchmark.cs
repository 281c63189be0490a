using System.Diagnostics;

namespace MemOS.Benchmarks.Benches;

/// <summary>The memory that a whole run of <c>memos demo</c> takes, in a process of its own.</summary>
internal sealed class DemoBenchmark : IBenchmark
{
    private const double MebiByte = 1024 * 1024;

    public async Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkSizes sizes, string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "MemOS.Cli.dll"));
        start.ArgumentList.Add("demo");
        using var demo = Process.Start(start)!;
        var output = demo.StandardOutput.ReadToEndAsync();
        var errors = demo.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!demo.WaitForExit(10))
        {
            demo.Refresh();
            peak = demo.HasExited ? peak : Math.Max(peak, demo.PeakWorkingSet64);
        }

        await output;
        return demo.ExitCode == 0
            ? [new("working set of memos demo, peak", peak / MebiByte, "MB", "≤ 150")]
            : throw new InvalidOperationException("memos demo failed: " + await errors);
    }
}
