using System.Diagnostics;
using System.Globalization;
using MemOS.FaultChild;

namespace MemOS.EndToEnd.Faults;

/// <summary>A child process at work on a memory file, and what it said was acknowledged to it.</summary>
internal sealed class FaultProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> error;
    private readonly List<string> lines = [];

    private FaultProcess(Process process)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Everything that was acknowledged so far.</summary>
    public IEnumerable<string> Acknowledged => lines.Where(static line => line.StartsWith("ack ", StringComparison.Ordinal)).Select(static line => line[4..]);

    /// <summary>Everything it said so far.</summary>
    public IReadOnlyList<string> Lines => lines;

    public static FaultProcess Start(params object[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(LimitWork).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(Convert.ToString(arg, CultureInfo.InvariantCulture)!);
        }

        // Starting is most of what such a test costs; and the runtime's own double mapping of code would hit the file size limit first.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it has said so many lines.</summary>
    /// <returns><see langword="false"/> when it ended before.</returns>
    public async Task<bool> ReadAsync(int count)
    {
        while (lines.Count < count)
        {
            if (await process.StandardOutput.ReadLineAsync() is not { } line)
            {
                return false;
            }

            lines.Add(line);
        }

        return true;
    }

    /// <summary>Kills it as the system would, then takes what it still said.</summary>
    /// <returns>Whether it was killed; otherwise it had ended by itself.</returns>
    public async Task<bool> KillAsync()
    {
        process.Kill();
        await EndAsync();
        return OperatingSystem.IsWindows() ? process.ExitCode != 0 : process.ExitCode == 128 + 9;
    }

    /// <summary>Waits for its end; what it says on standard error is a failure.</summary>
    public async Task<int> EndAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }

        await process.WaitForExitAsync();
        Assert.Equal("", await error);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
