using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Chat;

public class ToolLoopTests
{
    private static readonly AIFunction Weather = AIFunctionFactory.Create((string city) => $"21 degrees in {city}", "weather", "The weather in a city.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ToolLoop_InsideMemory_IsRecalledOnceAndRecordedOnce(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        await host.KnowAsync("My sister Maria lives in Porto.");
        var before = host.Store.FaultyRecall.Searches;
        var model = CallingFiveTimes();
        var client = new ToolLoopChatClient(model).WithMemory(host.Memory, host.Ada);
        var history = new List<ChatMessage>();
        Assert.Equal("It is warm.", await client.SayAsync(streaming, history, "Where does my sister Maria live?", new() { Tools = [Weather] }));
        AssertInjectedOnce(model, calls: 6);
        Assert.Equal(before + 1, host.Store.FaultyRecall.Searches);
        await AssertRecordedOnceAsync(host);

        await client.SayAsync(streaming, history, "Thanks!");
        Assert.Equal(14, (await host.LogAsync()).Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ToolLoop_OutsideMemory_IsRecalledOnceAndRecordedOnce(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        await host.KnowAsync("My sister Maria lives in Porto.");
        var before = host.Store.FaultyRecall.Searches;
        var model = CallingFiveTimes();
        var client = new ToolLoopChatClient(model.WithMemory(host.Memory, host.Ada));
        var history = new List<ChatMessage>();
        Assert.Equal("It is warm.", await client.SayAsync(streaming, history, "Where does my sister Maria live?", new() { Tools = [Weather] }));
        AssertInjectedOnce(model, calls: 6);
        Assert.Equal(before + 1, host.Store.FaultyRecall.Searches);
        await AssertRecordedOnceAsync(host);
        Assert.Equal(1, (await host.Memory.Ledger.SumAsync(host.Ada)).Turns);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TwoHooks_OfOneTurn_RecallOnceAndRecordOnce(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        await host.KnowAsync("My sister Maria lives in Porto.");
        var before = host.Store.FaultyRecall.Searches;
        var model = CallingFiveTimes();
        var client = new ToolLoopChatClient(model.WithMemory(host.Memory, host.Ada)).WithMemory(host.Memory, host.Ada);
        var history = new List<ChatMessage>();
        await client.SayAsync(streaming, history, "Where does my sister Maria live?", new() { Tools = [Weather] });
        AssertInjectedOnce(model, calls: 6);
        Assert.Equal(before + 1, host.Store.FaultyRecall.Searches);
        await AssertRecordedOnceAsync(host);
        await client.SayAsync(streaming, history, "Thanks!");
        Assert.Equal(14, (await host.LogAsync()).Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ToolLoop_ServiceKeepsTheConversation_ReusesTheBlock(bool streaming)
    {
        await using var host = await ChatHost.OpenAsync();
        await host.KnowAsync("My sister Maria lives in Porto.");
        var before = host.Store.FaultyRecall.Searches;
        var model = new ScriptedChatClient();
        var client = model.WithMemory(host.Memory, host.Ada);
        var options = new ChatOptions { ConversationId = "thread-1" };
        model.OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "weather")])));
        await client.AskAsync(streaming, [new(ChatRole.User, "Where does my sister Maria live?")], options);
        var first = model.Last.Options!.Instructions;
        model.OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "It is warm.")));
        await client.AskAsync(streaming, [new(ChatRole.Tool, [new FunctionResultContent("c1", "21 degrees")])], options);
        Assert.Contains("Porto", first, StringComparison.Ordinal);
        Assert.Equal(first, model.Last.Options!.Instructions);
        Assert.Equal(before + 1, host.Store.FaultyRecall.Searches);
        Assert.Equal(4, (await host.LogAsync()).Length);
    }

    // A model that calls the tool five times and then answers.
    private static ScriptedChatClient CallingFiveTimes() => new()
    {
        OnResponse = (call, _) =>
        {
            var asked = call.Messages.ToList().FindLastIndex(message => message.Role == ChatRole.User);
            var results = call.Messages.Skip(asked).Sum(message => message.Contents.OfType<FunctionResultContent>().Count());
            return Task.FromResult(new ChatResponse(results < 5 && call.Options?.Tools?.Count > 0
                ? new ChatMessage(ChatRole.Assistant, [new FunctionCallContent($"c{results}", "weather", new Dictionary<string, object?> { ["city"] = $"Porto {results}" })])
                : new ChatMessage(ChatRole.Assistant, "It is warm.")));
        },
    };

    private static void AssertInjectedOnce(ScriptedChatClient model, int calls)
    {
        Assert.Equal(calls, model.Calls.Count);
        var blocks = model.Calls.Select(call => call.Messages.SelectMany(message => message.Contents).OfType<TextContent>().Where(text => text.Text.StartsWith("<recalled-memory", StringComparison.Ordinal)).ToList()).ToList();
        Assert.All(blocks, found => Assert.Single(found));
        Assert.Single(blocks.Select(found => found[0].Text).Distinct());
        Assert.Contains("Porto", blocks[0][0].Text, StringComparison.Ordinal);
    }

    private static async Task AssertRecordedOnceAsync(ChatHost host)
    {
        var log = await host.LogAsync();
        Assert.Equal(12, log.Length);
        Assert.Equal("user: Where does my sister Maria live?", log[0]);
        Assert.Equal("assistant:  call weather{\"city\":\"Porto 0\"}", log[1]);
        Assert.Equal("tool:  result 21 degrees in Porto 0", log[2]);
        Assert.Equal("assistant: It is warm.", log[^1]);
        Assert.Equal(12, log.Distinct().Count());
    }
}
