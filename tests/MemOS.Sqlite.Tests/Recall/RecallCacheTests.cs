using System.Globalization;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;

namespace MemOS.Sqlite.Tests.Recall;

/// <summary>What is kept in memory between searches: whose it is, how long it stays, and how much it may be.</summary>
public sealed class RecallCacheTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private SqliteMemoryStore store = null!;

    public async Task InitializeAsync() => store = await SqliteMemoryStore.OpenAsync(folder.File());

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task EraseAsync_TextThatWasFound_LeavesTheMemoryOfTheProcess()
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var ids = await AppendAsync(store, access, "The secret harbour is Zanzibar.", "Nothing else.");
        await SearchAsync(store, access, ids, "zanzibar");
        Assert.NotEmpty(ObjectGraph.FindTexts(store, "zanzibar"));

        await store.Governance.EraseAsync(access, [ids[0]]);

        Assert.Empty(ObjectGraph.FindTexts(store, "zanzibar"));
        Assert.DoesNotContain(await SearchAsync(store, access, ids, "zanzibar"), static document => document.Text.Contains("Zanzibar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EraseAsync_WhatTheEngineWorkedOutOfAText_LeavesTheMemoryOfTheProcess()
    {
        await using var memory = await MemoryOS.OpenAsync(folder.File("whole.db"));
        var scope = MemoryScope.ForUser("ada", "s");
        await memory.AddAsync([new() { Role = EvidenceRole.User, Text = "I live in Zanzibar since yesterday. The zanzibarian harbour is quiet.", Time = DateTimeOffset.UnixEpoch }], scope);
        await memory.FlushAsync();
        var found = await memory.SearchAsync("Where do I live?", scope);
        Assert.NotEmpty(ObjectGraph.FindTexts(memory, "zanzibar"));

        await memory.EraseAsync([found.Items[0].Sources[0].Id], scope);

        Assert.Empty(ObjectGraph.FindTexts(memory, "zanzibar"));
    }

    [Fact]
    public async Task EraseAsync_DuringASearch_IsNotKeptByThatSearch()
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var ids = await AppendAsync(store, access, "The secret harbour is Zanzibar.");
        await using (var reader = await store.Recall.OpenAsync(access))
        {
            // A view begins with the first thing that is read in it.
            await reader.GetByTimeAsync(access.Home, Time.EventTime.OfYear(2000), 1);
            await store.Governance.EraseAsync(access, [ids[0]]);
            Assert.Single(await reader.DescribeAsync([ids[0].Value]));
        }

        Assert.Empty(ObjectGraph.FindTexts(store, "zanzibar"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_AfterAnotherProcessTookATextAway_HoldsItNoLonger(bool isErased)
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var ids = await AppendAsync(store, access, "The secret harbour is Zanzibar.", "Something else.");
        await store.Records.ApplyAsync(access, [new RecordChange.Insert(new() { Kind = MemoryKind.Fact, Subject = "Ada", Text = "Ada's harbour is Zanzibar.", Sources = [ids[0]] }, DateTimeOffset.UnixEpoch)], []);
        await SearchAsync(store, access, ids, "zanzibar");
        await AppendAsync(store, access, "One more of Zanzibar.");
        await SearchAsync(store, access, ids, "zanzibar");
        await using (var other = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            List<MemoryId> all = [.. ids, new(access.Home, MemoryItemKind.Evidence, 3)];
            await (isErased ? other.Governance.EraseAsync(access, all) : (Task)other.Governance.ForgetAsync(access, all));
        }

        await SearchAsync(store, access, [], "else");

        Assert.Empty(ObjectGraph.FindTexts(store, "zanzibar"));
    }

    [Fact]
    public async Task DescribeAsync_RecordOfAnotherCubesMessage_TellsOfItOnlyWhoMayReadThatCube()
    {
        await store.Cubes.CreateCubeAsync("", "team", "ada");
        var both = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var alone = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada") with { ReadCubes = [] });
        var team = Assert.Single(both.Readable, cube => cube != both.Home);
        var told = await AppendAsync(store, both with { Readable = [team], Writable = [team] }, "The team meets on Monday.");
        var record = Assert.Single((await store.Records.ApplyAsync(
            both, [new RecordChange.Insert(new() { Kind = MemoryKind.Fact, Subject = "Ada", Text = "Ada meets the team.", Sources = [told[0]] }, DateTimeOffset.UnixEpoch)], []))!);

        foreach (var (access, session) in new[] { (both, "s"), (alone, null), (both, "s") })
        {
            await using var reader = await store.Recall.OpenAsync(access);
            Assert.Equal(session, Assert.Single(await reader.DescribeAsync([record.Value])).SessionName);
        }
    }

    [Fact]
    public async Task OpenAsync_ViewFromBeforeWhatOthersHaveRead_StaysAsItWas()
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        await AppendAsync(store, access, "a zeppelin");
        await using var early = await store.Recall.OpenAsync(access);
        await early.GetByTimeAsync(access.Home, Time.EventTime.OfYear(2000), 1);
        await AppendAsync(store, access, "another zeppelin");
        await using var late = await store.Recall.OpenAsync(access);

        Assert.Equal(2, (await late.GetStatisticsAsync(access.Home)).Documents);
        Assert.Equal(1, (await early.GetStatisticsAsync(access.Home)).Documents);
        var found = (await early.GetPostingsAsync(access.Home, "zeppelin", 10)).ToArray();
        Assert.Single(found);
        found = (await late.GetPostingsAsync(access.Home, "zeppelin", 10)).ToArray();
        Assert.Equal(2, found.Length);
    }

    [Fact]
    public async Task Search_OfMoreThanTheLimit_KeepsTheLimit()
    {
        const int Limit = 100_000;
        await using var small = await SqliteMemoryStore.OpenAsync(folder.File("small.db"), new() { RecallCacheBytes = Limit });
        for (var user = 0; user < 5; user++)
        {
            var access = await small.Cubes.ResolveAsync(MemoryScope.ForUser($"user{user}"));
            var ids = await AppendAsync(small, access, [.. Enumerable.Range(0, 40).Select(static i => $"message {i} of zeppelins")]);
            for (var i = 0; i < ids.Count; i += 10)
            {
                Assert.Equal(10, (await SearchAsync(small, access, [.. ids.Skip(i).Take(10)], "zeppelin")).Count);
                Assert.InRange(small.RecallBytes, 1, Limit);
            }
        }
    }

    [Fact]
    public async Task Search_WithALimitOfNothing_KeepsNothing()
    {
        await using var forgetful = await SqliteMemoryStore.OpenAsync(folder.File("none.db"), new() { RecallCacheBytes = 0 });
        var access = await forgetful.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var ids = await AppendAsync(forgetful, access, "The secret harbour is Zanzibar.");

        Assert.Single(await SearchAsync(forgetful, access, ids, "zanzibar"));

        Assert.Equal(0, forgetful.RecallBytes);
        Assert.Empty(ObjectGraph.FindTexts(forgetful, "zanzibar"));
    }

    private static async Task<IReadOnlyList<RecallDocument>> SearchAsync(SqliteMemoryStore store, CubeAccess access, IReadOnlyList<MemoryId> ids, string term)
    {
        await using var reader = await store.Recall.OpenAsync(access);
        await reader.GetPostingsAsync(access.Home, term, 100);
        var evidence = ids.Select(static id => id.Value).ToList();
        var derived = await reader.GetDerivedAsync(evidence);
        await reader.GetSupersededAsync(evidence);
        await reader.GetNeighboursAsync(evidence, 2);
        await reader.DescribeAsync([.. derived.Select(static pair => pair.Record)]);
        return await reader.DescribeAsync(evidence);
    }

    private static async Task<IReadOnlyList<MemoryId>> AppendAsync(SqliteMemoryStore store, CubeAccess access, params string[] texts)
    {
        var time = DateTimeOffset.Parse("2024-05-01T10:00:00Z", CultureInfo.InvariantCulture);
        var items = texts.Select(text => new EvidenceDraft { Role = EvidenceRole.User, Text = text, Time = time }).ToList();
        return [.. (await store.Evidence.AppendAsync(access, new() { Session = "s", Items = items })).Select(static item => item.Id)];
    }
}
