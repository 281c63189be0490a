using System.Diagnostics;
using MemOS.Chat;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Chat;

public class ScopeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scope_None_SaysWhatToWriteAndCallsNoModel(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var model = new ScriptedChatClient();
        var error = await Assert.ThrowsAsync<MemoryScopeException>(() => model.WithMemory(host.Memory).AskAsync(streaming, "hello"));
        Assert.Contains("options.WithMemoryScope(MemoryScope.ForUser(", error.Message, StringComparison.Ordinal);
        Assert.Empty(model.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scope_OfTheCall_ComesBeforeResolverAndClient(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        var client = new ScriptedChatClient().WithMemory(host.Memory, (options, _) => ValueTask.FromResult(options is null ? null : MemoryScope.ForUser("resolved")), options => options.Scope = MemoryScope.ForUser("own"));
        ChatMessage[] messages = [new(ChatRole.User, "hello")];
        await client.AskAsync(streaming, messages);
        await client.AskAsync(streaming, messages, new());
        await client.AskAsync(streaming, messages, new ChatOptions().WithMemoryScope(MemoryScope.ForUser("called")));
        foreach (var user in new[] { "own", "resolved", "called" })
        {
            Assert.Equal(["user: hello", "assistant: ok"], await host.LogAsync(MemoryScope.ForUser(user)));
        }
    }

    [Fact]
    public async Task Scope_HundredInterleavedTurnsOfTwoUsers_StayApart()
    {
        await using var host = await ChatHost.OpenAsync();
        var client = ScriptedChatClient.Answering(call => "noted").WithMemory(host.Memory);
        var prompts = new System.Collections.Concurrent.ConcurrentBag<(string User, string Prompt)>();
        var model = new ScriptedChatClient
        {
            OnResponse = (call, _) =>
            {
                prompts.Add((call.Messages[^1].Text.Contains("secret of ada", StringComparison.Ordinal) ? "ada" : "bob", call.Prompt));
                return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "noted")));
            },
        };
        var shared = model.WithMemory(host.Memory);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            var user = i % 2 == 0 ? "ada" : "bob";
            ChatMessage[] messages = [new(ChatRole.User, $"The secret of {user} has the number {i}")];
            await shared.AskAsync(i % 4 < 2, messages, new ChatOptions().WithMemoryScope(MemoryScope.ForUser(user)));
        })));
        Assert.Equal(100, prompts.Count);
        Assert.All(prompts, item => Assert.DoesNotContain(item.User == "ada" ? "secret of bob" : "secret of ada", item.Prompt, StringComparison.Ordinal));
        Assert.Equal(100, (await host.LogAsync(MemoryScope.ForUser("ada"))).Length);
        Assert.Equal(100, (await host.LogAsync(MemoryScope.ForUser("bob"))).Length);
        client.Dispose();
    }

    [Fact]
    public async Task GetService_NullKey_AnswersOurServicesAndAsksTheInnerClientForOthers()
    {
        await using var host = await ChatHost.OpenAsync();
        var model = new ScriptedChatClient();
        IChatClient client = model.WithMemory(host.Memory, host.Ada);
        Assert.Same(client, client.GetService<MemoryChatClient>());
        Assert.Same(host.Memory, client.GetService<MemoryOS>());
        Assert.Same(host.Memory.Turns, client.GetService<MemoryTurns>());
        Assert.Same(model, client.GetService<ScriptedChatClient>());
        Assert.Equal("scripted", client.GetService<ChatClientMetadata>()!.ProviderName);
        Assert.Null(client.GetService(typeof(MemoryOS), "a key"));
    }

    [Fact]
    public async Task Dispose_Client_DisposesTheInnerClientAndNotTheMemory()
    {
        await using var host = await ChatHost.OpenAsync();
        var model = new ScriptedChatClient();
        model.WithMemory(host.Memory, host.Ada).Dispose();
        Assert.True(model.IsDisposed);
        Assert.Empty((await host.Memory.SearchAsync("anything", host.Ada)).Items);
    }

    [Fact]
    public async Task Stream_Activity_IsTheSameAtEachStep()
    {
        await using var host = await ChatHost.OpenAsync();
        var seen = new List<Activity?>();
        async IAsyncEnumerable<ChatResponseUpdate> StreamAsync()
        {
            foreach (var word in new[] { "one", " two", " three" })
            {
                await Task.Yield();
                seen.Add(Activity.Current);
                yield return new(ChatRole.Assistant, word);
            }
        }

        var client = new ScriptedChatClient { OnStreaming = (_, _) => StreamAsync() }.WithMemory(host.Memory, host.Ada);
        using var outer = new Activity("outer").Start();
        await foreach (var update in client.GetStreamingResponseAsync([new(ChatRole.User, "hi")]))
        {
            Activity.Current = null;
        }

        Assert.Equal([outer, outer, outer], seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_Updates_PassThroughAsTheyCome(bool failsRecall)
    {
        await using var host = await ChatHost.OpenAsync();
        host.Store.FaultyRecall.Fails = failsRecall ? new MemoryStoreException("broken") : null;
        var updates = new[] { new ChatResponseUpdate(ChatRole.Assistant, "one"), new ChatResponseUpdate(ChatRole.Assistant, " two") };
        var client = new ScriptedChatClient { OnStreaming = (_, _) => updates.ToAsyncEnumerable() }.WithMemory(host.Memory, host.Ada);
        var received = await client.GetStreamingResponseAsync([new(ChatRole.User, "hi")]).ToListAsync();
        Assert.Equal(updates, received.Take(2));
        Assert.Equal(failsRecall ? 3 : 2, received.Count);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(100, 0)]
    public async Task Options_ThatMakeNoSense_AreRefusedAtOnce(int budget, int seconds)
    {
        await using var host = await ChatHost.OpenAsync();
        var options = new MemoryChatOptions { BudgetTokens = budget, RecallTimeout = TimeSpan.FromSeconds(seconds) };
        Assert.Throws<ArgumentException>(() => new MemoryChatClient(new ScriptedChatClient(), host.Memory, options));
    }
}
