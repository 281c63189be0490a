using System.Text.Json;
using System.Text.Json.Nodes;
using MemOS.Evolution;
using MemOS.Evolution.Json;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

namespace MemOS.Tests.Evolution.Skills;

/// <summary>What is learned again, and what a person decided about it.</summary>
public sealed class SkillLearnerTests
{
    private readonly LearnedSkill shop = new();

    [Fact]
    public void Plan_OtherContent_WaitsWhileTheApprovedVersionStaysInUse()
    {
        var next = Assert.Single(Learn(SkillLife.Approve(shop.Learn()), Changed(1001)));
        Assert.Equal((1, 2, SkillStatus.Trial), (next.CurrentVersion, next.PendingVersion, next.Status));
        Assert.False(shop.Function(next).RequiresApproval);
        Assert.Empty(Learn(next, Changed(1001)));
        Assert.Equal(3, Assert.Single(Learn(next, Changed(1002))).PendingVersion);
    }

    [Fact]
    public void Plan_ContentThatAPersonWentBackFrom_IsNotProposedAgain()
    {
        var second = SkillLife.Approve(Assert.Single(Learn(SkillLife.Approve(shop.Learn()), Changed(1001))));
        var back = SkillLife.Rollback(second, 1);
        Assert.Empty(Learn(back, Changed(1001)));

        // Neither after it was written and read, nor when something else was learned in between.
        var third = Assert.Single(Learn(Skill.FromJson(back.ToJson()), Changed(1002)));
        Assert.Equal(3, third.PendingVersion);
        Assert.Empty(Learn(third, Changed(1001)));
    }

    [Fact]
    public void Plan_VersionThatAPersonRefused_IsNotProposedAgain()
    {
        var waiting = Assert.Single(Learn(SkillLife.Approve(shop.Learn()), Changed(1001)));
        Assert.Empty(Learn(SkillLife.Reject(waiting, "no"), Changed(1001)));
    }

    [Fact]
    public void Plan_OtherContentOfACandidate_IsAVersionOfItsOwn_AndTheFirstStays()
    {
        var candidate = shop.Learn();
        var next = Assert.Single(Learn(candidate, Changed(1001)));
        Assert.Equal((2, SkillStatus.Candidate, 1), (next.CurrentVersion, next.Status, next.Current.Parent));
        Assert.Equal(candidate.Current.Plan!.ToJson(), next.Versions[0].Plan!.ToJson());
        Assert.Equal(candidate.Current.Plan!.ToJson(), SkillLife.Rollback(next, 1).Current.Plan!.ToJson());
    }

    [Fact]
    public void Plan_OtherContentOfAnImport_StandsBesideIt_AndItIsStillNotTrusted()
    {
        var imported = SkillFolder.Read(SkillFolder.Write(SkillLife.Begin(Changed(5), shop.Tools, LearnedSkill.Now)), LearnedSkill.Now);
        var next = Assert.Single(Learn(imported, shop.Induce()));
        Assert.Equal(2, next.Versions.Count);
        Assert.Equal(imported.Current.Plan!.ToJson(), next.Versions[0].Plan!.ToJson());
        Assert.Equal((false, SkillStatus.Candidate), (next.IsTrusted, next.Status));
    }

    [Fact]
    public void Plan_CandidateThatNoLongerReplays_IsSuspended_AndComesBackWhenItDoes()
    {
        var candidate = shop.Learn();
        var failing = Changed(1001) with { Status = CandidateStatus.Failed, Reason = "it differs" };
        var suspended = Assert.Single(Learn(candidate, failing));
        Assert.Equal((SkillStatus.Rejected, "it differs", 1), (suspended.Status, suspended.StatusReason, suspended.Versions.Count));
        Assert.Empty(Learn(suspended, failing));
        Assert.Throws<InvalidOperationException>(() => SkillLife.Approve(suspended));
        Assert.Equal(SkillStatus.Candidate, Assert.Single(Learn(suspended, shop.Induce())).Status);
    }

    [Fact]
    public void Plan_ToolWithOtherWords_ChangesNothing()
    {
        var skill = SkillLife.Approve(shop.Learn());
        var described = shop.Functions.Select(function => (AIFunction)new Described(function)).ToList();
        Assert.Empty(Learn(skill, shop.Induce(), [.. described.Select(function => new ToolDefinition(function.Name, "", function.JsonSchema))]));
        Assert.Null(new SkillFunction(skill, () => described).FindObstacle());
    }

    [Theory]
    [InlineData("""{"properties":{"description":{"type":"string"}}}""", """{"properties":{"description":{"type":"integer"}}}""", false)]
    [InlineData("""{"properties":{"a":{"type":"string","description":"x"}},"title":"t"}""", """{"properties":{"a":{"description":"y","type":"string"}}}""", true)]
    [InlineData("""{"properties":{"a":{"enum":["x"]}}}""", """{"properties":{"a":{"enum":["y"]}}}""", false)]
    [InlineData("""{"properties":{"a":{}},"required":["a"]}""", """{"properties":{"a":{}},"required":[]}""", false)]
    public void AreSame_LooksAtWhatIsDemanded(string left, string right, bool expected) =>
        Assert.Equal(expected, SkillContract.AreSame(JsonValues.Parse(left), JsonValues.Parse(right)));

    private List<Skill> Learn(Skill known, SkillCandidate candidate, IReadOnlyList<ToolDefinition>? tools = null) =>
        [.. SkillLearner.Plan([candidate], [new(default, 1, known)], tools ?? shop.Tools, LearnedSkill.Now).Select(pair => pair.Next)];

    private SkillCandidate Changed(int usual)
    {
        var candidate = shop.Induce();
        var parameters = candidate.Plan.Parameters.Select(parameter => parameter with { Default = JsonSerializer.SerializeToElement(usual) });
        return candidate with { Plan = candidate.Plan with { Parameters = [.. parameters] } };
    }

    private sealed class Described(AIFunction inner) : DelegatingAIFunction(inner)
    {
        public override JsonElement JsonSchema
        {
            get
            {
                var schema = JsonNode.Parse(InnerFunction.JsonSchema.GetRawText())!;
                schema["properties"]!["order"]!["description"] = "The number on the receipt.";
                return JsonValues.Parse(schema.ToJsonString());
            }
        }
    }
}
