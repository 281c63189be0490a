using MemOS.Evolution;
using static MemOS.Tests.Evolution.Conversation;

namespace MemOS.Tests.Evolution.Patterns;

public sealed class EvolutionEngineTests
{
    [Fact]
    public void Evolve_ThreeSuccesses_MakeAVerifiedPlan()
    {
        var candidate = Assert.Single(Returns(3).Candidates);
        Assert.Equal(CandidateStatus.Verified, candidate.Status);
        Assert.Equal(["find", "return"], candidate.Plan.Steps.Select(step => step.Tool));
        Assert.Equal(3, candidate.Replay!.Exact);
    }

    [Fact]
    public void Evolve_TwoSuccesses_AreASuggestion() => Assert.Equal(CandidateStatus.Suggestion, Assert.Single(Returns(2).Candidates).Status);

    [Fact]
    public void Evolve_FailuresAndUnknowns_DoNotCount()
    {
        var result = Returns(2, more: talk => One(One(talk, 8).User("still broken"), 9));
        Assert.Equal(4, result.Tasks.Count);
        Assert.Equal(CandidateStatus.Suggestion, Assert.Single(result.Candidates).Status);
    }

    [Fact]
    public void Evolve_ToolsInAnotherOrder_AreAnotherPattern()
    {
        var result = Returns(3, more: talk => talk.User("New topic: archive it").Call("archive", "{}").Call("return", """{"order":"X"}""").Call("find", "{}").User("thanks"));
        Assert.Equal(2, result.Patterns.Count);
    }

    [Fact]
    public void Evolve_AnUnexplainedArgument_FailsTheCandidateAndKeepsTheReason()
    {
        var talk = new Conversation();
        foreach (var (order, day) in new[] { (71, "2025-03-07"), (82, "2025-03-05"), (93, "2025-03-17") })
        {
            talk.User($"Please deliver {order} soon").Call("schedule", $$"""{"order":{{order}},"day":"{{day}}"}""").Assistant("Done.").User("thanks");
        }

        var candidate = Assert.Single(talk.Evolve().Candidates);
        Assert.Equal(CandidateStatus.Failed, candidate.Status);
        Assert.Contains("day", candidate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evolve_SameToolsForAnotherGoal_AreToldApartByTheRequest()
    {
        var talk = new Conversation();
        foreach (var (flat, template, what) in new[] { ("4B", "rent_reminder", "rent reminder"), ("11A", "rent_reminder", "rent reminder"), ("2C", "rent_reminder", "rent reminder"), ("9D", "party_invitation", "invitation to the party") })
        {
            talk.User($"Please send {flat} the {what}").Call("send", $$"""{"flat":"{{flat}}","template":"{{template}}"}""").Assistant("Sent.").User("thanks");
        }

        var result = talk.Evolve();
        Assert.Equal(2, result.Patterns.Count);
        var plan = Assert.Single(result.Candidates, candidate => candidate.Status == CandidateStatus.Verified).Plan;
        Assert.Single(plan.Parameters);
    }

    [Fact]
    public void Evolve_AWhimWithoutAWordForIt_IsNoGoalOfItsOwn()
    {
        var talk = new Conversation();
        foreach (var (what, priority) in new[] { ("Printer", "high"), ("Router", "high"), ("Phone", "high"), ("Door", "low") })
        {
            talk.User($"Please open a ticket for {what}").Call("ticket", $$"""{"title":"{{what}}","priority":"{{priority}}"}""").Assistant("Open.").User("thanks");
        }

        Assert.Equal(CandidateStatus.Failed, Assert.Single(talk.Evolve().Candidates).Status);
    }

    [Fact]
    public void Evolve_AnArgumentGivenOnlyOnce_IsAPatternApart()
    {
        var talk = new Conversation();
        foreach (var (what, extra) in new[] { ("Printer", ""), ("Router", ""), ("Phone", ""), ("Door", ",\"note\":\"picked at will\"") })
        {
            talk.User($"Please open a ticket for {what}").Call("ticket", $$"""{"title":"{{what}}"{{extra}}}""").Assistant("Open.").User("thanks");
        }

        var result = talk.Evolve();
        Assert.Equal(2, result.Patterns.Count);
        Assert.Equal(CandidateStatus.Verified, Assert.Single(result.Candidates).Status);
    }

    [Fact]
    public void Learn_SchemaThatChanged_IsSeenByTheCheck()
    {
        var result = Returns(3);
        var (_, candidates) = new EvolutionEngine().Learn(result.Tasks, [Reader("find"), Tool("return", """{"properties":{"order":{"type":"integer"}}}""")]);
        Assert.Equal("string", result.Candidates[0].Plan.Parameters[0].JsonType);
        Assert.Contains(candidates[0].Plan.Parameters, parameter => parameter.JsonType is "integer" or "string");
    }

    [Fact]
    public void Evolve_TasksWithoutEffect_FormNoPattern()
    {
        var talk = new Conversation();
        for (var i = 1; i < 5; i++)
        {
            talk.User($"Please tell me the stock of S{i}").Call("find", $$"""{"name":"S{{i}}"}""", """{"left":3}""").Assistant("Three.").User("thanks");
        }

        Assert.Empty(talk.Evolve(Reader("find")).Patterns);
    }

    [Fact]
    public void PlanOfACandidate_CallsOnlyToolsOfItsEvidence() => Assert.All(Returns(3).Candidates, candidate =>
        Assert.All(candidate.Plan.Steps, step => Assert.Contains(step.Tool, candidate.Pattern.Successes.SelectMany(trace => trace.Calls).Select(call => call.Tool))));

    private static EvolutionResult Returns(int successes, Func<Conversation, Conversation>? more = null)
    {
        var talk = new Conversation();
        for (var i = 1; i <= successes; i++)
        {
            One(talk, i).User("Perfect, thanks").Assistant("You're welcome!");
        }

        return (more?.Invoke(talk) ?? talk).Evolve(Reader("find"));
    }

    private static Conversation One(Conversation talk, int i) => talk.User($"Please return the order of Customer{i}")
        .Call("find", $$"""{"name":"Customer{{i}}"}""", $$"""{"order":"O-{{i}}","old":true}""").Call("return", $$"""{"order":"O-{{i}}"}""").Assistant("Done.");
}
