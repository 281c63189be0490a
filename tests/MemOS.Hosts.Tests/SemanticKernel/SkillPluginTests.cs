using System.Text.Json;
using MemOS.Evolution;
using MemOS.Evolution.Skills;
using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionInvocationContext = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>Three returns that a model did step by step in a kernel, and the skill that is learned from what the filters and the chat recorded.</summary>
public sealed class SkillPluginTests
{
    private const string Skill = "shop_find_order_then_shop_refund";
    private readonly List<string> done = [];
    private readonly List<string> filtered = [];

    [Fact]
    public async Task Skill_LearnedFromAKernelsChats_IsOneFunctionOfThePlugin()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = await LearnAsync(host, approve: true);
        done.Clear();

        var clone = await kernel.WithMemorySkillsAsync("Please refund order 2001");
        var again = await clone.WithMemorySkillsAsync();

        Assert.False(kernel.Plugins.TryGetPlugin("skills", out _));
        Assert.Equal([Skill], again.Plugins["skills"].Select(function => function.Name));
        var function = Assert.Single(clone.Plugins["skills"]);
        Assert.Equal("integer", function.JsonSchema.GetProperty("properties").GetProperty("order").GetProperty("type").GetString());
        Assert.Equal("order", Assert.Single(function.JsonSchema.GetProperty("required").EnumerateArray()).GetString());

        var report = (await clone.InvokeAsync("skills", Skill, new() { ["order"] = 2001 })).GetValue<JsonElement>();

        Assert.Equal("Completed", report.GetProperty("status").GetString(), ignoreCase: true);
        Assert.Equal(["find 2001", "refund 2001 12.5"], done);
        Assert.True(Assert.Single((await FindAsync(host)).Trials).IsSuccess);
    }

    [Fact]
    public async Task Skill_CallsItsFunctionsThroughTheKernel_SoFiltersSeeEachCall()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = await LearnAsync(host, approve: true);
        var clone = await kernel.WithMemorySkillsAsync();
        clone.FunctionInvocationFilters.Add(new NotingFilter(filtered));

        await clone.InvokeAsync("skills", Skill, new() { ["order"] = 2001 });

        Assert.Equal([Skill, "find_order", "refund"], filtered);
    }

    [Fact]
    public async Task Skill_ThatNobodyApproved_RefusesUntilAPersonAgrees()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = await LearnAsync(host, approve: false);
        done.Clear();

        Assert.Empty((await kernel.WithMemorySkillsAsync("Please refund order 2001")).Plugins["skills"]);
        Assert.Empty((await kernel.WithMemorySkillsAsync()).Plugins["skills"]);

        var asked = 0;
        var options = new SkillOfferOptions { Run = new() { Approver = (_, calls, _) => ValueTask.FromResult(calls.Count == 2 && ++asked == 2) } };
        var refusal = (await (await kernel.WithMemorySkillsAsync(options: options)).InvokeAsync("skills", Skill, new() { ["order"] = 2001 })).ToString();
        Assert.Contains("did not approve", refusal, StringComparison.Ordinal);
        Assert.Empty(done);
        await (await kernel.WithMemorySkillsAsync("Please refund order 2001", options)).InvokeAsync("skills", Skill, new() { ["order"] = 2001 });
        Assert.Equal(["find 2001", "refund 2001 12.5"], done);
    }

    [Fact]
    public async Task Skills_WithoutARequest_AreThoseWhoseRunsWentBestWithinTheBudget()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = await LearnAsync(host, approve: true);
        var learned = await FindAsync(host);
        await host.Memory.AddSkillAsync(learned with { Name = "a_proven_one", Trials = [new(1, host.Time.Now, IsSuccess: true)] }, HostMemory.Ada);

        Assert.Equal(["a_proven_one"], (await kernel.WithMemorySkillsAsync(options: new() { MaxSkills = 1 })).Plugins["skills"].Select(function => function.Name));
        Assert.Equal(2, (await kernel.WithMemorySkillsAsync()).Plugins["skills"].Count());
        Assert.Empty((await kernel.WithMemorySkillsAsync(options: new() { BudgetTokens = 1 })).Plugins["skills"]);
    }

    [Fact]
    public async Task Skill_ThatATeamSharesToo_IsOneFunction_TheOwnOne()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = await LearnAsync(host, approve: true);
        await host.Memory.CreateCubeAsync("team", HostMemory.Ada.User);
        await host.Memory.Skills.PublishAsync(HostMemory.Ada, Skill, "team");
        Assert.Equal(2, (await host.Memory.ListSkillsAsync(HostMemory.Ada)).Count);

        Assert.Equal([Skill], (await kernel.WithMemorySkillsAsync()).Plugins["skills"].Select(function => function.Name));
        await (await kernel.WithMemorySkillsAsync()).InvokeAsync("skills", Skill, new() { ["order"] = 2001 });
        Assert.Single((await host.Memory.ListSkillsAsync(HostMemory.Ada))[0].Skill.Trials);
    }

    private async Task<Kernel> LearnAsync(HostMemory host, bool approve)
    {
        var kernel = Build(host, new ScriptedChatClient());
        for (var i = 1; i <= 3; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(3));
            var order = 1000 + i;
            var step = 0;
            var model = new ScriptedChatClient
            {
                OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, (step++) switch
                {
                    0 => [new FunctionCallContent($"a{order}", "shop_find_order", new Dictionary<string, object?> { ["order"] = order })],
                    1 => [new FunctionCallContent($"b{order}", "shop_refund", new Dictionary<string, object?> { ["order"] = order, ["amount"] = 12.5 })],
                    2 => [new Microsoft.Extensions.AI.TextContent("Refunded.")],
                    _ => [new Microsoft.Extensions.AI.TextContent("You are welcome.")],
                }))),
            };
            var request = Build(host, model).WithMemoryScope(HostMemory.Ada.InSession($"return-{i}"));
            var history = new ChatHistory { new(AuthorRole.User, $"Please refund order {order}") };
            await request.ChatAsync(history, streaming: i == 2, KernelHost.Auto());
            history.AddUserMessage("Thanks, that worked");
            await request.ChatAsync(history, streaming: false);
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        var tools = kernel.Plugins["shop"].AsAIFunctions().Select(function => new ToolDefinition(function.Name, function.Description, function.JsonSchema, function.Name.Contains("find", StringComparison.Ordinal)));
        await host.Memory.EvolveAsync(HostMemory.Ada, [.. tools]);
        if (approve)
        {
            await host.Memory.ChangeSkillAsync(Skill, SkillLife.Approve, HostMemory.Ada);
        }

        return kernel;
    }

    private Kernel Build(HostMemory host, IChatClient model)
    {
        var kernel = KernelHost.WithClient(host, model);
        kernel.Plugins.AddFromFunctions("shop",
        [
            KernelFunctionFactory.CreateFromMethod((int order) => Note($"find {order}", """{"customer":"C-7","total":12.5}"""), "find_order", "Finds an order."),
            KernelFunctionFactory.CreateFromMethod((int order, double amount) => Note(FormattableString.Invariant($"refund {order} {amount}"), """{"refund":"R-9"}"""), "refund", "Refunds an order."),
        ]);
        return kernel;
    }

    private JsonElement Note(string call, string result)
    {
        done.Add(call);
        return JsonElement.Parse(result);
    }

    private static async Task<Skill> FindAsync(HostMemory host) => Assert.Single(await host.Memory.ListSkillsAsync(HostMemory.Ada)).Skill;

    private sealed class NotingFilter(List<string> seen) : IFunctionInvocationFilter
    {
        public Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
        {
            seen.Add(context.Function.Name);
            return next(context);
        }
    }
}
