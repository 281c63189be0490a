using System.Text.Json;
using MemOS.EndToEnd.Chat;
using MemOS.Evolution.Skills;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Skills;

public class OfferTests
{
    private const string Skill = "find_order_then_refund_order";
    private readonly ReturnsShop shop = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARequestThatASkillFits_IsDoneByOneCallAndNotedAsATrial(bool streaming)
    {
        await using var host = await LearnedAsync(approve: true);
        var model = CallingTheSkill();
        var client = new ToolLoopChatClient(model).WithMemory(host.Memory, host.Ada);
        var options = new ChatOptions { Tools = [.. shop.Functions] };
        await client.AskAsync(streaming, [new(ChatRole.User, "Refund order 2001 please")], options);
        Assert.Equal(["find_order 2001", "refund_order 2001 12.5"], shop.Log);
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal(2, options.Tools.Count);
        var trial = Assert.Single((await FindAsync(host)).Trials);
        Assert.True(trial.IsSuccess);
    }

    [Fact]
    public async Task AFailedRun_LeavesALessonWithoutValues()
    {
        await using var host = await LearnedAsync(approve: true);
        shop.IsClosed = true;
        var report = await host.Memory.Skills.RunAsync(host.Ada, Skill, Order(2001), () => shop.Functions);
        Assert.Equal((SkillRunStatus.Failed, 1), (report.Status, report.Done.Count));
        var lesson = Assert.Single((await FindAsync(host)).Lessons);
        Assert.Contains("is closed", lesson, StringComparison.Ordinal);
        Assert.DoesNotContain("T-4", lesson, StringComparison.Ordinal);
        var offered = Assert.Single(await OfferAsync(host));
        Assert.Contains("is closed", offered.Tool.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATimeoutOfAFunction_IsAFailedTrialAndNoException()
    {
        await using var host = await LearnedAsync(approve: true);
        shop.Before = call => Stop(call, new TaskCanceledException("no answer within 100 seconds"));
        var report = await host.Memory.Skills.RunAsync(host.Ada, Skill, Order(2001), () => shop.Functions);
        Assert.Equal((SkillRunStatus.Failed, 1), (report.Status, report.Done.Count));
        Assert.Equal(["refund_order"], report.NotDone);
        var trial = Assert.Single((await FindAsync(host)).Trials);
        Assert.Equal((false, false), (trial.IsSuccess, trial.IsCancelled));
    }

    [Fact]
    public async Task ARunThatItsCallerCancels_IsNotedWithWhatWasDoneAndCountsNeitherWay()
    {
        await using var host = await LearnedAsync(approve: true);
        using var caller = new CancellationTokenSource();
        shop.Before = call =>
        {
            if (call.StartsWith("refund", StringComparison.Ordinal))
            {
                caller.Cancel();
                caller.Token.ThrowIfCancellationRequested();
            }
        };
        var stopped = await Assert.ThrowsAsync<SkillCanceledException>(() => host.Memory.Skills.RunAsync(host.Ada, Skill, Order(2001), () => shop.Functions, cancellationToken: caller.Token));
        Assert.Equal("find_order", Assert.Single(stopped.Report.Done).Tool);
        var skill = await FindAsync(host);
        var trial = Assert.Single(skill.Trials);
        Assert.True(trial.IsCancelled);
        Assert.Contains("may or may not have been done", trial.Lesson, StringComparison.Ordinal);
        Assert.Contains("of 2 calls were done", trial.Lesson, StringComparison.Ordinal);
        Assert.Equal(0, skill.Posterior.Trials);
        Assert.Empty(skill.Lessons);
    }

    [Theory]
    [InlineData("What is the weather in Porto?")]
    [InlineData("")]
    public async Task ARequestThatNoSkillFits_IsOfferedNone(string request)
    {
        await using var host = await LearnedAsync(approve: true);
        Assert.Empty(await OfferAsync(host, request));
    }

    [Fact]
    public async Task ASkillThatNobodyApproved_IsOfferedOnlyWhereAPersonIsAsked()
    {
        await using var host = await LearnedAsync(approve: false);
        Assert.Empty(await OfferAsync(host));
        Assert.IsType<ApprovalRequiredAIFunction>(Assert.Single(await OfferAsync(host, options: new() { IncludeUnapproved = true })).Tool);
        Assert.Single(await OfferAsync(host, options: new() { Run = new() { Approver = (_, _, _) => ValueTask.FromResult(true) } }));
        Assert.IsType<SkillFunction>(Assert.Single(await OfferAsync(host, options: new() { Run = new() { Approval = SkillApproval.Trusted } })).Tool);
    }

    [Fact]
    public async Task AYesToTheFirstRun_ApprovesTheVersion_AndThreeGoodRunsMakeItActive()
    {
        await using var host = await LearnedAsync(approve: false);
        var asked = 0;
        var options = new SkillRunOptions { Approver = (_, _, _) => ValueTask.FromResult(++asked > 0) };
        await host.Memory.Skills.RunAsync(host.Ada, Skill, Order(2001), () => shop.Functions, options);
        Assert.Equal((SkillStatus.Trial, 1), ((await FindAsync(host)).Status, (await FindAsync(host)).ApprovedVersion));
        await host.Memory.Skills.RunAsync(host.Ada, Skill, Order(2002), () => shop.Functions, options);
        await host.Memory.Skills.RunAsync(host.Ada, Skill, Order(2003), () => shop.Functions);
        Assert.Equal(1, asked);
        Assert.Equal(SkillStatus.Active, (await FindAsync(host)).Status);
    }

    [Fact]
    public async Task AYesThatTheHostAskedFor_IsKept()
    {
        await using var host = await LearnedAsync(approve: false);
        var asking = Assert.Single(await OfferAsync(host, options: new() { IncludeUnapproved = true })).Tool;
        Assert.IsType<ApprovalRequiredAIFunction>(asking);
        await asking.InvokeAsync(Order(2001));
        Assert.IsType<SkillFunction>(Assert.Single(await OfferAsync(host)).Tool);
    }

    [Theory]
    [InlineData(SkillApproval.Always, true)]
    [InlineData(SkillApproval.FirstUse, false)]
    public async Task AYesToOneRun_OrANo_ApprovesNothing(SkillApproval approval, bool agrees)
    {
        await using var host = await LearnedAsync(approve: false);
        await host.Memory.Skills.RunAsync(host.Ada, Skill, Order(2001), () => shop.Functions, new() { Approval = approval, Approver = (_, _, _) => ValueTask.FromResult(agrees) });
        Assert.Null((await FindAsync(host)).ApprovedVersion);
    }

    [Fact]
    public async Task AYesToWhatWasRejectedMeanwhile_DoesNotBringItBack()
    {
        await using var host = await LearnedAsync(approve: false);
        var asking = Assert.Single(await OfferAsync(host, options: new() { IncludeUnapproved = true })).Tool;
        await host.Memory.ChangeSkillAsync(Skill, skill => SkillLife.Reject(skill, "no"), host.Ada);
        await asking.InvokeAsync(Order(2001));
        Assert.Equal(SkillStatus.Rejected, (await FindAsync(host)).Status);
    }

    [Fact]
    public async Task ASkillWhoseFunctionsAreNotThere_IsNotOffered()
    {
        await using var host = await LearnedAsync(approve: true);
        Assert.Empty(await host.Memory.Skills.OfferAsync(host.Ada, "Refund order 2001", () => shop.Functions.Take(1)));
        var changed = AIFunctionFactory.Create((string order, double amount) => order, "refund_order");
        Assert.Empty(await host.Memory.Skills.OfferAsync(host.Ada, "Refund order 2001", () => [shop.Functions[0], changed]));
    }

    [Fact]
    public async Task TheBudget_IsAnUpperBound()
    {
        await using var host = await LearnedAsync(approve: true);
        var cost = Assert.Single(await OfferAsync(host)).Tokens;
        Assert.Single(await OfferAsync(host, options: new() { BudgetTokens = cost }));
        Assert.Empty(await OfferAsync(host, options: new() { BudgetTokens = cost - 1 }));
        Assert.Empty(await OfferAsync(host, options: new() { MaxSkills = 0 }));
    }

    [Fact]
    public async Task WithoutARequest_TheSkillsWhoseRunsWentBestAreOffered()
    {
        await using var host = await LearnedAsync(approve: true);
        var learned = await FindAsync(host);
        await host.Memory.AddSkillAsync(learned with { Name = "a_failing_one", Trials = [new(1, host.Time.Now, IsSuccess: false)] }, host.Ada);
        var offered = await host.Memory.Skills.OfferAsync(host.Ada, request: null, () => shop.Functions);
        Assert.Equal([Skill, "a_failing_one"], offered.Select(skill => skill.Tool.Name));
        Assert.Single(await host.Memory.Skills.OfferAsync(host.Ada, request: null, () => shop.Functions, new() { BudgetTokens = offered[0].Tokens }));
    }

    [Fact]
    public async Task AnotherUser_IsNotOfferedTheSkill()
    {
        await using var host = await LearnedAsync(approve: true);
        Assert.Empty(await host.Memory.Skills.OfferAsync(MemoryScope.ForUser("bob"), "Refund order 2001", () => shop.Functions));
    }

    [Fact]
    public async Task SkillsSwitchedOff_AreNotOffered()
    {
        await using var host = await LearnedAsync(approve: true);
        var model = new ScriptedChatClient();
        var client = new MemoryChatClient(model, host.Memory, new() { Scope = host.Ada, Skills = null });
        await client.GetResponseAsync("Refund order 2001", new() { Tools = [.. shop.Functions] });
        Assert.Equal(2, model.Last.Options!.Tools!.Count);
    }

    private static void Stop(string call, Exception error)
    {
        if (call.StartsWith("refund", StringComparison.Ordinal))
        {
            throw error;
        }
    }

    private static AIFunctionArguments Order(int order) => new(new Dictionary<string, object?> { ["order"] = order });

    private static ScriptedChatClient CallingTheSkill()
    {
        var model = new ScriptedChatClient();
        model.OnResponse = (call, _) => Task.FromResult(new ChatResponse(
            model.Calls.Count > 1 ? new ChatMessage(ChatRole.Assistant, "Refunded.")
            : new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", call.Options!.Tools!.Single(tool => tool.Name == Skill).Name, new Dictionary<string, object?> { ["order"] = JsonElement.Parse("2001") })])));
        return model;
    }

    private static async Task<Skill> FindAsync(ChatHost host) => Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill;

    private async Task<ChatHost> LearnedAsync(bool approve)
    {
        var host = await ChatHost.OpenAsync();
        await shop.LearnAsync(host);
        if (approve)
        {
            await host.Memory.ChangeSkillAsync(Skill, SkillLife.Approve, host.Ada);
        }

        return host;
    }

    private Task<IReadOnlyList<OfferedSkill>> OfferAsync(ChatHost host, string request = "Refund order 2001", SkillOfferOptions? options = null) =>
        host.Memory.Skills.OfferAsync(host.Ada, request, () => shop.Functions, options);
}
