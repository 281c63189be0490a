using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.TestKit;
using MemOS.TestKit.Models;

namespace MemOS.Cli.Tests.Commands;

/// <summary>A reading that failed for good is queued again by the command, and then succeeds.</summary>
public sealed class RetriedReadingTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task DoctorRetry_ReadingsThatFailedForGood_AreReadWithTheNextModel()
    {
        await FailForGoodAsync("ada", "The boat? Selkie, that is what we named it.");
        await FailForGoodAsync("bob", "The dog? Biscuit, of course.");
        await using var server = await ModelServer.StartAsync();
        server.Usual = ModelReplies.Text(request => request.Prompt.Contains("Selkie", StringComparison.Ordinal)
            ? """{"memories":[{"kind":"fact","text":"User's boat is called Selkie.","subject":"user","sources":[1]}]}"""
            : """{"memories":[]}""");
        string[] model = ["--chat", server.Url, "--model", "small"];

        var ill = await cli.RunAsync("doctor");
        await cli.RunAsync(["add", "Nice weather.", "-u", "ada", .. model]);
        var untouched = await TextsAsync("ada");
        var retried = await cli.RunAsync("doctor", "--retry", "-u", "ada");
        await cli.RunAsync(["add", "Still nice weather.", "-u", "ada", .. model]);

        Assert.Equal(ExitCode.Failure, ill.ExitCode);
        Assert.Contains("2 readings failed for good", ill.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("User's boat is called Selkie.", untouched);
        Assert.Contains("1 reading queued again", retried.Out, StringComparison.Ordinal);
        Assert.Contains("1 reading failed for good", retried.Out, StringComparison.Ordinal);
        Assert.Contains("User's boat is called Selkie.", await TextsAsync("ada"));
    }

    [Fact]
    public async Task DoctorRetry_NothingFailed_SaysThatAllIsWell()
    {
        await cli.RunAsync("add", "My boat is called Selkie.", "-u", "ada");

        var result = await cli.RunAsync("doctor", "--retry", "-u", "ada");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.DoesNotContain("queued again", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoctorRetry_UnknownUser_SaysWhoIsKnown()
    {
        await cli.RunAsync("add", "My boat is called Selkie.", "-u", "ada");

        var result = await cli.RunAsync("doctor", "--retry", "-u", "eve");

        Assert.NotEqual(ExitCode.Success, result.ExitCode);
        Assert.Contains("ada", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();

    private async Task<string?[]> TextsAsync(string user) =>
        [.. (await cli.JsonAsync("list", "-u", user)).GetProperty("records").EnumerateArray().Select(item => item.GetProperty("text").GetString())];

    // The model fails until the job is dead; the clock jumps to each further try.
    private async Task FailForGoodAsync(string user, string text)
    {
        using var model = ScriptedChatClient.Failing(new InvalidOperationException("the line is dead"));
        var time = new ManualTime();
        await using var memory = await MemoryOS.OpenAsync(cli.Database, new() { TimeProvider = time, ReadInBackground = false, Reader = new ChatClientMemReader(model) });
        await memory.AddAsync(text, MemoryScope.ForUser(user));
        await memory.FlushAsync();
        while (await memory.Store.Jobs.NextDueAsync(JobKind.Refine) is { } due)
        {
            time.Advance(due - time.Now);
            await memory.FlushAsync();
        }
    }
}
