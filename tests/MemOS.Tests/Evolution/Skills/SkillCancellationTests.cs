using MemOS.Evolution.Skills;

namespace MemOS.Tests.Evolution.Skills;

public sealed class SkillCancellationTests
{
    private readonly LearnedSkill shop = new();
    private SkillReport? noted;

    [Theory]
    [InlineData("find_order", 0)]
    [InlineData("refund", 1)]
    public async Task RunAsync_FunctionGivesUpByItself_IsAFailedStepWithAReport(string tool, int done)
    {
        shop.Before = called => ThrowAt(tool, called, new TaskCanceledException("no answer within 100 seconds"));
        var report = await Function().RunAsync(LearnedSkill.Order(1));
        Assert.Equal((SkillRunStatus.Failed, done), (report.Status, report.Done.Count));
        Assert.Equal(tool, report.NotDone[0]);
        Assert.Contains("no answer within 100 seconds", report.Error, StringComparison.Ordinal);
        Assert.Same(report, noted);
    }

    [Fact]
    public async Task RunAsync_CallerCancelsBetweenCalls_IsNotedBeforeTheExceptionGoesOn()
    {
        using var caller = new CancellationTokenSource();
        shop.After = _ => caller.Cancel();
        var stopped = await Assert.ThrowsAsync<SkillCanceledException>(() => Function().RunAsync(LearnedSkill.Order(1), caller.Token));
        Assert.Same(stopped.Report, noted);
        Assert.Equal(caller.Token, stopped.CancellationToken);
        Assert.Equal(SkillRunStatus.Cancelled, noted!.Status);
        Assert.Equal("find_order", Assert.Single(noted.Done).Tool);
        Assert.Equal(["refund"], noted.NotDone);
    }

    [Fact]
    public async Task RunAsync_CallerCancelsDuringACall_SaysThatItMayHaveBeenDone()
    {
        using var caller = new CancellationTokenSource();
        shop.Before = called =>
        {
            if (called == "refund")
            {
                caller.Cancel();
                caller.Token.ThrowIfCancellationRequested();
            }
        };
        var stopped = await Assert.ThrowsAsync<SkillCanceledException>(() => Function().InvokeAsync(LearnedSkill.Order(1), caller.Token).AsTask());
        Assert.Contains("refund", stopped.Report.Error, StringComparison.Ordinal);
        Assert.Contains("may or may not have been done", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_CallerCancelsAfterTheLastCall_IsDone()
    {
        using var caller = new CancellationTokenSource();
        shop.After = called =>
        {
            if (called == "refund")
            {
                caller.Cancel();
            }
        };
        Assert.Equal(SkillRunStatus.Completed, (await Function().RunAsync(LearnedSkill.Order(1), caller.Token)).Status);
    }

    [Fact]
    public async Task RunAsync_CallerCancelledBeforeTheRun_IsNoTrial()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => Function().RunAsync(LearnedSkill.Order(1), new(canceled: true)));
        Assert.Null(noted);
        Assert.Empty(shop.Log);
    }

    [Fact]
    public void Record_CancelledTrials_NeitherRetireNorTeach()
    {
        var skill = SkillLife.Approve(shop.Learn());
        for (var i = 0; i < 4; i++)
        {
            skill = SkillLife.Record(skill, new(1, LearnedSkill.Now, IsSuccess: false, "cancelled", IsCancelled: true));
        }

        Assert.Equal((SkillStatus.Trial, 0, 4), (skill.Status, skill.Posterior.Trials, skill.Trials.Count));
        Assert.Empty(skill.Lessons);
        Assert.True(Skill.FromJson(skill.ToJson()).Trials[0].IsCancelled);
    }

    private SkillFunction Function() => shop.Function(SkillLife.Approve(shop.Learn()), new()
    {
        Completed = (report, _) =>
        {
            noted = report;
            return ValueTask.CompletedTask;
        },
    });

    private static void ThrowAt(string tool, string called, Exception error)
    {
        if (called == tool)
        {
            throw error;
        }
    }
}
