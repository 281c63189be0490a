using MemOS.Cubes;
using MemOS.EndToEnd.Chat;
using MemOS.Evidence;
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
    public async Task PublishedAdvice_HasNeitherNamesNorWhatTheUserSaid()
    {
        await using var host = await SharedAsync();
        string[][] talks =
        [
            ["Please write a birthday note for grandma Edith", "Begin with a warm greeting to her. Edith likes a memory that you share.", "Thanks, that worked"],
            ["can you write the birthday note for grandma Edith?", "Begin with a warm greeting to her. Edith likes a memory that you share.", "Perfect, that worked"],
            ["I want to write a birthday note for my grandma Edith", "Begin with a warm greeting to her. Edith likes a memory that you share.", "Thanks, that worked"],
            ["Please write a birthday note for grandma Edith", "Begin with a joke.", "That did not work, she was in hospital"],
        ];
        foreach (var (talk, i) in talks.Select((talk, i) => (talk, i)))
        {
            await host.Memory.AddAsync(talk.Select((text, n) => new EvidenceDraft { Role = n == 1 ? EvidenceRole.Assistant : EvidenceRole.User, Text = text, Time = host.Time.Now }).ToList(), host.Ada.InSession($"note-{i}"));
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveDueAsync();
        var own = Assert.Single(await host.Memory.ListSkillsAsync(MemoryScope.ForUser("ada"))).Skill;
        Assert.Contains("hospital", Assert.Single(own.Pitfalls).Lesson, StringComparison.Ordinal);

        var published = (await host.Memory.Skills.PublishAsync(host.Ada, own.Name, "team")).Skill;
        var json = published.ToJson();
        Assert.DoesNotContain("edith", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hospital", json, StringComparison.Ordinal);
        Assert.Contains("birthday", published.Name, StringComparison.Ordinal);
        Assert.Contains("birthday", published.Current.Instructions!.WhenToUse, StringComparison.Ordinal);
        Assert.Contains(published.Current.Instructions.Steps, step => step.Contains("warm greeting", StringComparison.Ordinal));

        // The user knows it by the name that it has at home.
        Assert.Equal(SkillStatus.Retired, (await host.Memory.Skills.RevokeAsync(host.Ada, own.Name, "team")).Skill.Status);
    }

    [Fact]
    public async Task TheOwnSkill_RunsAndIsOfferedBeforeATeamsCopy_AndOnlyTheOneThatRanIsNoted()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        var copy = await host.Memory.Skills.PublishAsync(host.Ada, name, "team");

        // In Bob's memory the team's cube comes first: it was there before his own.
        var bob = Bob with { WriteCubes = ["team"] };
        await host.Memory.AddSkillAsync((await FindAsync(host, host.Ada, known => known.Id != copy.Id)).Skill with { Trials = [] }, Bob);
        var own = await FindAsync(host, bob, known => known.Id != copy.Id);
        Assert.True(copy.Id < own.Id);
        Assert.Equal(own.Id, Assert.Single(await OfferAsync(host, bob, new() { IncludeUnapproved = true })).Stored.Id);
        await host.Memory.Skills.RunAsync(bob, name, new(new Dictionary<string, object?> { ["order"] = 2001 }), () => shop.Functions);
        Assert.Single((await FindAsync(host, bob, known => known.Id == own.Id)).Skill.Trials);
        Assert.Empty((await FindAsync(host, bob, known => known.Id == copy.Id)).Skill.Trials);

        await host.Memory.Skills.Function(copy, bob, () => shop.Functions, new() { Approver = (_, _, _) => ValueTask.FromResult(true) })
            .RunAsync(new(new Dictionary<string, object?> { ["order"] = 2002 }), default);
        Assert.Single((await FindAsync(host, bob, known => known.Id == own.Id)).Skill.Trials);
        Assert.Single((await FindAsync(host, bob, known => known.Id == copy.Id)).Skill.Trials);
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
    public async Task ErasingAMessage_TakesTheSkillLearnedFromItAndSaysSo_AndNoImportedOne()
    {
        var foreign = await ForeignAsync();
        await using var host = await ChatHost.OpenAsync();
        await shop.LearnAsync(host);
        var imported = await host.Memory.AddSkillAsync(SkillFolder.Read(SkillFolder.Write(foreign), host.Time.Now), host.Ada);
        Assert.All(imported.Skill.Versions, version => Assert.Empty(version.Evidence));

        var message = (await host.Memory.ListEvidenceAsync(host.Ada, new() { Limit = 1 }))[0].Id;
        Assert.Contains(message, foreign.Current.Evidence);
        var receipt = await host.Memory.EraseAsync(message, host.Ada);
        Assert.Equal(["find_order_then_refund_order"], receipt.Skills);
        Assert.Contains(await host.Memory.ListSkillsAsync(host.Ada), stored => stored.Id == imported.Id && stored.Skill.Name == "imported");
    }

    [Fact]
    public async Task ErasingAMessage_TakesThePublishedCopyToo_AndNamesIt()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        await host.Memory.Skills.PublishAsync(host.Ada, name, "team", "refund_by_number");
        await host.Memory.AddSkillAsync((await host.Memory.ListSkillsAsync(Bob))[0].Skill with { Name = "of_his_own", PublishedFrom = null }, Bob);

        var receipt = await host.Memory.EraseAsync((await host.Memory.ListEvidenceAsync(host.Ada, new() { Limit = 1 }))[0].Id, host.Ada);
        Assert.Equal([name, "refund_by_number in team"], receipt.Skills);
        Assert.Equal(["of_his_own"], (await host.Memory.ListSkillsAsync(Bob)).Select(stored => stored.Skill.Name));
    }

    [Fact]
    public async Task ErasingAFailedTask_TakesItsLesson_AndLeavesTheSkill()
    {
        await using var host = await SharedAsync();
        await host.Memory.AddAsync(shop.Messages(4, host.Time.Now, "That is wrong, my grandmother is in hospital"), host.Ada.InSession("bad"));
        await LearnAsync(host);
        Assert.Contains("hospital", Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill.ToJson(), StringComparison.Ordinal);

        Assert.Empty((await host.Memory.EraseSessionAsync("bad", host.Ada)).Skills);
        await host.Memory.EvolveAsync(host.Ada, shop.Definitions);
        Assert.DoesNotContain("hospital", Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErasingAUser_TakesWhatTheUserPublished()
    {
        await using var host = await SharedAsync();
        var learned = (await host.Memory.AddSkillAsync(SkillFolder.Read(SkillFolder.Write(await ForeignAsync()), host.Time.Now), host.Ada)).Skill;
        await host.Memory.Skills.PublishAsync(host.Ada, learned.Name, "team");
        Assert.Single(await host.Memory.ListSkillsAsync(Bob));

        await host.Memory.EraseUserAsync("ada");
        Assert.Empty(await host.Memory.ListSkillsAsync(Bob));
    }

    [Fact]
    public async Task AComplaintAboutASharedSkill_CountsThere_AndGoesWithItsMessages()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        await host.Memory.Skills.PublishAsync(host.Ada, name, "team", "team_refund");
        var bob = Bob with { WriteCubes = ["team"] };
        await host.Memory.ChangeSkillAsync("team_refund", SkillLife.Approve, bob);
        for (var number = 1; number <= 3; number++)
        {
            host.Time.Advance(TimeSpan.FromHours(3));
            await host.Memory.Skills.RunAsync(bob, "team_refund", new(new Dictionary<string, object?> { ["order"] = 1000 + number }), () => shop.Functions);
            await host.Memory.AddAsync(shop.Messages(number, host.Time.Now, "No, you refunded the wrong amount, ask my husband!", "team_refund"), Bob.InSession($"talk-{number}"));
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveAsync(Bob, shop.Definitions);
        var shared = await FindAsync(host, Bob, known => known.Skill.Name == "team_refund");
        Assert.Equal((SkillStatus.Retired, 0, 3), (shared.Skill.Status, shared.Skill.Posterior.Successes, shared.Skill.Posterior.Failures));
        Assert.DoesNotContain("husband", shared.Skill.ToJson(), StringComparison.Ordinal);

        await host.Memory.EraseSessionAsync("talk-1", Bob);
        var left = (await FindAsync(host, Bob, known => known.Skill.Name == "team_refund")).Skill;
        Assert.Equal((2, SkillStatus.Trial), (left.Trials.Count, left.Status));
    }

    [Fact]
    public async Task WhoUsesATeamsSkill_LearnsNoSkillThatCallsIt()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        await host.Memory.Skills.PublishAsync(host.Ada, name, "team", "team_refund");
        for (var number = 1; number <= 3; number++)
        {
            host.Time.Advance(TimeSpan.FromHours(3));
            await host.Memory.AddAsync(shop.Messages(number, host.Time.Now, skill: "team_refund"), Bob.InSession($"talk-{number}"));
            await host.Memory.AddAsync(shop.Messages(number, host.Time.Now, skill: "renamed_since"), Bob.InSession($"other-{number}"));
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveAsync(Bob, shop.Definitions);
        Assert.Equal(["team_refund"], (await host.Memory.ListSkillsAsync(Bob)).Select(stored => stored.Skill.Name));
    }

    [Fact]
    public async Task APublishedSkill_HasNeitherTheReasonsOfAPersonNorUsualNumbers()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        await host.Memory.ChangeSkillAsync(name, skill => WithUsual(SkillLife.Retire(skill, "Bob Miller's card was charged twice"), "884213"), host.Ada);

        var json = (await host.Memory.Skills.PublishAsync(host.Ada, name, "team")).Skill.ToJson();
        Assert.DoesNotContain("Miller", json, StringComparison.Ordinal);
        Assert.DoesNotContain("884213", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishingSomethingElse_AddsAVersion_AndTheApprovedOneStaysInUse()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        await host.Memory.Skills.PublishAsync(host.Ada, name, "team");
        var team = Bob with { WriteCubes = ["team"] };
        await host.Memory.ChangeSkillAsync(name, SkillLife.Approve, team);
        await host.Memory.ChangeSkillAsync(name, WithAnotherVersion, host.Ada);

        var again = (await host.Memory.Skills.PublishAsync(host.Ada, name, "team")).Skill;
        Assert.Equal((1, 2, 1), (again.CurrentVersion, again.PendingVersion, again.Versions[1].Parent));
        Assert.Equal(1, Assert.Single(await OfferAsync(host, Bob)).Stored.Skill.Current.Number);

        await host.Memory.ChangeSkillAsync(name, SkillLife.Approve, team);
        Assert.Equal(2, Assert.Single(await OfferAsync(host, Bob)).Stored.Skill.Current.Number);
        await host.Memory.ChangeSkillAsync(name, skill => SkillLife.Rollback(skill, 1), team);
        Assert.Null((await host.Memory.Skills.PublishAsync(host.Ada, name, "team")).Skill.PendingVersion);
    }

    [Fact]
    public async Task WhatWasRevoked_ComesBackOnlyByPublishing_AndWhatTheTeamRejectedStaysSo()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        var team = Bob with { WriteCubes = ["team"] };
        await host.Memory.Skills.PublishAsync(host.Ada, name, "team");
        await host.Memory.ChangeSkillAsync(name, SkillLife.Approve, team);
        await host.Memory.Skills.RevokeAsync(host.Ada, name, "team");
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Memory.ChangeSkillAsync(name, SkillLife.Approve, team));
        Assert.Equal(SkillStatus.Retired, (await host.Memory.ChangeSkillAsync(name, skill => SkillLife.Rollback(skill, 1), team)).Skill.Status);

        var again = (await host.Memory.Skills.PublishAsync(host.Ada, name, "team")).Skill;
        Assert.Equal((SkillStatus.Candidate, (int?)null), (again.Status, again.ApprovedVersion));
        await host.Memory.ChangeSkillAsync(name, skill => SkillLife.Reject(skill, "not for us"), team);
        Assert.Equal(SkillStatus.Rejected, (await host.Memory.Skills.PublishAsync(host.Ada, name, "team")).Skill.Status);
    }

    [Fact]
    public async Task ARejectedSkill_IsNeitherRunThroughItsCopyNorPublished()
    {
        await using var host = await SharedAsync();
        var name = await LearnAsync(host);
        await host.Memory.Skills.PublishAsync(host.Ada, name, "team");
        await host.Memory.ChangeSkillAsync(name, skill => SkillLife.Reject(skill, "too risky"), host.Ada);
        await host.Memory.ChangeSkillAsync(name, SkillLife.Approve, Bob with { WriteCubes = ["team"] });

        var error = await Assert.ThrowsAsync<MemoryNotFoundException>(() => host.Memory.Skills.RunAsync(host.Ada, name, new(new Dictionary<string, object?> { ["order"] = 1001 }), () => shop.Functions));
        Assert.Contains("too risky", error.Message, StringComparison.Ordinal);
        await host.Memory.CreateCubeAsync("other", "ada");
        await Assert.ThrowsAsync<MemoryConflictException>(() => host.Memory.Skills.PublishAsync(host.Ada, name, "other"));
    }

    [Fact]
    public async Task PublishingASuggestion_IsRefused()
    {
        await using var host = await SharedAsync();
        for (var number = 1; number <= 2; number++)
        {
            await host.Memory.AddAsync(shop.Messages(number, host.Time.Now), host.Ada.InSession($"talk-{number}"));
            host.Time.Advance(TimeSpan.FromHours(3));
        }

        await host.Memory.EvolveAsync(host.Ada, shop.Definitions);
        var suggestion = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill;
        Assert.Equal(SkillStatus.Suggestion, suggestion.Status);
        var error = await Assert.ThrowsAsync<MemoryConflictException>(() => host.Memory.Skills.PublishAsync(host.Ada, suggestion.Name, "team"));
        Assert.Contains("2 successes; a skill needs 3", error.Message, StringComparison.Ordinal);
        Assert.Empty(await host.Memory.ListSkillsAsync(Bob));
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

    // As if an argument had been the same in the latest tasks: another plan on the same tools. A flag travels, other values do not.
    private static Skill WithAnotherVersion(Skill skill) => skill with
    {
        CurrentVersion = 2,
        ApprovedVersion = 2,
        Versions = [.. skill.Versions, WithUsual(skill, "true").Current with { Number = 2, Parent = 1 }],
    };

    private static Skill WithUsual(Skill skill, string value)
    {
        var plan = skill.Current.Plan! with { Parameters = [.. skill.Current.Plan!.Parameters.Select(parameter => parameter with { Default = System.Text.Json.JsonElement.Parse(value) })] };
        return skill with { Versions = [.. skill.Versions.Select(version => version == skill.Current ? version with { Plan = plan } : version)] };
    }

    private async Task<Skill> ForeignAsync()
    {
        await using var elsewhere = await ChatHost.OpenAsync();
        await shop.LearnAsync(elsewhere);
        return Assert.Single(await elsewhere.Memory.ListSkillsAsync(elsewhere.Ada)).Skill with { Name = "imported" };
    }

    private Task<IReadOnlyList<OfferedSkill>> OfferAsync(ChatHost host, MemoryScope scope, SkillOfferOptions? options = null) =>
        host.Memory.Skills.OfferAsync(scope, "Refund order 2001", () => shop.Functions, options);

    private static async Task<StoredSkill> FindAsync(ChatHost host, MemoryScope scope, Func<StoredSkill, bool> isMeant) =>
        Assert.Single(await host.Memory.ListSkillsAsync(scope), known => isMeant(known));

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
