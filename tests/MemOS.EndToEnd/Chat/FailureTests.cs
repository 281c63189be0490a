using System.Diagnostics;
using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace MemOS.EndToEnd.Chat;

public class FailureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recall_Fails_TheTurnGoesOnFlaggedAndLogged(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        host.Store.FaultyRecall.Fails = new MemoryStoreException("index is broken");
        var response = await new ScriptedChatClient().WithMemory(host.Memory, host.Ada).AskAsync(streaming, "What do I like?");
        Assert.Equal("ok", response.Text);
        Assert.Equal(true, response.AdditionalProperties?["memos.recall_failed"]);
        Assert.Contains(host.Logs.Entries, entry => entry is { Event: 2002, Level: LogLevel.Warning });
        Assert.Equal(["user: What do I like?", "assistant: ok"], await host.LogAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recall_TakesTooLong_TheTurnGoesOn(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        host.Store.FaultyRecall.Waits = cancellationToken =>
        {
            var stopped = new TaskCompletionSource();
            cancellationToken.Register(() => stopped.TrySetCanceled(cancellationToken));
            return stopped.Task;
        };
        var client = new ScriptedChatClient().WithMemory(host.Memory, host.Ada, options => options.RecallTimeout = TimeSpan.FromMilliseconds(1));
        var response = await client.AskAsync(streaming, "What do I like?");
        Assert.Equal(true, response.AdditionalProperties?["memos.recall_failed"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recall_CallerCancels_TheTurnIsCancelledAndTheModelNotCalled(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        using var stop = new CancellationTokenSource();
        host.Store.FaultyRecall.Waits = async cancellationToken =>
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        };
        var model = new ScriptedChatClient();
        var client = model.WithMemory(host.Memory, host.Ada);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(streaming, [new(ChatRole.User, "hi you")], cancellationToken: stop.Token));
        Assert.Empty(model.Calls);
        Assert.Equal(["user: hi you"], await host.LogAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recording_Fails_StopsTheTurnBeforeTheModel(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        host.Store.FaultyEvidence.AppendFails = new IOException("disk full");
        var model = new ScriptedChatClient();
        var error = await Assert.ThrowsAsync<MemoryStoreException>(() => model.WithMemory(host.Memory, host.Ada).AskAsync(streaming, "hello"));
        Assert.IsType<IOException>(error.InnerException);
        Assert.Empty(model.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recording_FailsOpen_TheTurnGoesOnFlaggedWithItsWholeHistory(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        host.Store.FaultyEvidence.AppendFails = new IOException("disk full");
        var model = new ScriptedChatClient();
        var history = Enumerable.Range(0, 200).Select(i => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, $"this is a message with the number {i}")).ToList();
        var response = await model.WithMemory(host.Memory, host.Ada, options => options.FailureMode = FailureMode.Open).AskAsync(streaming, history);
        Assert.Equal("ok", response.Text);
        Assert.Equal(true, response.AdditionalProperties?["memos.recording_failed"]);
        Assert.Equal(200, model.Last.Messages.Count);
        Assert.Contains(host.Logs.Entries, entry => entry is { Event: 2001, Level: LogLevel.Error });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recording_OfTheAnswerFails_Throws(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var model = new ScriptedChatClient
        {
            OnResponse = (_, _) =>
            {
                host.Store.FaultyEvidence.AppendFails = new IOException("disk full");
                return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok")));
            },
        };
        await Assert.ThrowsAsync<MemoryStoreException>(() => model.WithMemory(host.Memory, host.Ada).AskAsync(streaming, "hello"));
    }

    [Fact]
    public async Task Traces_OfATurn_FollowTheConventionsAndHoldNoText()
    {
        await using var host = await ChatHost.OpenAsync();
        await host.KnowAsync("My sister Maria lives in Porto.");
        var seen = new System.Collections.Concurrent.ConcurrentBag<Activity>();
        using var root = new Activity("root").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MemOSTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await new ScriptedChatClient().WithMemory(host.Memory, host.Ada).AskAsync(false, "Where does my sister Maria live?");
        var ours = seen.Where(activity => activity.TraceId == root.TraceId).ToList();
        Assert.Equal(["create_memory", "create_memory", "search_memory"], ours.Select(activity => (string)activity.GetTagItem("gen_ai.operation.name")!).Order());
        Assert.DoesNotContain(ours.SelectMany(activity => activity.TagObjects), tag => tag.Value?.ToString()?.Contains("Maria", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Logs_OfATurn_HoldNoText()
    {
        await using var host = await ChatHost.OpenAsync();
        await host.KnowAsync("My sister Maria lives in Porto.");
        await new ScriptedChatClient().WithMemory(host.Memory, host.Ada).AskAsync(false, "Where does my sister Maria live?");
        Assert.DoesNotContain(host.Logs.Entries, entry => entry.Level >= LogLevel.Information && entry.Message.Contains("Maria", StringComparison.Ordinal));
    }
}
