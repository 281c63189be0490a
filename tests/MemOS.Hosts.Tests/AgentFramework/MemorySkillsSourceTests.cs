using System.Text.Json;
using MemOS.AgentFramework;
using MemOS.Evolution.Skills;
using MemOS.TestKit;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.AgentFramework;

public sealed class MemorySkillsSourceTests
{
    [Fact]
    public async Task Skill_Approved_IsShownLoadedRunAndNoted()
    {
        await using var store = await HostMemory.OpenAsync();
        var shop = new LearnedReturns();
        var skill = await shop.LearnAsync(store, HostMemory.Ada);
        await store.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, HostMemory.Ada);
        var name = MemorySkillsSource.NameOf(skill);
        var model = new ScriptedChatClient { OnResponse = (call, _) => Task.FromResult(new ChatResponse(Next(call, name))) };
        var agent = AgentOf(store, shop, model, new() { DisableLoadSkillApproval = true, DisableRunSkillScriptApproval = true });
        var answer = await agent.RunAsync("Please refund order 1005");

        Assert.Equal("Done.", answer.Text);
        Assert.Contains(name, model.Calls[0].Options!.Instructions, StringComparison.Ordinal);
        var loaded = model.Calls[1].Messages[^1].Contents.OfType<FunctionResultContent>().Single().Result!.ToString()!;
        Assert.Contains("find_order, refund_order", loaded, StringComparison.Ordinal);
        Assert.Contains("\"order\"", loaded, StringComparison.Ordinal);
        Assert.Equal(["find_order 1005", "refund_order 1005 12.5"], shop.Calls);
        var after = (await store.Memory.ListSkillsAsync(HostMemory.Ada)).Single(stored => stored.Skill.Name == skill.Name).Skill;
        Assert.True(Assert.Single(after.Trials).IsSuccess);
    }

    [Fact]
    public async Task Skill_OfAnotherUser_OrNotApproved_IsNotShown()
    {
        await using var store = await HostMemory.OpenAsync();
        var shop = new LearnedReturns();
        var skill = await shop.LearnAsync(store, HostMemory.Ada);
        var agent = AgentOf(store, shop, new(), new());
        var source = new MemorySkillsSource(store.Memory, () => shop.Functions);
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada);
        Assert.Empty(await source.GetSkillsAsync(new(agent, session)));

        await store.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, HostMemory.Ada);
        Assert.Single(await source.GetSkillsAsync(new(agent, session)));
        Assert.Empty(await source.GetSkillsAsync(new(agent, (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Bob))));
        var none = await agent.CreateSessionAsync();
        await Assert.ThrowsAsync<MemoryScopeException>(() => source.GetSkillsAsync(new(agent, none)));
    }

    [Fact]
    public async Task Skill_WhoseFunctionsAreMissing_IsNotShown()
    {
        await using var store = await HostMemory.OpenAsync();
        var shop = new LearnedReturns();
        var skill = await shop.LearnAsync(store, HostMemory.Ada);
        await store.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, HostMemory.Ada);
        var agent = AgentOf(store, shop, new(), new());
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada);
        Assert.Empty(await new MemorySkillsSource(store.Memory, () => [shop.Functions[0]]).GetSkillsAsync(new(agent, session)));
    }

    [Fact]
    public async Task Skills_InARun_AreThoseThatFitItsRequest()
    {
        await using var store = await HostMemory.OpenAsync();
        var shop = new LearnedReturns();
        var skill = await shop.LearnAsync(store, HostMemory.Ada);
        await store.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, HostMemory.Ada);
        var name = MemorySkillsSource.NameOf(skill);
        var model = new ScriptedChatClient();
        var agent = AgentOf(store, shop, model, new());
        var session = await agent.CreateSessionAsync();

        Assert.False(await IsShownAsync("What will the weather be like in Porto tomorrow?"));
        Assert.True(await IsShownAsync("Please refund an order of mine"));
        Assert.True(await IsShownAsync("Number 1005"));
        Assert.True(await IsShownAsync(""));
        Assert.False(await IsShownAsync("And now tell me how the weather will be in Porto"));

        async Task<bool> IsShownAsync(string request)
        {
            await agent.RunAsync([new ChatMessage(ChatRole.User, request)], session);
            return model.Last.Options?.Instructions?.Contains(name, StringComparison.Ordinal) == true;
        }
    }

    [Fact]
    public async Task Skills_OutsideARun_AreThoseWhoseRunsWentBestWithinTheBudget()
    {
        await using var store = await HostMemory.OpenAsync();
        var shop = new LearnedReturns();
        var skill = await shop.LearnAsync(store, HostMemory.Ada);
        var approved = await store.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, HostMemory.Ada);
        await store.Memory.AddSkillAsync(approved.Skill with { Name = "a_proven_one", Trials = [new(1, store.Time.Now, IsSuccess: true)] }, HostMemory.Ada);
        var agent = AgentOf(store, shop, new(), new());
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada);

        Assert.Equal("a-proven-one", Assert.Single(await SkillsAsync(new() { MaxSkills = 1 })).Frontmatter.Name);
        Assert.Equal(2, (await SkillsAsync(new())).Count);
        Assert.Empty(await SkillsAsync(new() { BudgetTokens = 1 }));

        Task<IList<AgentSkill>> SkillsAsync(SkillOfferOptions offer) =>
            new MemorySkillsSource(store.Memory, () => shop.Functions, new() { Skills = offer }).GetSkillsAsync(new(agent, session));
    }

    [Theory]
    [InlineData("""{"order":1006}""", "refund_order 1006 12.5")]
    [InlineData("\"{\\\"order\\\":1006}\"", "refund_order 1006 12.5")]
    [InlineData("\"not json\"", null)]
    [InlineData("{}", null)]
    public async Task Script_Arguments_AreReadOrRefusedWithAReason(string arguments, string? expected)
    {
        await using var store = await HostMemory.OpenAsync();
        var shop = new LearnedReturns();
        var skill = await shop.LearnAsync(store, HostMemory.Ada);
        await store.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, HostMemory.Ada);
        var agent = AgentOf(store, shop, new(), new());
        var session = (await agent.CreateSessionAsync()).WithMemoryScope(HostMemory.Ada);
        var shown = Assert.Single(await new MemorySkillsSource(store.Memory, () => shop.Functions).GetSkillsAsync(new(agent, session)));
        Assert.Null(await shown.GetScriptAsync("another"));
        var script = (await shown.GetScriptAsync("run"))!;
        var report = JsonSerializer.Serialize(await script.RunAsync(shown, JsonElement.Parse(arguments), null));
        if (expected is null)
        {
            Assert.Empty(shop.Calls);
            Assert.Contains("required", report, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, shop.Calls[^1]);
        }
    }

    [Fact]
    public async Task Provider_ByDefault_AsksForApproval()
    {
        await using var store = await HostMemory.OpenAsync();
        var shop = new LearnedReturns();
        var skill = await shop.LearnAsync(store, HostMemory.Ada);
        await store.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, HostMemory.Ada);
        var model = new ScriptedChatClient();
        await AgentOf(store, shop, model, new()).RunAsync("Please refund order 1005");
        var tools = model.Last.Options!.Tools!.OfType<AIFunction>().Where(tool => tool.Name is "load_skill" or "run_skill_script").ToList();
        Assert.Equal(2, tools.Count);
        Assert.All(tools, tool => Assert.NotNull(tool.GetService<ApprovalRequiredAIFunction>()));
    }

    [Theory]
    [InlineData("find_order_then_refund", "find-order-then-refund")]
    [InlineData("__a__b__", "a-b")]
    [InlineData("日本", "skill")]
    public void NameOf_FollowsTheFrameworksRules(string name, string expected)
    {
        var skill = new Skill { Name = name, Description = "d", Status = SkillStatus.Trial, StatusReason = "r", CurrentVersion = 1, Versions = [new() { Number = 1, Reason = "r", Created = default }] };
        Assert.Equal(expected, MemorySkillsSource.NameOf(skill));
        Assert.Equal(expected, new AgentSkillFrontmatter(MemorySkillsSource.NameOf(skill), "d").Name);
    }

    private static ChatClientAgent AgentOf(HostMemory store, LearnedReturns shop, ScriptedChatClient model, AgentSkillsProviderOptions options) =>
        new(model, new ChatClientAgentOptions
        {
            AIContextProviders = [new AgentSkillsProvider(new MemorySkillsSource(store.Memory, () => shop.Functions, new() { Scope = HostMemory.Ada }), options)],
        });

    // A model that loads the skill, runs its script, and is done.
    private static ChatMessage Next(ChatCall call, string skill) => call.Messages.Count(message => message.Role == ChatRole.Tool) switch
    {
        0 => new(ChatRole.Assistant, [new FunctionCallContent("c1", "load_skill", new Dictionary<string, object?> { ["skillName"] = skill })]),
        1 => new(ChatRole.Assistant, [new FunctionCallContent("c2", "run_skill_script", new Dictionary<string, object?>
        {
            ["skillName"] = skill,
            ["scriptName"] = "run",
            ["arguments"] = JsonElement.Parse("""{"order":1005}"""),
        })]),
        _ => new(ChatRole.Assistant, "Done."),
    };
}
