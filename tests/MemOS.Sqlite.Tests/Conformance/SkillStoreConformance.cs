using MemOS.Evolution.Plans;
using MemOS.Evolution.Skills;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="ISkillStore"/>.</summary>
public abstract class SkillStoreConformance : StoreConformance
{
    [Fact]
    public async Task SaveAsync_ThenList_IsTheSameSkill()
    {
        var access = await AccessAsync();
        var skill = Make("refund");
        var saved = await Store.Skills.SaveAsync(access, skill, null);

        var stored = Assert.Single(await Store.Skills.ListAsync(access));

        Assert.Equal((saved.Id, 1), (stored.Id, stored.Revision));
        Assert.Equal(skill.ToJson(), stored.Skill.ToJson());
        Assert.Empty(await Store.Skills.ListAsync(await AccessAsync("eve")));
    }

    [Fact]
    public async Task SaveAsync_TwoWriters_TheSecondIsTold()
    {
        var access = await AccessAsync();
        var basis = await Store.Skills.SaveAsync(access, Make("refund"), null);
        var next = await Store.Skills.SaveAsync(access, SkillLife.Approve(basis.Skill), basis);

        await Assert.ThrowsAsync<MemoryConflictException>(() => Store.Skills.SaveAsync(access, SkillLife.Reject(basis.Skill, "no"), basis));

        Assert.Equal(2, next.Revision);
        Assert.Equal(SkillStatus.Trial, Assert.Single(await Store.Skills.ListAsync(access)).Skill.Status);
    }

    [Fact]
    public async Task SaveAsync_ANameThatIsTaken_IsRefused()
    {
        var access = await AccessAsync();
        await Store.Skills.SaveAsync(access, Make("refund"), null);
        await Assert.ThrowsAsync<MemoryConflictException>(() => Store.Skills.SaveAsync(access, Make("refund"), null));
        await Store.Skills.SaveAsync(await AccessAsync("eve"), Make("refund"), null);
    }

    [Fact]
    public async Task EraseAsync_OfItsEvidence_ReachesTheSkill()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("Refund the zeppelin")));
        await Store.Skills.SaveAsync(access, Make("refund", source), null);
        await Store.Skills.SaveAsync(access, Make("other"), null);

        await Store.Governance.EraseAsync(access, [source]);

        Assert.Equal("other", Assert.Single(await Store.Skills.ListAsync(access)).Skill.Name);
    }

    private Skill Make(string name, params MemoryId[] evidence) => new()
    {
        Name = name,
        Description = "Refunds.",
        Status = SkillStatus.Candidate,
        StatusReason = "verified",
        CurrentVersion = 1,
        Versions =
        [
            new()
            {
                Number = 1,
                Reason = "learned",
                Created = Time.Now,
                Check = SkillCheck.Verified,
                Evidence = evidence,
                Plan = new() { Parameters = [new() { Name = "id", JsonType = "integer" }], Steps = [new("refund", new ObjectValue(new Dictionary<string, PlanValue> { ["id"] = new ParameterValue("id") }))] },
            },
        ],
    };
}
