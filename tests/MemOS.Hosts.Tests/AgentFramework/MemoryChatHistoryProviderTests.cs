using MemOS.AgentFramework;
using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.AgentFramework;

public sealed class MemoryChatHistoryProviderTests
{
    [Fact]
    public async Task History_NamedSession_GoesOnAfterARestartWithNothingButItsName()
    {
        await using var store = await HostMemory.OpenAsync();
        var scope = HostMemory.Ada.InSession("trip-to-norway");
        await new AgentSessionTalk(AgentOf(store, new(), scope), await SessionOf(store)).SayAsync("We leave on the ninth.", streaming: false);
        await store.ReopenAsync();

        var model = new ScriptedChatClient();
        await new AgentSessionTalk(AgentOf(store, model, scope), await SessionOf(store)).SayAsync("Remind me: when?", streaming: false);
        Assert.Equal(["We leave on the ninth.", "ok", "Remind me: when?"], model.Last.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task History_ToolCallsAndResults_ComeBackAsTheyWere()
    {
        await using var store = await HostMemory.OpenAsync();
        var arguments = new Dictionary<string, object?> { ["city"] = "São Paulo \"centro\" <b> 漢字", ["days"] = 3, ["share"] = 0.10m, ["nested"] = new { list = new object?[] { 1, null, "x" } } };
        var model = new ScriptedChatClient
        {
            OnResponse = (call, _) => Task.FromResult(new ChatResponse(call.Messages.Any(message => message.Role == ChatRole.Tool)
                ? new ChatMessage(ChatRole.Assistant, "Done.")
                : new ChatMessage(ChatRole.Assistant, [new TextContent("Let me look."), new FunctionCallContent("c1", "forecast", arguments)]))),
        };
        var talk = new AgentSessionTalk(AgentOf(store, model, HostMemory.Ada), await SessionOf(store));
        var tool = AIFunctionFactory.Create((string city, int days) => new { city, sun = true, note = "öäü \u2028" }, "forecast");
        await talk.SayAsync("What will the weather be?", streaming: false, [tool]);
        await talk.SayAsync("And then?", streaming: false, [tool]);
        var history = model.Last.Messages;
        Assert.Equal([ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant, ChatRole.User], history.Select(message => message.Role));
        var call = Assert.Single(history[1].Contents.OfType<FunctionCallContent>());
        Assert.Equal("Let me look.", history[1].Text);
        Assert.Equal("São Paulo \"centro\" <b> 漢字", call.Arguments!["city"]!.ToString());
        var result = Assert.IsType<System.Text.Json.JsonElement>(Assert.Single(history[2].Contents.OfType<FunctionResultContent>()).Result);
        Assert.Equal("öäü \u2028", result.GetProperty("note").GetString());

        // What comes back is known: nothing was recorded a second time or left behind.
        Assert.Equal(6, (await store.LogOfAllSessionsAsync(HostMemory.Ada, inactive: true)).Length);
    }

    [Fact]
    public async Task History_AfterAFailedRun_ShowsTheQuestionOnceWhenItIsAskedAgain()
    {
        await using var store = await HostMemory.OpenAsync();
        var model = ScriptedChatClient.Failing(new TimeoutException("away"));
        var talk = new AgentSessionTalk(AgentOf(store, model, HostMemory.Ada), await SessionOf(store));
        await Assert.ThrowsAsync<TimeoutException>(() => talk.SayAsync("Anybody there?", streaming: false));
        model.OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Yes.")));
        await talk.SayAsync("Anybody there?", streaming: false);
        Assert.Equal("Anybody there?", Assert.Single(model.Last.Messages).Text);
        Assert.Equal(["user: Anybody there?", "assistant: Yes."], await store.LogOfAllSessionsAsync(HostMemory.Ada));
    }

    [Fact]
    public async Task History_WhatWasForgotten_DoesNotComeBack()
    {
        await using var store = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient();
        var talk = new AgentSessionTalk(AgentOf(store, model, HostMemory.Ada), await SessionOf(store));
        await talk.SayAsync("Hello, I would like to plan a party.", streaming: false);
        await talk.SayAsync("My card number is 1234-5678.", streaming: false);
        await talk.SayAsync("The party is in June.", streaming: false);
        var items = await store.Memory.Store.Evidence.ListAsync(await store.Memory.ResolveAsync(HostMemory.Ada), new());
        await store.Memory.ForgetAsync(items.Single(item => item.Content.Text.Contains("1234", StringComparison.Ordinal)).Id, HostMemory.Ada);
        await talk.SayAsync("When is the party?", streaming: false);
        Assert.DoesNotContain("1234", Prompts.Of(model.Last), StringComparison.Ordinal);
        Assert.Contains("in June", Prompts.Of(model.Last), StringComparison.Ordinal);
        Assert.Single(await store.LogOfAllSessionsAsync(HostMemory.Ada), "user: When is the party?");
    }

    [Fact]
    public async Task History_OverManyTurns_IsAWindowThatMostlyStartsLikeTheOneBefore()
    {
        await using var store = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient();
        var talk = new AgentSessionTalk(AgentOf(store, model, HostMemory.Ada), await SessionOf(store));
        var moves = 0;
        var before = "";
        for (var turn = 0; turn < 320; turn++)
        {
            await talk.SayAsync($"Here is remark number {turn} about the same old story that I keep telling.", streaming: false);
            var first = model.Last.Messages[0].Text;
            moves += first == before ? 0 : 1;
            before = first;
            Assert.True(model.Last.Messages.Count <= 80, $"Turn {turn} sent {model.Last.Messages.Count} messages.");
        }

        Assert.True(moves <= 320 / 8, $"The prompt began anew {moves} times in 320 turns.");
    }

    [Fact]
    public async Task History_OfAnAttachment_KeepsANote()
    {
        await using var store = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient();
        var agent = AgentOf(store, model, HostMemory.Ada);
        var session = await SessionOf(store);
        await agent.RunAsync(new ChatMessage(ChatRole.User, [new TextContent("Look at this."), new DataContent(new byte[] { 1, 2, 3 }, "image/png")]), session);
        Assert.IsType<DataContent>(model.Last.Messages[^1].Contents[^1]);
        await agent.RunAsync("What was on it?", session);
        Assert.Contains("[attached: image/png]", model.Last.Messages[0].Text, StringComparison.Ordinal);
    }

    // Without the context provider, so that what is seen is the history provider's alone.
    private static ChatClientAgent AgentOf(HostMemory store, ScriptedChatClient model, MemoryScope scope) =>
        new(model, new ChatClientAgentOptions { ChatHistoryProvider = new MemoryChatHistoryProvider(store.Memory, new() { Scope = scope }) });

    private static ValueTask<AgentSession> SessionOf(HostMemory store) => AgentOf(store, new(), HostMemory.Ada).CreateSessionAsync();
}
