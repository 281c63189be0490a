using MemOS.Evolution;
using MemOS.Evolution.Skills;

namespace MemOS.Tests.Evolution.Skills;

public sealed class SkillLifeTests
{
    private readonly LearnedSkill shop = new();

    [Fact]
    public void Begin_VerifiedPlan_IsACandidateWithItsEvidence()
    {
        var skill = shop.Learn();
        Assert.Equal(SkillStatus.Candidate, skill.Status);
        Assert.Matches("^[a-z0-9_]{1,64}$", skill.Name);
        Assert.NotEmpty(skill.Current.Evidence);
        Assert.Equal(["find_order", "refund"], skill.Current.Tools.Select(tool => tool.Name));
        Assert.DoesNotContain("1001", skill.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Record_ThreeGoodTrials_MakeItActive()
    {
        var skill = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (one, _) => SkillLife.Record(one, Trial(true)));
        Assert.Equal(SkillStatus.Active, skill.Status);
        Assert.Equal(0.8, skill.Posterior.Mean, 6);
    }

    [Fact]
    public void Record_BadTrials_RetireItAndTeach()
    {
        var skill = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (one, _) => SkillLife.Record(one, Trial(false)));
        Assert.Equal(SkillStatus.Retired, skill.Status);
        Assert.Equal(["the till is closed"], skill.Lessons);
    }

    [Fact]
    public void Approve_OfWhatItsTrialsRetired_LetsItsNextRunsDecide()
    {
        var retired = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (one, _) => SkillLife.Record(one, Trial(false)));

        var again = SkillLife.Record(Skill.FromJson(SkillLife.Approve(retired).ToJson()), Trial(true));
        Assert.Equal((SkillStatus.Trial, 1, 0), (again.Status, again.Posterior.Successes, again.Posterior.Failures));
        Assert.Equal(4, again.Trials.Count);
        Assert.Equal(["the till is closed"], again.Lessons);

        Assert.Equal(SkillStatus.Active, SkillLife.Record(SkillLife.Record(again, Trial(true)), Trial(true)).Status);
        Assert.Equal(SkillStatus.Retired, Enumerable.Range(0, 3).Aggregate(again, (one, _) => SkillLife.Record(one, Trial(false))).Status);
    }

    [Fact]
    public void WithoutEvidence_OfAComplaint_TakesTheTrialThatItJudged()
    {
        var skill = SkillLife.Approve(shop.Learn());
        var task = Assert.Single(new Conversation().User("Refund order 1044 please").Call(skill.Name, """{"order":1044}""").Assistant("Refunded.").User("That is wrong, and none of your business!").Evolve().Tasks);
        var judged = SkillHindsight.Judge(SkillLife.Record(skill, new(skill.CurrentVersion, task.Started, IsSuccess: true)), [task], runner: 1);
        Assert.Contains("business", judged.ToJson(), StringComparison.Ordinal);

        // The ids of the talk and of the lessons are in one cube here; what it was learned from stays.
        var kept = judged with { Versions = [.. judged.Versions.Select(version => version with { Evidence = [] })] };
        Assert.Contains(task.Evidence[^1], kept.Sources);
        var left = kept.WithoutEvidence(id => id == task.Evidence[^1])!;
        Assert.Empty(left.Trials);
        Assert.DoesNotContain("business", left.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_OfASharedSkill_LooksAtTheRunsOfThisMemoryAlone_AndQuotesNobody()
    {
        var skill = SkillLife.Approve(shop.Learn());
        var task = Assert.Single(new Conversation().User("Refund order 1044 please").Call(skill.Name, """{"order":1044}""").Assistant("Refunded.").User("No, that is wrong, ask my husband!").Evolve().Tasks);
        var ofOthers = SkillLife.Record(skill, new(skill.CurrentVersion, task.Started, IsSuccess: true) { Cube = 7 });
        Assert.Same(ofOthers, SkillHindsight.Judge(ofOthers, [task], runner: 8, isShared: true));

        var judged = SkillHindsight.Judge(ofOthers, [task], runner: 7, isShared: true);
        Assert.False(Assert.Single(judged.Trials).IsSuccess);
        Assert.DoesNotContain("husband", judged.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_OfASkillOfOnesOwn_LeavesTheRunsOfOthersAlone()
    {
        var skill = SkillLife.Approve(shop.Learn());
        var task = Assert.Single(new Conversation().User("Refund order 1044 please").Call(skill.Name, """{"order":1044}""").Assistant("Refunded.").User("No, that is wrong!").Evolve().Tasks);
        var ran = SkillLife.Record(SkillLife.Record(skill, new(1, task.Started, IsSuccess: true) { Cube = 1 }), new(1, task.Ended, IsSuccess: true) { Cube = 3 });
        Assert.Equal([false, true], SkillHindsight.Judge(ran, [task], runner: 1).Trials.Select(trial => trial.IsSuccess));
    }

    [Fact]
    public void Resume_OfWhatItsTrialsRetired_LeavesItOutOfUse()
    {
        var retired = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (one, _) => SkillLife.Record(one, Trial(false)));
        var resumed = SkillLife.Resume(SkillLife.Suspend(retired, "the schema has changed"));
        Assert.Equal((SkillStatus.Retired, "0 of 3 trials succeeded."), (resumed.Status, resumed.StatusReason));
    }

    [Fact]
    public void Approve_OfWhatAPersonRetired_KeepsItsTrials()
    {
        var active = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (one, _) => SkillLife.Record(one, Trial(true)));
        Assert.Equal(3, SkillLife.Approve(SkillLife.Retire(active, "holidays")).Posterior.Successes);
    }

    [Theory]
    [InlineData(false, SkillStatus.Retired)]
    [InlineData(true, SkillStatus.Active)]
    public void WithoutEvidence_OfItsTrials_TakesBackWhatTheyMadeOfIt(bool isSuccess, SkillStatus before)
    {
        var gone = new MemoryId(1, MemoryItemKind.Evidence, 999);
        var judged = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (one, _) => SkillLife.Record(one, Trial(isSuccess) with { Evidence = [gone] }));
        Assert.Equal(before, judged.Status);

        var left = Skill.FromJson(judged.WithoutEvidence(gone.Equals)!.ToJson());
        Assert.Equal((SkillStatus.Trial, 0), (left.Status, left.Posterior.Trials));
        Assert.DoesNotContain("3", left.StatusReason, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutEvidence_WhereEnoughTrialsAreLeft_WeighsThose()
    {
        var gone = new MemoryId(1, MemoryItemKind.Evidence, 999);
        var skill = Enumerable.Range(0, 4).Aggregate(SkillLife.Approve(shop.Learn()), (one, i) => SkillLife.Record(one, Trial(false) with { Evidence = i == 0 ? [gone] : [] }));
        var left = skill.WithoutEvidence(gone.Equals)!;
        Assert.Equal((SkillStatus.Retired, "0 of 3 trials succeeded."), (left.Status, left.StatusReason));
    }

    [Fact]
    public void WithoutEvidence_WhereTheReasonIsOlderThanTheTrials_WeighsThemAllTheSame()
    {
        // 1 of 4 leaves the reason of 0 of 3, which retired it.
        var gone = new MemoryId(1, MemoryItemKind.Evidence, 999);
        var retired = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (one, _) => SkillLife.Record(one, Trial(false) with { Evidence = [gone] }));
        var left = SkillLife.Record(retired, Trial(true)).WithoutEvidence(gone.Equals)!;
        Assert.Equal((SkillStatus.Trial, 1), (left.Status, left.Posterior.Trials));
    }

    [Fact]
    public void WithoutEvidence_OfWhatAPersonRetired_LeavesItRetired()
    {
        var gone = new MemoryId(1, MemoryItemKind.Evidence, 999);
        var skill = SkillLife.Retire(SkillLife.Record(SkillLife.Approve(shop.Learn()), Trial(true) with { Evidence = [gone] }), "holidays");
        Assert.Equal((SkillStatus.Retired, "holidays"), (skill.WithoutEvidence(gone.Equals)!.Status, skill.WithoutEvidence(gone.Equals)!.StatusReason));
    }

    [Fact]
    public void Describe_SaysWordsAsTheyAreWritten_WithoutCourtesy()
    {
        var description = shop.Learn().Description;
        Assert.Contains("order, refund", description, StringComparison.Ordinal);
        Assert.DoesNotContain("pleas", description, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_UserComplainsOfARun_TurnsItsTrialIntoAFailureOnce()
    {
        var skill = SkillLife.Approve(shop.Learn());
        var talk = new Conversation().User("Refund order 1044 please").Call(skill.Name, """{"order":1044}""").Assistant("Refunded.").User("That went to the wrong customer!");
        var task = Assert.Single(talk.Evolve().Tasks);
        skill = SkillLife.Record(skill, new(skill.CurrentVersion, task.Started.AddMinutes(1), IsSuccess: true));

        var judged = SkillHindsight.Judge(skill, [task], runner: 1);

        Assert.Equal((0, 1), (judged.Posterior.Successes, judged.Posterior.Failures));
        Assert.Contains("wrong customer", Assert.Single(judged.Lessons), StringComparison.Ordinal);
        Assert.Same(judged, SkillHindsight.Judge(judged, [task], runner: 1));
    }

    [Fact]
    public void Judge_RunOfAnotherTime_IsLeftAlone()
    {
        var skill = SkillLife.Approve(shop.Learn());
        var task = Assert.Single(new Conversation().User("Refund order 1044 please").Call(skill.Name, """{"order":1044}""").Assistant("Refunded.").User("That is wrong!").Evolve().Tasks);
        skill = SkillLife.Record(skill, new(skill.CurrentVersion, task.Started.AddDays(-1), IsSuccess: true));

        Assert.Same(skill, SkillHindsight.Judge(skill, [task], runner: 1));
    }

    [Fact]
    public void Posterior_BeforeTheFirstTrial_IsOpen() => Assert.Equal(0.5, new SkillPosterior(0, 0).Mean);

    [Fact]
    public void Approve_OfWhatAPersonRejected_BringsItBack()
    {
        var back = SkillLife.Approve(SkillLife.Reject(SkillLife.Approve(shop.Learn()), "not wanted"));
        Assert.Equal((SkillStatus.Trial, 1, false), (back.Status, back.ApprovedVersion, back.IsRefusedByPerson));
    }

    [Fact]
    public void Upgrade_LeavesTheApprovedVersionInUseUntilThePersonAgrees_AndRollbackReturns()
    {
        var first = SkillLife.Approve(shop.Learn());
        var waiting = SkillLife.Upgrade(first, Candidate(), shop.Tools, "other arguments", LearnedSkill.Now);
        Assert.Equal((1, 2, SkillStatus.Trial), (waiting.CurrentVersion, waiting.PendingVersion, waiting.Status));
        Assert.False(shop.Function(waiting).RequiresApproval);
        Assert.Equal(first.Current, waiting.Versions[0]);

        var second = SkillLife.Approve(waiting);
        Assert.Equal((2, (int?)null, 2, 1), (second.CurrentVersion, second.PendingVersion, second.ApprovedVersion, second.Current.Parent));

        var back = SkillLife.Rollback(second, 1);
        Assert.Equal((1, 2), (back.CurrentVersion, back.Versions.Count));
        Assert.False(shop.Function(back).RequiresApproval);
        Assert.Throws<ArgumentOutOfRangeException>(() => SkillLife.Rollback(second, 7));
        Assert.Throws<InvalidOperationException>(() => SkillLife.Rollback(waiting, 2));
    }

    [Fact]
    public void Upgrade_OfWhatNobodyApproved_TakesItsPlace()
    {
        var second = SkillLife.Upgrade(shop.Learn(), Candidate(), shop.Tools, "other arguments", LearnedSkill.Now);
        Assert.Equal((2, (int?)null, SkillStatus.Candidate), (second.CurrentVersion, second.PendingVersion, second.Status));
    }

    [Fact]
    public void Reject_WhileANewerVersionWaits_RefusesThatOneAlone()
    {
        var waiting = SkillLife.Upgrade(SkillLife.Approve(shop.Learn()), Candidate(), shop.Tools, "other arguments", LearnedSkill.Now);
        var refused = SkillLife.Reject(waiting, "asks too much");
        Assert.Equal((1, (int?)null, SkillStatus.Trial), (refused.CurrentVersion, refused.PendingVersion, refused.Status));
        Assert.Equal(SkillStatus.Rejected, SkillLife.Reject(refused, "not at all").Status);
    }

    [Fact]
    public void Upgrade_UnverifiedPlan_IsRefused() => Assert.Throws<InvalidOperationException>(() =>
        SkillLife.Upgrade(shop.Learn(), Candidate() with { Status = CandidateStatus.Failed, Reason = "no" }, shop.Tools, "why", LearnedSkill.Now));

    [Fact]
    public void Diff_OfVersions_ShowsWhatChanged()
    {
        var skill = shop.Learn();
        var changed = skill.Current.Plan! with { Steps = [skill.Current.Plan.Steps[0]] };
        var two = skill with { Versions = [skill.Current, skill.Current with { Number = 2, Plan = changed }] };
        Assert.Empty(SkillDiff.Between(two, 1, 1));
        Assert.Contains(SkillDiff.Between(two, 1, 2), line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains("refund", StringComparison.Ordinal));
    }

    [Fact]
    public void Select_Request_OffersWhatSharesItsWordsWithinTheBudget()
    {
        var skill = shop.Learn();
        Assert.Equal([skill], SkillOffer.Select([skill], "Could you refund order 7 as well?", text => text.Length / 4));
        Assert.Empty(SkillOffer.Select([skill], "What is the weather?", text => text.Length / 4));
        Assert.Empty(SkillOffer.Select([skill], "refund order 7", text => text.Length / 4, budget: 5));
        Assert.Empty(SkillOffer.Select([SkillLife.Reject(skill, "no")], "refund order 7", text => text.Length / 4));
    }

    private SkillCandidate Candidate() => new()
    {
        Pattern = new(["find_order", "refund"], []),
        Plan = shop.Learn().Current.Plan!,
        Unexplained = [],
        Status = CandidateStatus.Verified,
    };

    private static SkillTrial Trial(bool isSuccess) => new(1, LearnedSkill.Now, isSuccess, isSuccess ? null : "the till is closed");
}
