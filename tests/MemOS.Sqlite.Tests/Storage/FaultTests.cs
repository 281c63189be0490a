using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Storage;

namespace MemOS.Sqlite.Tests.Storage;

public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AppendAsync_FileMayGrowNoFurther_LosesNothingAndGoesOnWithRoom()
    {
        var path = folder.File();
        var acknowledged = new List<string>();
        await using (var store = await SqliteMemoryStore.OpenAsync(path, new() { MaxPages = 150 }))
        {
            var access = await AdaAsync(store);
            MemoryStoreException? error = null;
            for (var i = 0; error is null; i++)
            {
                var text = $"message {i} {new string('x', 500)}";
                try
                {
                    await store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Message(text), Message(text + "b")] });
                    acknowledged.Add(text);
                }
                catch (MemoryStoreException full)
                {
                    error = full;
                }
            }

            Assert.Contains("no room left", error.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<MemoryStoreException>(() => store.Evidence.AppendAsync(access, new() { Items = [Message(new string('y', 100_000))] }));
            Assert.Equal(acknowledged.Count * 2, (await store.Maintenance.GetStatisticsAsync()).Messages);
        }

        await using (var store = await SqliteMemoryStore.OpenAsync(path))
        {
            var access = await AdaAsync(store);
            await store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Message("after")] });
            var items = await store.Evidence.ListAsync(access, new() { Limit = 1000 });
            Assert.Equal([.. acknowledged.SelectMany(static text => new[] { text, text + "b" }), "after"], items.Select(static item => item.Content.Text));
            Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
        }
    }

    [Fact]
    public async Task AppendAsync_OtherProcessHoldsTheFile_SaysSoAndGoesOnAfterwards()
    {
        await using var store = await SqliteMemoryStore.OpenAsync(folder.File(), new() { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        var access = await AdaAsync(store);
        using (var other = MemOS.Sqlite.Storage.Connection.Open(folder.File(), SQLitePCL.raw.SQLITE_OPEN_READWRITE, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE");
            var error = await Assert.ThrowsAsync<MemoryStoreException>(() => store.Evidence.AppendAsync(access, new() { Items = [Message("held")] }));
            Assert.Contains("Another process", error.Message, StringComparison.Ordinal);
            Assert.Empty(await store.Evidence.ListAsync(access, new()));
        }

        await store.Evidence.AppendAsync(access, new() { Items = [Message("free")] });
        Assert.Equal("free", Assert.Single(await store.Evidence.ListAsync(access, new())).Content.Text);
    }

    [Fact]
    public async Task Stores_FourOnOneFile_KeepEveryMessageOnceAndOrdered()
    {
        var stores = new List<SqliteMemoryStore>();
        for (var i = 0; i < 4; i++)
        {
            stores.Add(await SqliteMemoryStore.OpenAsync(folder.File()));
        }

        var access = await AdaAsync(stores[0]);
        await Task.WhenAll(stores.Select((store, worker) => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Message($"{worker}-{i}") with { ExternalId = $"{worker}-{i}" }] });
                await store.Evidence.AppendAsync(access, new() { Session = "s", Items = [Message($"shared {i}") with { ExternalId = $"shared {i}" }] });
            }
        })));

        var items = await stores[3].Evidence.ListAsync(access, new() { Limit = 1000 });
        Assert.Equal(250, items.Count);
        Assert.Equal(250, items.Select(static item => item.Content.Text).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 250), items.Select(static item => item.Position));
        Assert.Empty(await stores[2].Maintenance.CheckAsync(deep: true));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("DELETE FROM words_content WHERE id % 3 = 0", "words")]
    [InlineData("UPDATE words_data SET block = zeroblob(length(block)) WHERE id > 10", "words")]
    [InlineData("DELETE FROM words_data WHERE id > 10", "words")]
    [InlineData("DELETE FROM words_data", "words")]
    [InlineData("UPDATE cubes SET documents = documents + 1", "words")]
    public async Task RepairAsync_DamagedWordIndex_IsFoundAndRebuilt(string damage, string area)
    {
        var path = folder.File();
        await FillAsync(path);
        Sql.Execute(path, damage);
        await using var store = await SqliteMemoryStore.OpenAsync(path);

        var problems = await store.Maintenance.CheckAsync(deep: true);
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.True(problem.CanRepair, problem.Message));
        Assert.Contains(problems, problem => problem.Area == area);
        await store.Maintenance.RepairAsync();

        Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
        Assert.Equal(90, await CountAsync(store, "zeppelin"));
    }

    [Fact]
    public async Task CheckAsync_AfterSearchesAndChanges_RaisesNoFalseAlarm()
    {
        await using var store = await SqliteMemoryStore.OpenAsync(folder.File());
        var access = await AdaAsync(store);
        for (var i = 0; i < 3; i++)
        {
            await store.Evidence.AppendAsync(access, new() { Items = [Message($"zeppelin number {i}")] });
            Assert.Equal(i + 1, await CountAsync(store, "zeppelin"));
            await store.Evidence.AppendAsync(access, new() { Items = [Message($"balloon number {i}")] });
            Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
            Assert.Empty(await store.Maintenance.CheckAsync(deep: false));
        }
    }

    [Fact]
    public async Task CheckAsync_BytesOverwritten_IsFound()
    {
        var path = folder.File();
        await FillAsync(path);
        var bytes = File.ReadAllBytes(path);
        Random.Shared.NextBytes(bytes.AsSpan(bytes.Length / 3, 8192));
        File.WriteAllBytes(path, bytes);
        IReadOnlyList<StoreProblem> problems;
        try
        {
            await using var store = await SqliteMemoryStore.OpenAsync(path);
            problems = await store.Maintenance.CheckAsync(deep: true);
        }
        catch (MemoryStoreException error)
        {
            problems = [new("file", error.Message, false)];
        }

        Assert.NotEmpty(problems);
    }

    [Fact]
    public async Task OpenAsync_IndexOfAnotherAnalyzer_IsRebuilt()
    {
        var path = folder.File();
        await FillAsync(path);
        Sql.Execute(path, "UPDATE meta SET value = 0 WHERE key = 'index_version'; DELETE FROM words; UPDATE evidence SET length = 99; UPDATE cubes SET terms = 0");

        await using var store = await SqliteMemoryStore.OpenAsync(path);

        Assert.Equal(90, await CountAsync(store, "zeppelin"));
        Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task BackupAsync_WhileWriting_IsAWholeStoreOfItsOwn()
    {
        var path = folder.File();
        await FillAsync(path);
        await using (var store = await SqliteMemoryStore.OpenAsync(path))
        {
            var access = await AdaAsync(store);
            var backup = store.Maintenance.BackupAsync(folder.File("backup.db"));
            await store.Evidence.AppendAsync(access, new() { Items = [Message("meanwhile")] });
            await backup;
            await Assert.ThrowsAsync<MemoryStoreException>(() => store.Maintenance.BackupAsync(folder.File("backup.db")));
            await Assert.ThrowsAsync<MemoryStoreException>(() => store.Maintenance.BackupAsync(folder.File("no/such/folder/backup.db")));
        }

        await using var copy = await SqliteMemoryStore.OpenAsync(folder.File("backup.db"));
        Assert.Equal(90, await CountAsync(copy, "zeppelin"));
        Assert.Empty(await copy.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task DisposeAsync_WritesUnderWay_AreFinished()
    {
        var store = await SqliteMemoryStore.OpenAsync(folder.File());
        var access = await AdaAsync(store);
        var writes = Enumerable.Range(0, 200).Select(i => store.Evidence.AppendAsync(access, new() { Items = [Message($"{i}")] })).ToList();

        await store.DisposeAsync();
        await store.DisposeAsync();
        await Task.WhenAll(writes);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Evidence.AppendAsync(access, new() { Items = [Message("late")] }));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Evidence.ListAsync(access, new()));
        await using var again = await SqliteMemoryStore.OpenAsync(folder.File());
        Assert.Equal(200, (await again.Maintenance.GetStatisticsAsync()).Messages);
    }

    private static EvidenceDraft Message(string text) => new() { Role = EvidenceRole.User, Text = text, Time = DateTimeOffset.UnixEpoch };

    private static ValueTask<CubeAccess> AdaAsync(SqliteMemoryStore store) => store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));

    private static async Task FillAsync(string path)
    {
        await using var store = await SqliteMemoryStore.OpenAsync(path);
        await store.Evidence.AppendAsync(await AdaAsync(store), new() { Session = "s", Items = [.. Enumerable.Range(0, 90).Select(static i => Message($"zeppelin number {i} of many words like {i * 7919}"))] });
    }

    private static async Task<int> CountAsync(SqliteMemoryStore store, string term)
    {
        var access = await AdaAsync(store);
        await using var reader = await store.Recall.OpenAsync(access);
        var ids = (await reader.GetPostingsAsync(access.Home, term, 1000)).ToArray();
        return ids.Length;
    }
}
