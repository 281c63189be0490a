using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Chat;

public class RecordingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_WholeHistoryReSent_IsRecordedOnce(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var client = ScriptedChatClient.Answering(call => "answer " + call.Messages[^1].Text).WithMemory(host.Memory, host.Ada);
        var history = new List<ChatMessage> { new(ChatRole.System, "be kind") };
        foreach (var text in new[] { "one", "yes", "yes", "two" })
        {
            await client.SayAsync(streaming, history, text);
        }

        Assert.Equal(["user: one", "assistant: answer one", "user: yes", "assistant: answer yes", "user: yes", "assistant: answer yes", "user: two", "assistant: answer two"], await host.LogAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_OnlyTheLastMessageSent_IsRecordedOnce(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var client = new ScriptedChatClient().WithMemory(host.Memory, host.Ada);
        foreach (var text in new[] { "book a table", "yes", "yes" })
        {
            await client.AskAsync(streaming, text);
        }

        Assert.Equal(["user: book a table", "assistant: ok", "user: yes", "assistant: ok", "user: yes", "assistant: ok"], await host.LogAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_UserSide_IsDurableBeforeTheModelIsCalled(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        string[] seen = [];
        var model = new ScriptedChatClient
        {
            OnResponse = async (_, _) =>
            {
                seen = await host.LogAsync();
                return new(new ChatMessage(ChatRole.Assistant, "ok"));
            },
        };
        await model.WithMemory(host.Memory, host.Ada).AskAsync(streaming, "remember the milk");
        Assert.Equal(["user: remember the milk"], seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_ModelFails_KeepsTheUsersMessageAndRecordsItOnceWhenTriedAgain(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var model = ScriptedChatClient.Failing(new InvalidOperationException("overloaded"));
        var client = model.WithMemory(host.Memory, host.Ada);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.AskAsync(streaming, "hello"));
        Assert.Equal(["user: hello"], await host.LogAsync());

        model.OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi")));
        await client.AskAsync(streaming, "hello");
        Assert.Equal(["user: hello", "assistant: hi"], await host.LogAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_EditedHistory_LeavesTheOldBranchUnrecalled(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var client = ScriptedChatClient.Answering(call => "about " + call.Messages[^1].Text).WithMemory(host.Memory, host.Ada);
        var history = new List<ChatMessage>();
        await client.SayAsync(streaming, history, "first");
        await client.SayAsync(streaming, history, "flights to Rome");
        history.RemoveRange(2, 2);
        await client.SayAsync(streaming, history, "flights to Oslo");
        Assert.Equal(["user: first", "assistant: about first", "user: flights to Oslo", "assistant: about flights to Oslo"], await host.LogAsync());
        Assert.Contains("user: flights to Rome (abandoned)", await host.LogAsync(inactive: true));
        var found = await host.Memory.SearchAsync("flights to Rome", host.Ada);
        Assert.DoesNotContain(found.Items, item => item.Text.Contains("Rome", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_RegeneratedAnswer_KeepsTheQuestionAndTheNewAnswer(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var tries = 0;
        var client = ScriptedChatClient.Answering(_ => $"try {++tries}").WithMemory(host.Memory, host.Ada);
        ChatMessage[] history = [new(ChatRole.User, "yes"), new(ChatRole.Assistant, "ok"), new(ChatRole.User, "yes")];
        for (var i = 0; i < 3; i++)
        {
            await client.AskAsync(streaming, history);
        }

        Assert.Equal(["user: yes", "assistant: ok", "user: yes", "assistant: try 3"], await host.LogAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_TrimmedHistory_IsRecordedOnce(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var client = ScriptedChatClient.Answering(call => "answer " + call.Messages[^1].Text).WithMemory(host.Memory, host.Ada);
        var history = new List<ChatMessage>();
        for (var i = 0; i < 12; i++)
        {
            await client.SayAsync(streaming, history, $"message {i}");
            history.RemoveRange(0, Math.Max(0, history.Count - 4));
        }

        Assert.Equal(24, (await host.LogAsync()).Length);
    }

    [Fact]
    public async Task Turn_NewProcess_AlignsWithTheLogInTheFile()
    {
        await using var host = await ChatHost.OpenAsync();
        var history = new List<ChatMessage>();
        await new ScriptedChatClient().WithMemory(host.Memory, host.Ada).SayAsync(false, history, "one");

        // Another memory system over the same store knows nothing of the first one's sessions.
        var second = await MemoryOS.CreateAsync(host.Store, new() { TimeProvider = host.Time, ReadInBackground = false });
        await new ScriptedChatClient().WithMemory(second, host.Ada).SayAsync(false, history, "two");
        Assert.Equal(["user: one", "assistant: ok", "user: two", "assistant: ok"], await host.LogAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_SystemAndInjectedMessages_AreNotRecorded(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var client = new ScriptedChatClient().WithMemory(host.Memory, host.Ada);
        var provided = new ChatMessage(ChatRole.User, "docs say so") { AdditionalProperties = new() { ["_attribution"] = "AIContextProvider:Docs" } };
        await client.AskAsync(streaming, [new(ChatRole.System, "be kind"), provided, new(ChatRole.User, "hello")]);
        Assert.Equal(["user: hello", "assistant: ok"], await host.LogAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_PromptStoredByTheHost_NeverRecordsWhatWasInjected(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        await host.KnowAsync("My sister Maria lives in Porto.");
        var model = new ScriptedChatClient();
        var client = model.WithMemory(host.Memory, host.Ada);
        await client.AskAsync(streaming, "Where does my sister Maria live?");
        Assert.Contains("Porto", model.Last.Prompt, StringComparison.Ordinal);

        // The host keeps what it sent, as text, and goes on from there.
        var stored = model.Last.Messages.Select(message => new ChatMessage(message.Role, message.Text)).ToList();
        stored.Add(new(ChatRole.Assistant, "ok"));
        stored.Add(new(ChatRole.User, "Thanks a lot!"));
        await client.AskAsync(streaming, stored);
        Assert.Equal(["user: Where does my sister Maria live?", "assistant: ok", "user: Thanks a lot!", "assistant: ok"], await host.LogAsync());
        Assert.True(model.Last.Prompt.Split("<recalled-memory").Length <= 2, "old blocks stay in the prompt");
    }

    [Fact]
    public async Task Stream_LeftEarly_KeepsThePartialAnswer()
    {
        await using var host = await ChatHost.OpenAsync();
        var model = ScriptedChatClient.Answering(_ => "one two three four");
        var client = model.WithMemory(host.Memory, host.Ada);
        var words = 0;
        await foreach (var update in client.GetStreamingResponseAsync([new(ChatRole.User, "count")]))
        {
            if (++words == 2)
            {
                break;
            }
        }

        Assert.Equal(["user: count", "assistant: one two (partial)"], await host.LogAsync());
        Assert.True(model.StreamWasDisposed);
    }

    [Fact]
    public async Task Stream_Cancelled_KeepsThePartialAnswer()
    {
        await using var host = await ChatHost.OpenAsync();
        using var stop = new CancellationTokenSource();
        var model = ScriptedChatClient.Answering(_ => "one two three four");
        model.OnStreaming = (_, cancellationToken) => CountAsync(stop, cancellationToken);
        var client = model.WithMemory(host.Memory, host.Ada);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(true, [new(ChatRole.User, "count")], cancellationToken: stop.Token));
        Assert.Equal(["user: count", "assistant: one two (partial)"], await host.LogAsync());
    }

    [Fact]
    public async Task Stream_ModelFailsMidway_KeepsThePartialAnswer()
    {
        await using var host = await ChatHost.OpenAsync();
        var model = new ScriptedChatClient { OnStreaming = (_, _) => FailAsync() };
        await Assert.ThrowsAsync<InvalidOperationException>(() => model.WithMemory(host.Memory, host.Ada).AskAsync(true, "count"));
        Assert.Equal(["user: count", "assistant: one (partial)"], await host.LogAsync());
    }

    [Fact]
    public async Task Turn_CancelledWhileTheModelAnswers_StillKeepsTheUsersMessage()
    {
        await using var host = await ChatHost.OpenAsync();
        using var stop = new CancellationTokenSource();
        var model = new ScriptedChatClient
        {
            OnResponse = async (_, cancellationToken) =>
            {
                await stop.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return new();
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.WithMemory(host.Memory, host.Ada).AskAsync(false, [new(ChatRole.User, "hello")], cancellationToken: stop.Token));
        Assert.Equal(["user: hello"], await host.LogAsync());
    }

    [Fact]
    public async Task Turn_CallerGaveUpAfterTheAnswer_IsRecordedAllTheSame()
    {
        await using var host = await ChatHost.OpenAsync();
        using var stop = new CancellationTokenSource();
        var model = new ScriptedChatClient
        {
            OnResponse = async (_, _) =>
            {
                await stop.CancelAsync();
                return new(new ChatMessage(ChatRole.Assistant, "done"));
            },
        };
        await model.WithMemory(host.Memory, host.Ada).AskAsync(false, [new(ChatRole.User, "hello")], cancellationToken: stop.Token);
        Assert.Equal(["user: hello", "assistant: done"], await host.LogAsync());
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> CountAsync(CancellationTokenSource stop, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new(ChatRole.Assistant, "one");
        yield return new(ChatRole.Assistant, " two");
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> FailAsync()
    {
        await Task.Yield();
        yield return new(ChatRole.Assistant, "one");
        throw new InvalidOperationException("connection lost");
    }
}
