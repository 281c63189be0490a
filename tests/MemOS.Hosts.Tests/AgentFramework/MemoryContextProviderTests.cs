using System.Text.Json;
using MemOS.AgentFramework;
using MemOS.Chat;
using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.AgentFramework;

public sealed class MemoryContextProviderTests
{
    private const string Known = "My sister Maria lives in Porto.";
    private const string Question = "Where does my sister Maria live?";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task History_OfTheFramework_HoldsNothingThatWasInjected(bool streaming)
    {
        await using var store = await HostMemory.OpenAsync();
        await store.KnowAsync(HostMemory.Ada, Known);
        var model = new ScriptedChatClient();
        var history = new InMemoryChatHistoryProvider();
        var agent = new ChatClientAgent(model, new ChatClientAgentOptions { ChatHistoryProvider = history, AIContextProviders = [new MemoryContextProvider(store.Memory)] });
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada);
        var talk = new AgentSessionTalk(agent, session);
        for (var turn = 0; turn < 3; turn++)
        {
            await talk.SayAsync(Question, streaming);
            Assert.Contains("Porto", Assert.Single(Prompts.BlocksOf(model.Last)), StringComparison.Ordinal);
        }

        Assert.Equal(Enumerable.Repeat(new[] { Question, "ok" }, 3).SelectMany(pair => pair), history.GetMessages(session).Select(message => message.Text));
        Assert.DoesNotContain("recalled-memory", (await agent.SerializeSessionAsync(session)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Serialised_HoldsALabelAndNoScope()
    {
        await using var store = await HostMemory.OpenAsync();
        var agent = new ScriptedChatClient().AsMemoryAgent(store.Memory);
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(MemoryScope.ForUser("ada-lovelace") with { Tenant = "acme" });
        await agent.RunAsync("Hello!", session);
        var json = await agent.SerializeSessionAsync(session);
        Assert.DoesNotContain("ada-lovelace", json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("acme", json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hello!", json.GetRawText(), StringComparison.Ordinal);
        Assert.True(json.GetRawText().Length < 300, json.GetRawText());
    }

    [Fact]
    public async Task Session_ReadBack_HasNoScopeUntilTheHostGivesItOne()
    {
        await using var store = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient();
        var agent = model.AsMemoryAgent(store.Memory);
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada);
        await agent.RunAsync("My locker has the number 4711.", session);
        var again = await agent.DeserializeSessionAsync(await agent.SerializeSessionAsync(session));
        await Assert.ThrowsAsync<MemoryScopeException>(() => agent.RunAsync("Which number?", again));
        Assert.Single(model.Calls);

        // With it the conversation goes on in its log, from which its history comes.
        await agent.RunAsync("Which number?", again.WithMemoryScope(HostMemory.Ada));
        Assert.Contains("4711", Prompts.Of(model.Last), StringComparison.Ordinal);
        Assert.Single(await SessionsOfAsync(store));
    }

    [Fact]
    public async Task Session_ReadBackByAnotherUser_ShowsNothingOfTheFirst()
    {
        await using var store = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient();
        var agent = model.AsMemoryAgent(store.Memory);
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada);
        await agent.RunAsync("My locker has the number 4711.", session);
        var stolen = (await agent.DeserializeSessionAsync(await agent.SerializeSessionAsync(session))).WithMemoryScope(HostMemory.Bob);
        await agent.RunAsync("Which number has the locker?", stolen);
        Assert.DoesNotContain("4711", Prompts.Of(model.Last), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"another-session\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task Session_WithAForgedLabel_GetsALogOfItsOwn(string forged)
    {
        await using var store = await HostMemory.OpenAsync();
        await store.Memory.AddAsync([new() { Role = Evidence.EvidenceRole.User, Text = "A secret of another conversation.", Time = store.Time.GetLocalNow() }], HostMemory.Ada.InSession("another-session"));
        var model = new ScriptedChatClient();
        var agent = model.AsMemoryAgent(store.Memory, new() { BudgetTokens = 0 });
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada);
        await agent.RunAsync("Hello!", session);
        var json = (await agent.SerializeSessionAsync(session)).GetRawText();
        var label = Assert.Single(await SessionsOfAsync(store), name => name != "another-session")!;
        Assert.Contains(label, json, StringComparison.Ordinal);

        using var changed = JsonDocument.Parse(json.Replace($"\"{label}\"", forged, StringComparison.Ordinal));
        var read = (await agent.DeserializeSessionAsync(changed.RootElement.Clone())).WithMemoryScope(HostMemory.Ada);
        await agent.RunAsync("What did I say?", read);
        Assert.DoesNotContain("secret", Prompts.Of(model.Last), StringComparison.Ordinal);
        Assert.Equal(3, (await SessionsOfAsync(store)).Count);
    }

    [Fact]
    public async Task Scope_ThatKeepsSessionsApart_MustNameItsSession()
    {
        await using var store = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient();
        var apart = HostMemory.Ada with { Isolation = ScopeIsolation.Session };
        var agent = model.AsMemoryAgent(store.Memory, new() { Scope = apart });
        var error = await Assert.ThrowsAsync<MemoryScopeException>(() => agent.RunAsync("Hello!"));
        Assert.Contains("MemoryScope.ForUser(\"ada\", sessionId)", error.Message, StringComparison.Ordinal);
        Assert.Empty(model.Calls);
        await agent.RunAsync("Hello!", (await agent.CreateSessionAsync()).WithMemoryScope(apart.InSession("one")));
        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task Scope_IsTheSessionsThenTheResolversThenTheOptions()
    {
        await using var store = await HostMemory.OpenAsync();
        var found = MemoryScope.ForUser("cara");
        var agent = new ScriptedChatClient().AsMemoryAgent(store.Memory, new()
        {
            Scope = HostMemory.Ada,
            ScopeResolver = (_, session, _) => ValueTask.FromResult(session is null ? null : found),
        });
        await agent.RunAsync("Said by Bob.", (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Bob));
        await agent.RunAsync("Said by Cara.", await agent.CreateSessionAsync());
        found = null;
        await agent.RunAsync("Said by Ada.");
        Assert.Equal(["user: Said by Bob.", "assistant: ok"], await store.LogOfAllSessionsAsync(HostMemory.Bob));
        Assert.Equal(["user: Said by Cara.", "assistant: ok"], await store.LogOfAllSessionsAsync(MemoryScope.ForUser("cara")));
        Assert.Equal(["user: Said by Ada.", "assistant: ok"], await store.LogOfAllSessionsAsync(HostMemory.Ada));
    }

    [Fact]
    public async Task SearchScope_Another_RecallsThereAndRecordsHere()
    {
        await using var store = await HostMemory.OpenAsync();
        var team = MemoryScope.ForUser("team");
        await store.KnowAsync(team, "The door code of the office is 8-2-5.");
        await store.KnowAsync(HostMemory.Ada, "The door code of my flat is 9-9-9.");
        var model = new ScriptedChatClient();
        var agent = model.AsMemoryAgent(store.Memory, new() { Scope = HostMemory.Ada, SearchScope = scope => scope with { User = "team" } });
        await agent.RunAsync("What is the door code?");
        var block = Assert.Single(Prompts.BlocksOf(model.Last));
        Assert.Contains("8-2-5", block, StringComparison.Ordinal);
        Assert.DoesNotContain("9-9-9", block, StringComparison.Ordinal);
        Assert.Equal(["user: What is the door code?", "assistant: ok"], await store.LogOfAllSessionsAsync(HostMemory.Ada));
        Assert.Empty(await store.LogOfAllSessionsAsync(team));
    }

    [Fact]
    public async Task Placement_ByDefault_IsWhereNoHistoryKeepsIt()
    {
        await using var store = await HostMemory.OpenAsync();
        await store.KnowAsync(HostMemory.Ada, Known);
        var model = new ScriptedChatClient();
        var framework = new ChatClientAgent(model, new ChatClientAgentOptions
        {
            ChatOptions = new() { Instructions = "Be kind." },
            AIContextProviders = [new MemoryContextProvider(store.Memory, new() { Scope = HostMemory.Ada })],
        });
        await framework.RunAsync(Question);
        Assert.StartsWith("Be kind.", model.Last.Options!.Instructions, StringComparison.Ordinal);
        Assert.Contains("Porto", model.Last.Options.Instructions, StringComparison.Ordinal);
        Assert.Equal(Question, Assert.Single(model.Last.Messages).Text);

        // With the durable history the block leads the question, and the instructions stay as they are.
        var durable = model.AsMemoryAgent(store.Memory, new() { Scope = HostMemory.Ada }, new() { ChatOptions = new() { Instructions = "Be kind." } });
        await durable.RunAsync(Question);
        Assert.Equal("Be kind.", model.Last.Options!.Instructions);
        Assert.Contains("Porto", model.Last.Messages[^1].Contents[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(Question, model.Last.Messages[^1].Contents[^1].ToString());
    }

    [Fact]
    public async Task Stream_Abandoned_WithoutTheMemoryAgent_StillKeepsTheQuestionAndGoesOn()
    {
        await using var store = await HostMemory.OpenAsync();
        var agent = new ChatClientAgent(
            ScriptedChatClient.Answering(_ => "a long answer in several words"),
            new ChatClientAgentOptions { AIContextProviders = [new MemoryContextProvider(store.Memory, new() { Scope = HostMemory.Ada })] });
        var talk = new AgentSessionTalk(agent, await agent.CreateSessionAsync());
        await foreach (var _ in talk.StreamAsync("Tell me something long."))
        {
            break;
        }

        Assert.Equal(["user: Tell me something long."], await store.LogOfAllSessionsAsync(HostMemory.Ada));
        await talk.SayAsync("Something short, then.", streaming: true);
        Assert.Equal(
            ["user: Tell me something long.", "user: Something short, then.", "assistant: a long answer in several words"],
            await store.LogOfAllSessionsAsync(HostMemory.Ada));
    }

    [Fact]
    public async Task TurnCompleted_IsToldOfWholeAndOfPartialAnswers()
    {
        await using var store = await HostMemory.OpenAsync();
        await store.KnowAsync(HostMemory.Ada, Known);
        var reports = new List<MemoryTurnReport>();
        var agent = ScriptedChatClient.Answering(_ => "in Porto, I think").AsMemoryAgent(store.Memory, new()
        {
            Scope = HostMemory.Ada,
            TurnCompleted = report =>
            {
                reports.Add(report);
                throw new InvalidOperationException("a broken callback");
            },
        });
        var talk = new AgentSessionTalk(agent, await agent.CreateSessionAsync());
        await talk.SayAsync(Question, streaming: false);
        await foreach (var _ in talk.StreamAsync("Where exactly does my sister Maria live?"))
        {
            break;
        }

        Assert.Equal(2, reports.Count);
        Assert.All(reports, report => Assert.NotEmpty(report.Recalled));
        Assert.All(reports, report => Assert.True(report.Ledger.InjectedTokens > 0));
        Assert.Equal(2, (await store.Memory.Ledger.SumAsync(HostMemory.Ada)).Turns);
    }

    [Fact]
    public async Task OfferTools_On_AddsThemBesideTheCallersOwn()
    {
        await using var store = await HostMemory.OpenAsync();
        var model = new ScriptedChatClient();
        var agent = model.AsMemoryAgent(store.Memory, new() { Scope = HostMemory.Ada, OfferTools = true });
        await new AgentSessionTalk(agent, await agent.CreateSessionAsync()).SayAsync("Hello!", streaming: false, [AIFunctionFactory.Create(() => "mine", "recall")]);
        Assert.Equal(["correct", "forget", "list_memories", "recall", "remember"], model.Last.Options!.Tools!.Select(tool => tool.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Service_ThatKeepsTheConversation_GetsIncrementsAndUserWordsInItsInstructions()
    {
        await using var store = await HostMemory.OpenAsync();
        await store.KnowAsync(HostMemory.Ada, Known);
        var model = new ScriptedChatClient
        {
            OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok")) { ConversationId = "thread-1" }),
        };
        var agent = model.AsMemoryAgent(store.Memory, new() { Scope = HostMemory.Ada, KeepHistory = false });
        var talk = new AgentSessionTalk(agent, await agent.CreateSessionAsync());
        await talk.SayAsync("Hello there.", streaming: false);
        await talk.SayAsync(Question, streaming: false);
        Assert.Equal("thread-1", model.Last.Options!.ConversationId);
        Assert.Equal(Question, Assert.Single(model.Last.Messages).Text);
        Assert.Contains("Porto", model.Last.Options.Instructions, StringComparison.Ordinal);
        Assert.Equal(["user: Hello there.", "assistant: ok", $"user: {Question}", "assistant: ok"], await store.LogOfAllSessionsAsync(HostMemory.Ada));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_ThatPassesTheClientsOwnMemoryToo_IsRecalledOnceAndRecordedOnce(bool streaming)
    {
        await using var store = await HostMemory.OpenAsync();
        await store.KnowAsync(HostMemory.Ada, Known);
        var scope = HostMemory.Ada.InSession("shared");
        var model = new ScriptedChatClient();
        var agent = model.WithMemory(store.Memory, scope).AsMemoryAgent(store.Memory, new() { Scope = scope });
        var talk = new AgentSessionTalk(agent, await agent.CreateSessionAsync());
        var before = store.Searches;
        await talk.SayAsync(Question, streaming);
        await talk.SayAsync("Thank you, that helps.", streaming);
        Assert.Single(Prompts.BlocksOf(model.Calls[0]));
        Assert.Equal(before + 2, store.Searches);
        Assert.Equal([$"user: {Question}", "assistant: ok", "user: Thank you, that helps.", "assistant: ok"], await store.LogOfAllSessionsAsync(HostMemory.Ada, inactive: true));
        Assert.Equal(2, (await store.Memory.Ledger.SumAsync(HostMemory.Ada)).Turns);
    }

    [Fact]
    public async Task Agents_OfOneUser_AreToldApartInTheLog()
    {
        await using var store = await HostMemory.OpenAsync();
        foreach (var name in new[] { "planner", "writer" })
        {
            await new ScriptedChatClient().AsMemoryAgent(store.Memory, new() { Scope = HostMemory.Ada }, new() { Name = name }).RunAsync("Hello!");
        }

        var items = await store.Memory.Store.Evidence.ListAsync(await store.Memory.ResolveAsync(HostMemory.Ada), new());
        Assert.Equal(["planner", "planner", "writer", "writer"], items.Select(item => item.Agent));
    }

    private static async Task<IReadOnlyList<string?>> SessionsOfAsync(HostMemory store)
    {
        var items = await store.Memory.Store.Evidence.ListAsync(await store.Memory.ResolveAsync(HostMemory.Ada), new() { Limit = 1000 });
        return [.. items.Select(item => item.Session).Distinct()];
    }
}
