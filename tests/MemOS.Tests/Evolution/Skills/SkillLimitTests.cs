using System.Text.Json;
using MemOS.Evolution.Skills;

namespace MemOS.Tests.Evolution.Skills;

public sealed class SkillLimitTests
{
    private readonly LearnedSkill shop = new();
    private readonly SteppedClock clock = new();

    [Fact]
    public async Task RunAsync_LateAnswer_StopsBeforeTheNextCall()
    {
        shop.After = _ => clock.Advance(TimeSpan.FromMinutes(3));
        var report = await Function().RunAsync(LearnedSkill.Order(1));
        Assert.Equal(SkillRunStatus.Failed, report.Status);
        Assert.Equal(["find_order 1"], shop.Log);
        Assert.Equal("find_order", Assert.Single(report.Done).Tool);
        Assert.NotNull(report.Done[0].Result);
        Assert.Contains("took longer", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_LateAnswerOfTheLastCall_IsDoneAndNoted()
    {
        shop.After = called => clock.Advance(called == "refund" ? TimeSpan.FromMinutes(3) : TimeSpan.Zero);
        var report = await Function().RunAsync(LearnedSkill.Order(1));
        Assert.Equal((SkillRunStatus.Completed, 2), (report.Status, report.Done.Count));
        Assert.Null(report.Error);
        Assert.Contains("took longer", report.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WithoutATimeLimit_IsNeverLate()
    {
        shop.After = _ => clock.Advance(TimeSpan.FromDays(1));
        var report = await Function(new() { MaxTime = Timeout.InfiniteTimeSpan, TimeProvider = clock }).RunAsync(LearnedSkill.Order(1));
        Assert.Equal((SkillRunStatus.Completed, null), (report.Status, report.Note));
    }

    [Fact]
    public async Task RunAsync_AnswersTogetherTooLong_LastIsLeftOutAndAllIsDone()
    {
        var lengths = (await Function().RunAsync(LearnedSkill.Order(1))).Done.Select(call => call.Result!.Value.GetRawText().Length).ToList();
        Assert.All(lengths, length => Assert.True(length < lengths.Sum() - 1));
        var report = await Function(new() { MaxOutput = lengths.Sum() - 1 }).RunAsync(LearnedSkill.Order(1));
        Assert.Equal((SkillRunStatus.Completed, 2), (report.Status, report.Done.Count));
        Assert.Null(report.Result);
        Assert.Contains("refund was done", report.Note, StringComparison.Ordinal);
        Assert.Null((await Function(new() { MaxOutput = lengths.Sum() }).RunAsync(LearnedSkill.Order(1))).Note);
    }

    [Fact]
    public async Task InvokeAsync_TellsAModelTheLastResultAndALineForEachBefore()
    {
        shop.Found = $$"""{"customer":"C-1","total":12.5,"notes":"{{new string('x', 5000)}}"}""";
        var told = (JsonElement)(await Function().InvokeAsync(LearnedSkill.Order(1)))!;
        Assert.Equal("""{"refund":"R-9"}""", told.GetProperty("result").GetRawText());
        var done = told.GetProperty("done").EnumerateArray().Select(line => line.GetString()!).ToList();
        Assert.Equal(2, done.Count);
        Assert.StartsWith("""find_order → {"customer":"C-1","total":12.5""", done[0], StringComparison.Ordinal);
        Assert.InRange(told.GetRawText().Length, 1, 400);
        Assert.False(told.TryGetProperty("notDone", out _));
    }

    [Fact]
    public async Task InvokeAsync_FailedCall_TellsAModelWhatIsLeft()
    {
        shop.Fails = "refund";
        var told = (JsonElement)(await Function().InvokeAsync(LearnedSkill.Order(1)))!;
        Assert.Equal("Failed", told.GetProperty("status").GetString());
        Assert.Equal("C-1", told.GetProperty("result").GetProperty("customer").GetString());
        Assert.Equal("refund", Assert.Single(told.GetProperty("notDone").EnumerateArray()).GetString());
    }

    private SkillFunction Function(SkillRunOptions? options = null) => shop.Function(SkillLife.Approve(shop.Learn()), options ?? new() { TimeProvider = clock });

    // Its timers never ring: what is late must be seen from the clock alone.
    private sealed class SteppedClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Advance(TimeSpan span) => ticks += span.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
