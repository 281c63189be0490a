namespace MemOS.Cli.Tests;

public sealed class ProgressTests
{
    [Fact]
    public async Task WatchAsync_LongWork_ShowsForHowLongAndHowFar()
    {
        var seen = new TaskCompletionSource();
        using var writer = new SignallingWriter("Reading: 7 batches to go, 3 s", seen);
        using var progress = new CliProgress(Console(writer), isTerminal: true);

        // The work ends when a person has seen how it goes.
        await progress.WatchAsync(seen.Task, "Reading", () => Task.FromResult("7 batches to go"), new HastyTime());

        Assert.EndsWith("\r\u001b[2K", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WatchAsync_IntoALog_PrintsNothing()
    {
        using var writer = new StringWriter();
        using var progress = new CliProgress(Console(writer), isTerminal: false);

        await progress.WatchAsync(Task.CompletedTask, "Reading", null, new HastyTime());
        var error = await Assert.ThrowsAsync<IOException>(() => progress.WatchAsync(Task.FromException(new IOException("disk")), "Reading", null, new HastyTime()));

        Assert.Equal("disk", error.Message);
        Assert.Equal("", writer.ToString());
    }

    private static Spectre.Console.IAnsiConsole Console(TextWriter writer) =>
        CliConsole.Create(writer, isTerminal: true, new() { Out = writer, Error = writer });
}
