using MemOS.Evolution;
using MemOS.Evolution.Skills;

namespace MemOS.Tests.Evolution.Skills;

/// <summary>Going back to a version restores what that version had, and never more.</summary>
public sealed class RollbackTests
{
    private readonly LearnedSkill shop = new();

    [Fact]
    public void Rollback_OfASuggestion_LeavesItOne()
    {
        var skill = SkillLife.Begin(shop.Induce(returns: 2), shop.Tools, LearnedSkill.Now);
        var back = SkillLife.Rollback(skill, 1);
        Assert.Equal(SkillStatus.Suggestion, back.Status);
        Assert.False(SkillFunction.CanBeMadeOf(back));
        Assert.Throws<InvalidOperationException>(() => SkillLife.Approve(back));
    }

    [Fact]
    public void Rollback_OfWhatReplayRefused_LeavesItRejected()
    {
        var skill = SkillLife.Begin(shop.Induce() with { Status = CandidateStatus.Failed, Reason = "Replay issued another amount." }, shop.Tools, LearnedSkill.Now);
        var back = SkillLife.Rollback(SkillLife.Record(skill, Trial(1)), 1);
        Assert.Equal(SkillStatus.Rejected, back.Status);
        Assert.Contains("another amount", back.StatusReason, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => SkillLife.Approve(back));
    }

    [Fact]
    public void Rollback_OfWhatAPersonRejected_WaitsForAPerson()
    {
        var rejected = SkillLife.Reject(SkillLife.Record(SkillLife.Approve(shop.Learn()), Trial(1)), "not wanted");
        var back = SkillLife.Rollback(rejected, 1);
        Assert.Equal((SkillStatus.Rejected, (int?)null, true), (back.Status, back.ApprovedVersion, back.IsRefusedByPerson));
        Assert.StartsWith("not wanted", back.StatusReason, StringComparison.Ordinal);
        Assert.Equal(SkillStatus.Trial, SkillLife.Approve(back).Status);
    }

    [Fact]
    public void Rollback_ToAVersionWithTrialsThatNobodyApproved_WaitsForApproval()
    {
        var back = SkillLife.Rollback(SkillLife.Record(shop.Learn(), Trial(1)), 1);
        Assert.Equal((SkillStatus.Candidate, (int?)null), (back.Status, back.ApprovedVersion));
        Assert.True(shop.Function(back).RequiresApproval);
    }

    [Fact]
    public void Rollback_OfAnImportWithTrials_WaitsForApproval()
    {
        var elsewhere = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (skill, _) => SkillLife.Record(skill, Trial(1)));
        var back = SkillLife.Rollback(SkillLife.Import(elsewhere), 1);
        Assert.Equal((SkillStatus.Candidate, (int?)null), (back.Status, back.ApprovedVersion));
        Assert.Contains("not verified here", back.StatusReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rollback_ToAnApprovedVersionThatProvedItself_IsActiveAgain()
    {
        var proven = Enumerable.Range(0, 3).Aggregate(SkillLife.Approve(shop.Learn()), (skill, _) => SkillLife.Record(skill, Trial(1)));
        var second = SkillLife.Approve(Second(proven));
        var back = SkillLife.Rollback(second, 1);
        Assert.Equal((SkillStatus.Active, 1, 1), (back.Status, back.CurrentVersion, back.ApprovedVersion));
        Assert.Equal(SkillStatus.Trial, SkillLife.Rollback(back, 2).Status);
    }

    [Fact]
    public void FromJson_OfAnOlderFile_KeepsWhatWasApprovedAndApprovesNothingElse()
    {
        var older = Second(SkillLife.Approve(shop.Learn()));
        var read = Skill.FromJson(Forgetful(older.ToJson()));
        Assert.Equal([true, false], read.Versions.Select(version => version.IsApproved));
        Assert.All(read.Versions, version => Assert.Equal(SkillCheck.Verified, version.Check));

        var suggestion = SkillLife.Begin(shop.Induce(returns: 2), shop.Tools, LearnedSkill.Now);
        Assert.Equal(SkillStatus.Suggestion, SkillLife.Rollback(Skill.FromJson(Forgetful(suggestion.ToJson())), 1).Status);
        Assert.Throws<InvalidOperationException>(() => SkillLife.Approve(Skill.FromJson(Forgetful(SkillLife.Reject(suggestion, "no").ToJson()))));
    }

    private static string Forgetful(string json) => string.Join('\n', json.Split('\n').Where(line =>
        !line.Contains("\"check\"", StringComparison.Ordinal) && !line.Contains("\"checkReason\"", StringComparison.Ordinal) && !line.Contains("\"isApproved\"", StringComparison.Ordinal)));

    private Skill Second(Skill skill) => SkillLife.Upgrade(skill, shop.Induce(), shop.Tools, "learned again", LearnedSkill.Now);

    private static SkillTrial Trial(int version) => new(version, LearnedSkill.Now, IsSuccess: true);
}
