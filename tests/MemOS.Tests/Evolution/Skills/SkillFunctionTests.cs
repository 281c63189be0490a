using System.Text.Json;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

namespace MemOS.Tests.Evolution.Skills;

public sealed class SkillFunctionTests
{
    private readonly LearnedSkill shop = new();

    [Fact]
    public async Task InvokeAsync_Approved_DoesTheCallsOfThePlan()
    {
        var answer = await shop.Function(SkillLife.Approve(shop.Learn())).InvokeAsync(LearnedSkill.Order(1007));
        Assert.Equal(["find_order 1007", "refund 1007 C-1 12.5"], shop.Log);
        var report = Assert.IsType<JsonElement>(answer);
        Assert.Equal("Completed", report.GetProperty("status").GetString());
    }

    [Fact]
    public void JsonSchema_IsComplete()
    {
        var schema = shop.Function(shop.Learn()).JsonSchema;
        Assert.Equal("integer", schema.GetProperty("properties").GetProperty("order").GetProperty("type").GetString());
        Assert.Equal("order", Assert.Single(schema.GetProperty("required").EnumerateArray()).GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("1007")]
    [InlineData(1.5)]
    [InlineData(null)]
    public async Task RunAsync_ArgumentOfAnotherType_IsRefused(object? order)
    {
        var report = await shop.Function(SkillLife.Approve(shop.Learn())).RunAsync(LearnedSkill.Order(order));
        Assert.Equal(SkillRunStatus.Refused, report.Status);
        Assert.Contains("'order' must be of type integer", report.Error, StringComparison.Ordinal);
        Assert.Empty(shop.Log);
    }

    [Theory]
    [InlineData("1001.0")]
    [InlineData("1.001e3")]
    public async Task RunAsync_WholeNumberWrittenWithAPoint_IsGivenToTheFunctionAsOne(string order)
    {
        var report = await shop.Function(SkillLife.Approve(shop.Learn())).RunAsync(LearnedSkill.Order(JsonElement.Parse(order)));
        Assert.Equal(SkillRunStatus.Completed, report.Status);
        Assert.Equal("find_order 1001", shop.Log[0]);
    }

    [Fact]
    public async Task RunAsync_MissingOrUnknownArgument_IsRefused()
    {
        var function = shop.Function(SkillLife.Approve(shop.Learn()));
        Assert.Contains("required", (await function.RunAsync([])).Error, StringComparison.Ordinal);
        var report = await function.RunAsync(new(new Dictionary<string, object?> { ["order"] = 1, ["scope"] = "eve" }));
        Assert.Contains("no parameter 'scope'", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_BeforeApproval_IsRefusedAndTheHostIsAsked()
    {
        var function = shop.Function(shop.Learn());
        Assert.Equal(SkillRunStatus.Refused, (await function.RunAsync(LearnedSkill.Order(1))).Status);
        Assert.IsType<ApprovalRequiredAIFunction>(function.ToTool());
        Assert.Empty(shop.Log);
        await function.ToTool().InvokeAsync(LearnedSkill.Order(1));
        Assert.Equal(2, shop.Log.Count);
    }

    [Theory]
    [InlineData(true, SkillRunStatus.Completed)]
    [InlineData(false, SkillRunStatus.Refused)]
    public async Task RunAsync_Approver_Decides(bool agrees, SkillRunStatus expected)
    {
        IReadOnlyList<SkillCall>? shown = null;
        var report = await shop.Function(shop.Learn(), new()
        {
            Approver = (_, calls, _) =>
            {
                shown = calls;
                return ValueTask.FromResult(agrees);
            },
        }).RunAsync(LearnedSkill.Order(5));
        Assert.Equal(expected, report.Status);
        Assert.Equal(["find_order", "refund"], shown!.Select(call => call.Tool));
        Assert.Equal(5, shown![1].Arguments!.Value.GetProperty("order").GetInt32());
    }

    [Fact]
    public void RequiresApproval_FollowsTheSetting()
    {
        var learned = shop.Learn();
        var approved = SkillLife.Approve(learned);
        Assert.True(shop.Function(approved, new() { Approval = SkillApproval.Always }).RequiresApproval);
        Assert.False(shop.Function(approved).RequiresApproval);
        Assert.False(shop.Function(learned, new() { Approval = SkillApproval.Trusted }).RequiresApproval);
        Assert.True(shop.Function(learned with { IsTrusted = false }, new() { Approval = SkillApproval.Trusted }).RequiresApproval);
    }

    [Fact]
    public async Task RunAsync_FailingCall_StopsAndReports()
    {
        shop.Fails = "refund";
        SkillReport? trial = null;
        var report = await shop.Function(SkillLife.Approve(shop.Learn()), new()
        {
            Completed = (ended, _) =>
            {
                trial = ended;
                return ValueTask.CompletedTask;
            },
        }).RunAsync(LearnedSkill.Order(1));
        Assert.Equal(SkillRunStatus.Failed, report.Status);
        Assert.Equal("find_order", Assert.Single(report.Done).Tool);
        Assert.Equal(["refund"], report.NotDone);
        Assert.Contains("the till is closed", report.Error, StringComparison.Ordinal);
        Assert.Same(report, trial);
    }

    [Fact]
    public async Task RunAsync_Cancelled_MakesNoFurtherCall()
    {
        using var source = new CancellationTokenSource();
        shop.CancelAfterFind = source;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.Function(SkillLife.Approve(shop.Learn())).RunAsync(LearnedSkill.Order(1), source.Token));
        Assert.Single(shop.Log);
    }

    [Fact]
    public async Task RunAsync_MissingFunction_RefusesBeforeAnythingIsDone()
    {
        var function = new SkillFunction(SkillLife.Approve(shop.Learn()), () => [shop.Functions[0]]);
        var report = await function.RunAsync(LearnedSkill.Order(1));
        Assert.Equal(SkillRunStatus.Refused, report.Status);
        Assert.Contains("no function refund", report.Error, StringComparison.Ordinal);
        Assert.Empty(shop.Log);
    }

    [Fact]
    public async Task RunAsync_ChangedSchema_RefusesBeforeAnythingIsDone()
    {
        var changed = AIFunctionFactory.Create((int order, string customer, double amount, string till) => "x", "refund");
        var report = await new SkillFunction(SkillLife.Approve(shop.Learn()), () => [shop.Functions[0], changed]).RunAsync(LearnedSkill.Order(1));
        Assert.Contains("schema of refund has changed", report.Error, StringComparison.Ordinal);
        Assert.Empty(shop.Log);
    }

    [Fact]
    public async Task RunAsync_ToolOutsideTheEvidence_IsNeverCalled()
    {
        var skill = SkillLife.Approve(shop.Learn());
        var forged = skill with { Versions = [skill.Current with { Tools = [skill.Current.Tools[0]] }] };
        var report = await shop.Function(forged).RunAsync(LearnedSkill.Order(1));
        Assert.Contains("not among the tools", report.Error, StringComparison.Ordinal);
        Assert.Empty(shop.Log);
    }

    [Fact]
    public async Task RunAsync_Limits_AreKept()
    {
        var skill = SkillLife.Approve(shop.Learn());
        Assert.Equal(SkillRunStatus.Refused, (await shop.Function(skill, new() { MaxSteps = 1 }).RunAsync(LearnedSkill.Order(1))).Status);
        var report = await shop.Function(skill, new() { MaxOutput = 5 }).RunAsync(LearnedSkill.Order(1));
        Assert.Equal(SkillRunStatus.Failed, report.Status);
        Assert.Null(report.Done[0].Result);
    }

    [Fact]
    public async Task RunAsync_LongRun_IsStopped()
    {
        var slow = AIFunctionFactory.Create(async (int order, CancellationToken cancellationToken) =>
        {
            var never = new TaskCompletionSource();
            await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            await never.Task;
            return "never";
        }, "find_order");
        var skill = SkillLife.Approve(shop.Learn());
        var loose = skill with { Versions = [skill.Current with { Tools = [.. skill.Current.Tools.Select(tool => tool with { Schema = null })] }] };
        var report = await new SkillFunction(loose, () => [slow, shop.Functions[1]], new() { MaxTime = TimeSpan.FromMilliseconds(1) }).RunAsync(LearnedSkill.Order(1));
        Assert.Equal(SkillRunStatus.Failed, report.Status);
        Assert.Contains("took longer", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void DryRun_ShowsTheCallsAndMakesNone()
    {
        var calls = shop.Function(shop.Learn()).DryRun(LearnedSkill.Order(4));
        Assert.Equal("""{"order":4}""", calls[0].Arguments!.Value.GetRawText());
        Assert.Null(calls[0].Waiting);
        Assert.Equal("""{"order":4,"customer":"‹from find_order: /customer›","amount":"‹from find_order: /total›"}""", calls[1].Arguments!.Value.GetRawText());
        Assert.Equal(["/customer", "/amount"], calls[1].Waiting!);
        Assert.Empty(shop.Log);
    }

    [Fact]
    public void DryRun_OneToolTwiceAndPartsOfArguments_SaysWhichCallIsMeant()
    {
        var skill = shop.Learn();
        var find = skill.Current.Plan!.Steps[0];
        var nested = new ObjectValue(new Dictionary<string, PlanValue> { ["lines"] = new ArrayValue([new ConstantValue(JsonElement.Parse("7")), new ResultBinding(1, "/total")]), ["all"] = new ResultBinding(0, "") });
        var twice = skill with { Versions = [skill.Current with { Plan = skill.Current.Plan with { Steps = [find, find, new("refund", nested)] } }] };
        var call = shop.Function(twice).DryRun(LearnedSkill.Order(4))[2];
        Assert.Equal("""{"lines":[7,"‹from call 2, find_order: /total›"],"all":"‹from call 1, find_order›"}""", call.Arguments!.Value.GetRawText());
        Assert.Equal(["/lines/1", "/all"], call.Waiting!);
    }

    [Fact]
    public void Constructor_PlanThatNeedsAPerson_IsRefused()
    {
        var skill = shop.Learn();
        var open = skill.Current with { Plan = new() { Parameters = [], Steps = [new("refund", new ObjectValue(new Dictionary<string, PlanValue> { ["x"] = new PersonValue("why") }))] } };
        Assert.Throws<ArgumentException>(() => shop.Function(skill with { Versions = [open] }));
        Assert.Throws<ArgumentException>(() => shop.Function(SkillLife.Retire(skill, "old")));
    }

    [Fact]
    public void SkillsThemselves_AreNoToolsOfSkills() => Assert.NotNull(((AITool)shop.Function(shop.Learn())).GetService<SkillFunction>());
}
