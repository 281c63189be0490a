using MemOS.AgentFramework;
using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.AgentFramework;

/// <summary>The code of docs/hosts/agent-framework.md that no sample holds.</summary>
public sealed class PageExampleTests
{
    [Fact]
    public async Task Parts_PutTogetherByHand_RememberToo()
    {
        await using var store = await HostMemory.OpenAsync();
        await store.KnowAsync(HostMemory.Ada, "My sister Maria lives in Porto.");
        var memory = store.Memory;
        var model = new ScriptedChatClient();

        #region parts
        var options = new MemoryAgentOptions
        {
            BudgetTokens = 300,
            ScopeResolver = (agent, session, cancellationToken) => ValueTask.FromResult<MemoryScope?>(MemoryScope.ForUser(CurrentUser())),
        };
        var agent = new ChatClientAgent(model, new ChatClientAgentOptions
        {
            AIContextProviders = [new MemoryContextProvider(memory, options)],     // records, recalls, reduces
            ChatHistoryProvider = new MemoryChatHistoryProvider(memory, options),  // optional: a durable history
        });
        AIAgent complete = agent.AsBuilder().UseMemory().Build();                  // keeps what was seen of a stream that is left
        #endregion

        await complete.RunAsync("Where does my sister Maria live?");
        Assert.Contains("Porto", Assert.Single(Prompts.BlocksOf(model.Last)), StringComparison.Ordinal);

        static string CurrentUser() => "ada";
    }

    [Fact]
    public async Task Skills_ThroughTheFrameworksProvider_AreShown()
    {
        await using var store = await HostMemory.OpenAsync();
        var shop = new LearnedReturns();
        var skill = await shop.LearnAsync(store, HostMemory.Ada);
        await store.Memory.ChangeSkillAsync(skill.Name, Evolution.Skills.SkillLife.Approve, HostMemory.Ada);
        var memory = store.Memory;
        var functions = shop.Functions;
        var model = new ScriptedChatClient();

        #region skills
        var skills = new MemorySkillsSource(memory, tools: () => functions);
        AIAgent agent = model.AsMemoryAgent(memory, agent: new() { AIContextProviders = [new AgentSkillsProvider(skills)] });
        #endregion

        await agent.RunAsync("Please refund order 1005", (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada));
        Assert.Contains(MemorySkillsSource.NameOf(skill), model.Last.Options!.Instructions, StringComparison.Ordinal);
        Assert.Contains(model.Last.Options.Tools!, tool => tool.Name == "run_skill_script");
    }
}
