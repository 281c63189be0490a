using System.Text.Json;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Scheduling;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="IEvidenceStore"/>.</summary>
public abstract class EvidenceStoreConformance : StoreConformance
{
    [Fact]
    public async Task AppendAsync_FullDraft_ComesBackAsItWas()
    {
        var access = await Store.Cubes.ResolveAsync(new() { User = "ada", Agent = "coder" });
        var draft = new EvidenceDraft
        {
            ExternalId = "m-1",
            Role = EvidenceRole.Assistant,
            Author = "Grace",
            Text = "Zoë said: \"l'été\" \0 日本語 🎉\r\n'); DROP TABLE evidence; --",
            Time = new DateTimeOffset(2023, 5, 8, 13, 56, 7, TimeSpan.FromHours(-7)).AddTicks(1234567),
            Kind = EvidenceKind.Document,
            ToolCalls = [new("c1", "read_file", JsonElement.Parse("""{"path":"a.txt","deep":{"n":[1,2.5,null]}}"""))],
            ToolResults = [new("c1", JsonElement.Parse("\"text\""), null), new("c2", null, "not found")],
            IsPartial = true,
            Document = "handbook",
        };

        var id = Assert.Single(await AppendAsync(access, "s", draft));

        var item = Assert.Single(await Store.Evidence.GetAsync(access, [id]));
        Assert.Equal(("s", 0, EvidenceState.Active, "coder"), (item.Session, item.Position, item.State, item.Agent));
        Assert.Equal(draft with { ToolCalls = [], ToolResults = [] }, item.Content with { ToolCalls = [], ToolResults = [] });
        Assert.Equal(draft.Time.Offset, item.Content.Time.Offset);
        Assert.Equal(draft.ToolCalls[0].Arguments.ToString(), Assert.Single(item.Content.ToolCalls).Arguments.ToString());
        Assert.Equal(["text", null], item.Content.ToolResults.Select(static result => result.Result?.ToString()));
        Assert.Equal([null, "not found"], item.Content.ToolResults.Select(static result => result.Error));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59+00:00")]
    [InlineData("1970-01-01T00:00:00+14:00")]
    public async Task AppendAsync_TimeFarAway_ComesBackAsItWas(string time)
    {
        var access = await AccessAsync();
        var draft = Said("hello", time: time);

        var id = Assert.Single(await AppendAsync(access, null, draft));

        Assert.Equal(draft.Time, Assert.Single(await Store.Evidence.GetAsync(access, [id])).Content.Time);
    }

    [Fact]
    public async Task AppendAsync_Batches_PositionsRunOnInTheSession()
    {
        var access = await AccessAsync();
        var first = await AppendAsync(access, "s", Said("one"), Said("two"));
        await AppendAsync(access, "other", Said("else"));
        var second = await AppendAsync(access, "s", Said("three"));

        var items = await Store.Evidence.GetAsync(access, [.. first, .. second]);
        Assert.Equal([0, 1, 2], items.Select(static item => item.Position));
        Assert.All(items, item => Assert.Equal(access.Home, item.Id.Cube));
    }

    [Fact]
    public async Task AppendAsync_KnownExternalIdSameContent_ReturnsTheKnownItem()
    {
        var access = await AccessAsync();
        var first = await AppendAsync(access, "s", Said("one", "1"));
        var again = await Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Said("one", "1"), Said("two", "2"), Said("two", "2")] });

        Assert.Equal(new AppendedEvidence(first[0], false), again[0]);
        Assert.True(again[1].IsNew);
        Assert.Equal(again[1] with { IsNew = false }, again[2]);
        Assert.Equal(2, (await Store.Evidence.ListAsync(access, new())).Count);
    }

    [Fact]
    public async Task AppendAsync_KnownExternalIdOtherContent_RecordsNothingOfTheBatch()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one", "1"));

        await Assert.ThrowsAsync<MemoryConflictException>(() => AppendAsync(access, "s", Said("new", "2"), Said("changed", "1")));
        await Assert.ThrowsAsync<MemoryConflictException>(() => AppendAsync(access, "s", Said("new", "3"), Said("newer", "3")));

        Assert.Equal("one", Assert.Single(await Store.Evidence.ListAsync(access, new())).Content.Text);
        Assert.Empty(await FindAsync(access, "new"));
        Assert.NotEmpty(await AppendAsync(access, "s", Said("after")));
        Assert.Equal([0, 1], (await Store.Evidence.ListAsync(access, new())).Select(static item => item.Position));
    }

    [Fact]
    public async Task AppendAsync_SameExternalIdInAnotherSessionOrUser_IsAnotherMessage()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one", "1"));

        Assert.Single(await AppendAsync(access, "t", Said("other", "1")));
        Assert.Single(await AppendAsync(await AccessAsync("bob"), "s", Said("other", "1")));
    }

    [Fact]
    public async Task AppendAsync_OneConflictAmongManyWriters_FailsAlone()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one", "1"));

        var tasks = Enumerable.Range(0, 50)
            .Select(i => Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [i % 10 == 3 ? Said("changed", "1") : Said($"text {i}", $"x{i}")] }))
            .ToList();
        await Assert.ThrowsAsync<MemoryConflictException>(() => Task.WhenAll(tasks));

        Assert.Equal(5, tasks.Count(static task => task.IsFaulted));
        var items = await Store.Evidence.ListAsync(access, new());
        Assert.Equal(46, items.Count);
        Assert.Equal(Enumerable.Range(0, 46), items.Select(static item => item.Position).Order());
    }

    [Fact]
    public async Task AppendAsync_SeveralWritableCubes_LinksWithoutACopy()
    {
        var access = await SharedAccessAsync("ada", "team");
        var id = Assert.Single(await AppendAsync(access, "s", Said("The zeppelin lands on Monday.", "1", author: "Ada")));

        var team = access.Writable[1];
        var link = Assert.Single(await FindAsync(access, "zeppelin", team));
        Assert.Equal([id], await FindAsync(access, "zeppelin"));
        await Store.Cubes.GrantAsync("", "team", "bob", CubeRole.Reader);
        var bob = await AccessAsync("bob");
        var item = Assert.Single(await Store.Evidence.GetAsync(bob, [link, id]));
        Assert.Equal(link, item.Id);
        Assert.Equal(("The zeppelin lands on Monday.", "1", "Ada", "s"), (item.Content.Text, item.Content.ExternalId, item.Content.Author, item.Session));
        Assert.Equal(1, (await Store.Maintenance.GetStatisticsAsync()).Messages);
    }

    [Fact]
    public async Task AppendAsync_LinksOfEqualSessionsAndIds_DoNotCollide()
    {
        var ada = await SharedAccessAsync("ada", "team");
        await Store.Cubes.GrantAsync("", "team", "bob", CubeRole.Writer);
        var bob = await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { WriteCubes = ["team"] });

        await AppendAsync(ada, "chat", Said("ada's zeppelin", "1"));
        await AppendAsync(bob, "chat", Said("bob's zeppelin", "1"));

        Assert.Equal(2, (await FindAsync(ada, "zeppelin", ada.Writable[1])).Count);
    }

    [Fact]
    public async Task AppendAsync_Abandon_LeavesRecallAndLogButNotTheStore()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("keep zeppelin"), Said("old zeppelin"), Said("older zeppelin"));

        await Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Said("new zeppelin")], Abandon = [ids[1], ids[2]] });

        Assert.Equal(["keep zeppelin", "new zeppelin"], (await Store.Evidence.ListAsync(access, new())).Select(static item => item.Content.Text));
        Assert.Equal(4, (await Store.Evidence.ListAsync(access, new() { IncludeInactive = true })).Count);
        Assert.Equal(EvidenceState.Abandoned, Assert.Single(await Store.Evidence.GetAsync(access, [ids[1]])).State);
        Assert.Equal(2, (await FindAsync(access, "zeppelin")).Count);
        Assert.Equal(2, (await Store.Evidence.GetLogAsync(access, "s", 10)).Count);
    }

    [Fact]
    public async Task GetLogAsync_Session_GivesTheLastMessagesOldestFirst()
    {
        var access = await AccessAsync();
        await AppendAsync(access, null, Said("unnamed"));
        var ids = await AppendAsync(access, "s", Said("one", "1"), Said("two", role: EvidenceRole.Assistant), Said("three"));

        var log = await Store.Evidence.GetLogAsync(access, "s", 2);

        Assert.Equal([ids[1], ids[2]], log.Select(static entry => entry.Id));
        Assert.Equal([EvidenceRole.Assistant, EvidenceRole.User], log.Select(static entry => entry.Role));
        Assert.Equal(ContentHash.Of(Said("three")), log[1].Hash);
        Assert.Equal("1", (await Store.Evidence.GetLogAsync(access, "s", 10))[0].ExternalId);
        Assert.Single(await Store.Evidence.GetLogAsync(access, null, 10));
        Assert.Empty(await Store.Evidence.GetLogAsync(access, "unknown", 10));
    }

    [Fact]
    public async Task GetAsync_OtherUsersAndUnknownIds_AreLeftOut()
    {
        var ada = await AccessAsync();
        var bob = await AccessAsync("bob");
        var mine = await AppendAsync(ada, "s", Said("mine"), Said("mine too"));
        var theirs = await AppendAsync(bob, "s", Said("theirs"));

        var items = await Store.Evidence.GetAsync(ada, [mine[1], theirs[0], new(ada.Home, MemoryItemKind.Evidence, 999), mine[0]]);

        Assert.Equal([mine[1], mine[0]], items.Select(static item => item.Id));
    }

    [Fact]
    public async Task ListAsync_Pages_MeetEveryItemOnce()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", [.. Enumerable.Range(0, 25).Select(static i => Said($"text {i}"))]);

        var seen = new List<MemoryId>();
        while (await Store.Evidence.ListAsync(access, new() { Limit = 7, After = seen.Count == 0 ? null : seen[^1] }) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(static item => item.Id));
        }

        Assert.Equal(ids, seen);
    }

    [Fact]
    public async Task ListAsync_Filters_AllMustHold()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("a"), Said("b") with { Kind = EvidenceKind.Document });
        await AppendAsync(access, "t", Said("c") with { Kind = EvidenceKind.Document });

        var items = await Store.Evidence.ListAsync(access, new() { Session = "t", Kind = EvidenceKind.Document });

        Assert.Equal("c", Assert.Single(items).Content.Text);
    }

    [Fact]
    public async Task GetPrecedingAsync_AcrossAnAbandonedBranch_GivesTheConversationAsItStands()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said("two"), Said("wrong"));
        var next = await Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Said("three"), Said("four")], Abandon = [ids[2]] });

        var preceding = await Store.Evidence.GetPrecedingAsync(access, next[1].Id, 2);

        Assert.Equal(["two", "three"], preceding.Select(static item => item.Content.Text));
        Assert.Empty(await Store.Evidence.GetPrecedingAsync(await AccessAsync("bob"), next[1].Id, 2));
    }

    [Fact]
    public async Task AppendAsync_TenThousandMessages_AreAllThere()
    {
        var access = await AccessAsync();

        await AppendAsync(access, "s", [.. Enumerable.Range(0, 10_000).Select(static i => Said($"message {i}", $"m{i}"))]);

        Assert.Equal(10_000, (await Store.Maintenance.GetStatisticsAsync()).Messages);
        Assert.Equal(10_000, (await Store.Evidence.GetLogAsync(access, "s", 20_000)).Count);
    }

    [Fact]
    public async Task AppendAsync_Cancelled_RecordsNothing()
    {
        var access = await AccessAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Evidence.AppendAsync(access, new() { Items = [Said("late")] }, new(canceled: true)));

        Assert.Empty(await Store.Evidence.ListAsync(access, new()));
    }

    [Fact]
    public async Task AppendAsync_WithoutReading_QueuesNothing()
    {
        var access = await AccessAsync();

        await Store.Evidence.AppendAsync(access, new() { Items = [Said("quiet")], Read = false });

        Assert.Empty(await Store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1)));
    }
}
