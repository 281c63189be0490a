using FsCheck;
using FsCheck.Fluent;
using MemOS.Evolution;
using MemOS.Evolution.Induction;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Replay;

namespace MemOS.Tests.Evolution.Replay;

public sealed class PlanReplayTests
{
    private static readonly PlanInductor Inductor = new(new Dictionary<string, ToolDefinition>());

    [Fact]
    public void Induce_OfARandomPlanOverRandomResults_Replays() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(3, 5).ToArbitrary(), (seed, count) =>
    {
        var plan = new RandomPlan(seed);
        var traces = Enumerable.Range(0, count).Select(_ => EvolutionEngine.Trace(plan.CarryOut().Items, [])).ToList();
        var induced = Inductor.Induce(traces);
        Assert.Empty(induced.Unexplained);
        Assert.Equal(plan.Steps.Select(step => step.Tool), induced.Plan.Steps.Select(step => step.Tool));
        var report = new PlanReplay(Inductor).Verify(traces);
        Assert.True(report.IsExact, report.Reason);
        Assert.All(traces, trace => Assert.Null(PlanReplay.FirstDifference(induced.Plan, trace)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Induce_OfUnlikePlans_NeverRefersToAResultItDoesNotHave() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        // Instances of different plans with the same tools: much is left unexplained, and still every reference has a target.
        var traces = Enumerable.Range(0, 3).Select(i => EvolutionEngine.Trace(new RandomPlan(seed / 3 + i).CarryOut().Items, [])).ToList();
        var steps = traces.Min(trace => trace.Calls.Count);
        var induced = Inductor.Induce([.. traces.Select(trace => trace with { Calls = [.. trace.Calls.Take(steps)] })]);
        Assert.Null(PlanCheck.FirstProblem(induced.Plan));
        Assert.Equal(induced.Plan.ToJson(), SkillPlan.FromJson(induced.Plan.ToJson()).ToJson());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Verify_InstanceWithFurtherCalls_IsTheOnlyOneThatIsNotIssued()
    {
        var plan = new RandomPlan(7);
        var traces = Enumerable.Range(0, 3).Select(_ => EvolutionEngine.Trace(plan.CarryOut().Items, [])).ToList();
        var longer = traces[0] with { Calls = [.. traces[0].Calls, traces[0].Calls[^1]] };

        var report = new PlanReplay(Inductor).Verify([.. traces, longer]);

        Assert.Equal((4, 3), (report.Instances, report.Exact));
        Assert.Contains("Instance 4", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_PlaceOfAListThatHoldsForTheOthersOnly_IsRejectedWithTheReason()
    {
        var traces = new[] { ("A", "O-1", "O-2", "O-1"), ("B", "O-3", "O-4", "O-3"), ("C", "O-5", "O-6", "O-6") }
            .Select(one => EvolutionEngine.Trace(new Conversation().User($"cancel for {one.Item1}").Call("list", $$"""{"who":"{{one.Item1}}"}""", $$"""["{{one.Item2}}","{{one.Item3}}"]""")
                .Call("cancel", $$"""{"order":"{{one.Item4}}"}""").Items, [])).ToList();
        var report = new PlanReplay(Inductor).Verify(traces);
        Assert.False(report.IsExact);
        Assert.Contains("cancel", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_EqualByChanceInTheOthers_IsStillTwoParameters()
    {
        var traces = new[] { (2, 2), (4, 4), (3, 5) }
            .Select(one => EvolutionEngine.Trace(new Conversation().User($"{one.Item1} guests, {one.Item2} nights").Call("book", $$"""{"guests":{{one.Item1}},"nights":{{one.Item2}}}""").Items, [])).ToList();
        Assert.True(new PlanReplay(Inductor).Verify(traces).IsExact);
        Assert.Equal(2, Inductor.Induce(traces).Plan.Parameters.Count);
    }
}
