using MemOS.Cubes;
using MemOS.EndToEnd.Chat;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Skills;

public class SharingTests
{
    private static readonly MemoryScope Bob = MemoryScope.ForUser("bob");
    private readonly ReturnsShop shop = new();

    [Fact]
    public async Task APublishedSkill_IsSeenByTheTeamWithoutWhatIsPersonal_UntilItIsRevoked()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        var published = await host.Memory.Skills.PublishAsync(host.Ada, name, "team");
        Assert.Empty(published.Skill.Trials);
        Assert.Empty(published.Skill.Current.Evidence);
        Assert.Null(published.Skill.ApprovedVersion);
        Assert.False(published.Skill.IsTrusted);

        var seen = Assert.Single(await host.Memory.ListSkillsAsync(Bob));
        Assert.Equal(published.Id, seen.Id);
        Assert.Empty(await OfferAsync(host, Bob));
        Assert.IsType<ApprovalRequiredAIFunction>(Assert.Single(await OfferAsync(host, Bob, new() { IncludeUnapproved = true, Run = new() { Approval = SkillApproval.Trusted } })).Tool);

        await host.Memory.ChangeSkillAsync(name, SkillLife.Approve, Bob with { WriteCubes = ["team"] });
        var offered = Assert.Single(await OfferAsync(host, Bob));
        Assert.Equal(SkillStatus.Trial, offered.Stored.Skill.Status);

        await host.Memory.Skills.RevokeAsync(host.Ada, name, "team");
        Assert.Empty(await OfferAsync(host, Bob));
        Assert.Equal(SkillStatus.Retired, Assert.Single(await host.Memory.ListSkillsAsync(Bob)).Skill.Status);
        Assert.Contains(await host.Memory.ListSkillsAsync(host.Ada), stored => stored.Skill.Status == SkillStatus.Trial);
    }

    [Fact]
    public async Task PublishingAgain_ReplacesWhatWasPublished()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        var first = await host.Memory.Skills.PublishAsync(host.Ada, name, "team");
        var second = await host.Memory.Skills.PublishAsync(host.Ada, name, "team");
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task PublishingWithoutAGrant_OrWhatIsNotThere_IsRefused()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        await Assert.ThrowsAsync<MemoryAccessException>(() => host.Memory.Skills.PublishAsync(MemoryScope.ForUser("eve"), name, "team"));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => host.Memory.Skills.PublishAsync(host.Ada, "nothing", "team"));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => host.Memory.Skills.RevokeAsync(host.Ada, name, "team"));
    }

    [Fact]
    public async Task ASkillThatRan_ShowsWhatItSaved()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        Assert.Empty(await host.Memory.Ledger.ListSkillsAsync(host.Ada));
        await host.Memory.Skills.RunAsync(host.Ada, name, new(new Dictionary<string, object?> { ["order"] = 2001 }), () => shop.Functions);
        var saved = Assert.Single(await host.Memory.Ledger.ListSkillsAsync(host.Ada));
        Assert.Equal((name, 1), (saved.Skill, saved.Runs));
        Assert.True(saved.TaskTokens > 0 && saved.RunTokens > 0);
        Assert.Equal(saved.TaskTokens - saved.RunTokens, saved.Saved);
    }

    private Task<IReadOnlyList<OfferedSkill>> OfferAsync(ChatHost host, MemoryScope scope, SkillOfferOptions? options = null) =>
        host.Memory.Skills.OfferAsync(scope, "Refund order 2001", () => shop.Functions, options);

    private static async Task<ChatHost> SharedAsync()
    {
        var host = await ChatHost.OpenAsync();
        await host.Memory.CreateCubeAsync("team", "ada");
        await host.Memory.ShareCubeAsync("team", "bob", CubeRole.Writer, "ada");
        return host;
    }

    private async Task<string> LearnAsync(ChatHost host)
    {
        await shop.LearnAsync(host);
        var name = (await host.Memory.ListSkillsAsync(host.Ada))[0].Skill.Name;
        await host.Memory.ChangeSkillAsync(name, SkillLife.Approve, host.Ada);
        return name;
    }
}
