using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Governance;
using MemOS.Reading;
using MemOS.Scheduling;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="IForgetStore"/>.</summary>
public abstract class ForgetStoreConformance : StoreConformance
{
    [Fact]
    public async Task ForgetAsync_Record_LeavesRecallWithItsSourceMessages()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("I fly a zeppelin and drink tea."), Said("What a zeppelin!"));
        var zeppelin = await InsertAsync(access, Draft("Ada flies a zeppelin.", sources[0]));
        var tea = await InsertAsync(access, Draft("Ada drinks tea.", sources[0]));

        var receipt = await Store.Governance.ForgetAsync(access, [zeppelin]);

        Assert.Equal([sources[0], zeppelin], receipt.Items);
        Assert.Equal([sources[1]], await FindAsync(access, "zeppelin"));
        Assert.Equal((RecordState.Forgotten, 2), ((await RecordAsync(access, zeppelin)).State, (await RecordAsync(access, zeppelin)).Version));
        Assert.Equal([tea], (await Store.Records.ListAsync(access, new())).Select(static record => record.Id));
        Assert.Equal(EvidenceState.Forgotten, Assert.Single(await Store.Evidence.GetAsync(access, [sources[0]])).State);
        Assert.Equal(2, (await Store.Evidence.GetLogAsync(access, "s", 10)).Count);
        Assert.Empty((await Store.Governance.ForgetAsync(access, [zeppelin])).Items);
    }

    [Fact]
    public async Task RestoreAsync_Record_ComesBackWithItsSourceMessages()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("I fly a zeppelin.")));
        var record = await InsertAsync(access, Draft("Ada flies a zeppelin.", source));
        await Store.Governance.ForgetAsync(access, [record]);

        var receipt = await Store.Governance.RestoreAsync(access, [record]);

        Assert.Equal([source, record], receipt.Items);
        Assert.Equal([source, record], await FindAsync(access, "zeppelin"));
        Assert.Equal(RecordState.Current, (await RecordAsync(access, record)).State);
        Assert.Empty((await Store.Governance.RestoreAsync(access, [record])).Items);
    }

    [Fact]
    public async Task RestoreAsync_MessageForgottenForTwoReasons_ComesBackWithTheLast()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("I fly a zeppelin and drink tea.")));
        var one = await InsertAsync(access, Draft("Ada flies.", source));
        var two = await InsertAsync(access, Draft("Ada drinks.", source));
        await Store.Governance.ForgetAsync(access, [one, two]);

        await Store.Governance.RestoreAsync(access, [one]);
        Assert.Empty(await FindAsync(access, "zeppelin"));
        await Store.Governance.RestoreAsync(access, [two]);
        Assert.Equal([source], await FindAsync(access, "zeppelin"));
    }

    [Fact]
    public async Task ForgetAsync_Message_TakesRecordsThatNothingElseSupports()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("I fly a zeppelin."), Said("The zeppelin again."));
        var alone = await InsertAsync(access, Draft("Ada flies a zeppelin.", sources[0]));
        var both = await InsertAsync(access, Draft("Ada talks of a zeppelin.", sources[0]) with { Sources = sources });

        await Store.Governance.ForgetAsync(access, [sources[0]]);

        Assert.Equal([sources[1], both], await FindAsync(access, "zeppelin"));
        Assert.Equal(RecordState.Forgotten, (await RecordAsync(access, alone)).State);
        await Store.Governance.RestoreAsync(access, [sources[0]]);
        Assert.Equal(4, (await FindAsync(access, "zeppelin")).Count);
    }

    [Fact]
    public async Task RestoreAsync_MessageForgottenBeforeItWasRead_IsReadAfterAll()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("I fly a zeppelin.")));
        await Store.Governance.ForgetAsync(access, [source]);
        var leases = await Store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1));
        Assert.Empty(await Store.Jobs.LoadAsync(leases));
        await Store.Records.ApplyAsync(access, [], leases);

        await Store.Governance.RestoreAsync(access, [source]);

        Assert.Single(await Store.Jobs.LoadAsync(await Store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1))));
    }

    [Fact]
    public async Task ForgetAsync_LinkedMessage_LeavesTheOtherCubesToo()
    {
        var access = await SharedAccessAsync("ada", "team");
        var source = Assert.Single(await AppendAsync(access, "s", Said("I fly a zeppelin.")));

        await Store.Governance.ForgetAsync(access, [source]);

        Assert.Empty(await FindAsync(access, "zeppelin", access.Writable[1]));
        await Store.Governance.RestoreAsync(access, [source]);
        Assert.Single(await FindAsync(access, "zeppelin", access.Writable[1]));
    }

    [Fact]
    public async Task ForgetAsync_UnknownOrForeign_ChangesNothing()
    {
        var access = await AccessAsync();
        var mine = Assert.Single(await AppendAsync(access, "s", Said("my zeppelin")));
        var theirs = Assert.Single(await AppendAsync(await AccessAsync("bob"), "s", Said("bob's")));

        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Governance.ForgetAsync(access, [mine, theirs]));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Governance.ForgetAsync(access, [mine, new(access.Home, MemoryItemKind.Record, 9)]));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Governance.EraseAsync(access, [mine, theirs]));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Governance.EraseSessionAsync(access, "unknown"));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Governance.EraseUserAsync("", "nobody"));

        Assert.Equal([mine], await FindAsync(access, "zeppelin"));
    }

    [Fact]
    public async Task Calls_ReaderOrWriterOfASharedCube_AreRefused()
    {
        var ada = await SharedAccessAsync("ada", "team");
        await AppendAsync(ada, "s", Said("a zeppelin"));
        var link = Assert.Single(await FindAsync(ada, "zeppelin", ada.Writable[1]));
        await Store.Cubes.GrantAsync("", "team", "bob", CubeRole.Writer);
        var reading = await AccessAsync("bob");
        var writing = await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { WriteCubes = ["team"] });

        await Assert.ThrowsAsync<MemoryAccessException>(() => Store.Governance.ForgetAsync(reading, [link]));
        await Assert.ThrowsAsync<MemoryAccessException>(() => Store.Governance.EraseAsync(writing, [link]));
        Assert.Equal([link], (await Store.Governance.ForgetAsync(writing, [link])).Items);
    }

    [Fact]
    public async Task EraseAsync_Message_ReachesWhatDerivesFromIt()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("I fly a zeppelin.", "1"), Said("Nice.", "2"), Said("The zeppelin is red.", "3"));
        var alone = await InsertAsync(access, Draft("Ada flies a zeppelin.", sources[0]));
        var both = await InsertAsync(access, Draft("Ada has a red zeppelin.", sources[0]) with { Sources = [sources[2], sources[0]] }, alone);
        await Store.Records.ApplyAsync(access, [], await LeaseAsync());

        var receipt = await Store.Governance.EraseAsync(access, [sources[0]]);

        Assert.Equal(new EraseReceipt(1, 2, false), receipt);
        Assert.Equal([sources[2]], await FindAsync(access, "zeppelin"));
        Assert.Empty(await Store.Evidence.GetAsync(access, [sources[0]]));
        Assert.Empty(await Store.Records.GetAsync(access, [alone, both]));
        Assert.Empty(await Store.Records.HistoryAsync(access, alone));
        Assert.Equal(2, (await Store.Evidence.ListAsync(access, new() { IncludeInactive = true })).Count);
        Assert.Equal("The zeppelin is red.", Assert.Single(await Store.Jobs.LoadAsync(await LeaseAsync())).Content.Text);
        var log = await Store.Evidence.GetLogAsync(access, "s", 10);
        Assert.Equal([true, false, false], log.Select(static entry => entry.IsErased));
        Assert.Equal(new LogEntry(sources[0], null, EvidenceRole.User, default) { IsErased = true }, log[0]);
        var held = ContentHash.Of(Said("I fly a zeppelin."));
        Assert.Equal(held, (await Store.Evidence.GetLogAsync(access, "s", 10, [ContentHash.Of(Said("x")), held]))[0].Hash);
    }

    [Fact]
    public async Task EraseAsync_Record_TakesItsMessages()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("I fly a zeppelin.")));
        var record = await InsertAsync(access, Draft("Ada flies a zeppelin.", source));

        Assert.Equal(new EraseReceipt(1, 1, false), await Store.Governance.EraseAsync(access, [record]));

        Assert.Empty(await FindAsync(access, "zeppelin"));
        Assert.Empty(await Store.Evidence.GetAsync(access, [source]));
    }

    [Fact]
    public async Task EraseAsync_SupersedingRecord_LeavesNoDanglingLink()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("Delft"), Said("Utrecht"));
        var old = await InsertAsync(access, Draft("Ada lives in Delft.", sources[0]));
        var current = await InsertAsync(access, Draft("Ada lives in Utrecht.", sources[1]), old);

        await Store.Governance.EraseAsync(access, [current]);

        Assert.Null((await RecordAsync(access, old)).SupersededBy);
        Assert.Empty(await Store.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task EraseAsync_WhileAReaderHasTheText_ItsEffectDoesNotLand()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("I fly a zeppelin."), Said("Nice."));
        var leases = await LeaseAsync();

        await Store.Governance.EraseAsync(access, [sources[0]]);

        Assert.Null(await Store.Records.ApplyAsync(access, [new RecordChange.Insert(Draft("Ada flies a zeppelin.", sources[1]), Time.Now)], leases));
        Assert.Equal("Nice.", Assert.Single(await Store.Jobs.LoadAsync(await LeaseAsync())).Content.Text);
    }

    [Fact]
    public async Task AppendAsync_ErasedBefore_IsNotRecordedAgain()
    {
        var access = await AccessAsync();
        var first = Said("I fly a zeppelin.", "1");
        var second = Said("And another zeppelin.");
        var ids = await AppendAsync(access, "s", first, second);
        await Store.Governance.EraseAsync(access, ids);

        var again = await Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [first, second, Said("Hello.", "2")] });

        Assert.Equal([false, false, true], again.Select(static item => item.IsNew));
        Assert.Equal(ids[0], again[0].Id);
        Assert.Empty(await FindAsync(access, "zeppelin"));
        Assert.Single(await Store.Evidence.ListAsync(access, new()));
        Assert.Equal(4, (await Store.Evidence.GetLogAsync(access, "s", 10)).Count);
    }

    [Fact]
    public async Task ApplyAsync_ErasedStatement_IsLearnedAgainByHandOnly()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("I live in Utrecht."), Said("Hello."));
        var record = await InsertAsync(access, Draft("Ada lives in Utrecht.", sources[0], slot: "home", value: "utrecht"));
        await Store.Governance.EraseAsync(access, [record]);

        Assert.Equal(default, await InsertAsync(access, Draft("ada lives in UTRECHT!", sources[1])));
        Assert.Equal(default, await InsertAsync(access, Draft("Ada moved to Utrecht.", sources[1], slot: "home", value: "Utrecht")));
        Assert.NotEqual(default, await InsertAsync(access, Draft("Ada lives in Delft.", sources[1], slot: "home", value: "delft")));
        Assert.NotEqual(default, await InsertAsync(access, Draft("Ada lives in Utrecht.", sources[1], slot: "home", value: "utrecht") with { Origin = RecordOrigin.Manual }));
        Assert.NotEqual(default, await InsertAsync(access, Draft("Ada lives in Utrecht.", sources[1], slot: "home", value: "utrecht")));
    }

    [Fact]
    public async Task ApplyAsync_StatementThatAnotherMessageSupports_IsLearnedAgain()
    {
        var access = await AccessAsync();
        var sources = await AppendAsync(access, "s", Said("Tea."), Said("Tea, please."));
        await InsertAsync(access, Draft("Ada likes tea.", sources[0]) with { Sources = sources });
        await Store.Governance.EraseAsync(access, [sources[0]]);

        Assert.NotEqual(default, await InsertAsync(access, Draft("Ada likes tea.", sources[1])));
    }

    [Fact]
    public async Task EraseSessionAsync_Session_LeavesNothingOfIt()
    {
        var access = await SharedAccessAsync("ada", "team");
        await AppendAsync(access, "secret", Said("a zeppelin", "1"), Said("more zeppelin"));
        var kept = Assert.Single(await AppendAsync(access, "s", Said("my zeppelin")));
        await Store.Ledger.AppendAsync(access, new() { Session = "secret", Time = Time.Now, FullTokens = 1, SentTokens = 1, InjectedTokens = 0 });

        var receipt = await Store.Governance.EraseSessionAsync(access, "secret");

        Assert.Equal(new EraseReceipt(4, 0, false), receipt);
        Assert.Equal([kept], await FindAsync(access, "zeppelin"));
        Assert.Single(await FindAsync(access, "zeppelin", access.Writable[1]));
        Assert.Empty(await Store.Evidence.GetLogAsync(access, "secret", 10));
        Assert.Equal(0, (await Store.Ledger.SumAsync(access, null)).Turns);
        var again = await Store.Evidence.AppendAsync(access, new() { Session = "secret", Items = [Said("a zeppelin", "1"), Said("a zeppelin", "1")] });
        Assert.All(again, static item => Assert.False(item.IsNew));
        Assert.Equal(again[0], Assert.Single(await Store.Evidence.AppendAsync(access, new() { Session = "secret", Items = [Said("a zeppelin", "1")] })));
        Assert.Empty(await Store.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task EraseUserAsync_User_IsGoneWithEverythingOfItsOwn()
    {
        var ada = await SharedAccessAsync("ada", "team");
        await Store.Cubes.CreateCubeAsync("", "diary", "ada");
        await Store.Cubes.GrantAsync("", "team", "bob", CubeRole.Owner);
        var bob = await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { WriteCubes = ["team"] });
        var source = Assert.Single(await AppendAsync(ada, "s", Said("ada's zeppelin")));
        await InsertAsync(ada, Draft("Ada flies.", source));
        await AppendAsync(bob, "s", Said("bob's zeppelin"));

        var receipt = await Store.Governance.EraseUserAsync("", "ada");

        Assert.Equal(new EraseReceipt(2, 1, false), receipt);
        Assert.Null(await Store.Cubes.FindUserAsync("", "ada"));
        Assert.Equal(["bob", "team"], (await Store.Cubes.ListCubesAsync("", "bob")).Select(static grant => grant.Cube.Name).Order());
        Assert.Single(await FindAsync(bob, "zeppelin", bob.Writable[1]));
        Assert.Empty(await FindAsync(await AccessAsync(), "zeppelin"));
        Assert.Empty(await Store.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task EraseAsync_WhileAViewIsOpen_IsPendingUntilItCloses()
    {
        var access = await AccessAsync();
        var source = Assert.Single(await AppendAsync(access, "s", Said("a zeppelin")));
        await using (var reader = await Store.Recall.OpenAsync(access))
        {
            await reader.GetStatisticsAsync(access.Home);
            Assert.True((await Store.Governance.EraseAsync(access, [source])).IsPending);
            Assert.Empty(await FindAsync(access, "zeppelin"));
            Assert.False(await Store.Governance.FinishErasingAsync());
        }

        Assert.True(await Store.Governance.FinishErasingAsync());
    }

    private Task<IReadOnlyList<JobLease>> LeaseAsync() => Store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1));
}
