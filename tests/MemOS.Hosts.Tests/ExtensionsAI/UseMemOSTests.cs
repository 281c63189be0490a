using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace MemOS.Hosts.Tests.ExtensionsAI;

public sealed class UseMemOSTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UseMemOS_OutsideFunctionInvocation_RecallsOnceAndRecordsOnce(bool streaming)
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var reports = new List<MemOS.Chat.MemoryTurnReport>();
        var model = new ScriptedChatClient { OnResponse = (call, _) => Task.FromResult(call.Messages.Count < 6 ? Call(call.Messages.Count) : Answer("Bergen.")) };
        var weather = AIFunctionFactory.Create((string city) => $"rain in {city}", "weather");
        using var chat = new ChatClientBuilder(model)
            .UseMemOS(host.Memory, options =>
            {
                options.Scope = HostMemory.Ada;
                options.TurnCompleted = reports.Add;
            })
            .UseFunctionInvocation()
            .Build();

        var answer = await AskAsync(chat, "Where does my sister Runa live, and is it raining?", new() { Tools = [weather] }, streaming);

        Assert.Equal("Bergen.", answer);
        Assert.Single(reports);
        Assert.All(model.Calls, call => Assert.Contains("Bergen", call.Messages[0].Text, StringComparison.Ordinal));
        Assert.Equal(4, model.Calls.Count);
        var log = await host.LogAsync(HostMemory.Ada);
        Assert.Equal(8, log.Length);
        Assert.Equal("user: Where does my sister Runa live, and is it raining?", log[0]);
        Assert.Equal(3, log.Count(line => line.StartsWith("tool:", StringComparison.Ordinal) && line.Contains("rain in", StringComparison.Ordinal)));
        Assert.Equal("assistant: Bergen.", log[^1]);
    }

    [Fact]
    public async Task UseMemOS_WithServices_UsesTheRegisteredMemory()
    {
        using var folder = new TemporaryFolder();
        var services = new ServiceCollection();
        services.AddMemOS().UseSqlite(folder.File());
        services.AddChatClient(new ScriptedChatClient()).UseMemOS(options => options.Scope = HostMemory.Ada).UseFunctionInvocation();
        await using var provider = services.BuildServiceProvider();

        var chat = provider.GetRequiredService<IChatClient>();
        await chat.GetResponseAsync("hello");

        Assert.Same(provider.GetRequiredService<MemoryOS>(), chat.GetService<MemoryOS>());
        Assert.Equal(2, (await provider.GetRequiredService<MemoryOS>().Store.Maintenance.GetStatisticsAsync()).Messages);
    }

    [Fact]
    public async Task OfferTools_BeforeFunctionInvocation_AreCalled()
    {
        await using var host = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient
        {
            OnResponse = (call, _) => Task.FromResult(call.Messages.Count == 1
                ? new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "remember", new Dictionary<string, object?> { ["text"] = "Ada plays the cello." })]))
                : Answer("Noted.")),
        };
        using var chat = new ChatClientBuilder(model)
            .UseMemOS(host.Memory, options =>
            {
                options.Scope = HostMemory.Ada;
                options.OfferTools = true;
            })
            .UseFunctionInvocation()
            .Build();

        await chat.GetResponseAsync("I play the cello.");
        await host.Memory.FlushAsync();

        var found = await host.Memory.SearchAsync("Which instrument does Ada play?", HostMemory.Ada.InSession("later"));
        Assert.Contains(found.Items, item => item.Text.Contains("Ada plays the cello.", StringComparison.Ordinal));
    }

    private static ChatResponse Call(int number) =>
        new(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent($"c{number}", "weather", new Dictionary<string, object?> { ["city"] = $"Bergen {number}" })]));

    private static ChatResponse Answer(string text) => new(new ChatMessage(ChatRole.Assistant, text));

    private static async Task<string> AskAsync(IChatClient chat, string text, ChatOptions options, bool streaming)
    {
        if (!streaming)
        {
            return (await chat.GetResponseAsync(text, options)).Messages[^1].Text;
        }

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync(text, options))
        {
            updates.Add(update);
        }

        return updates.ToChatResponse().Messages[^1].Text;
    }
}
