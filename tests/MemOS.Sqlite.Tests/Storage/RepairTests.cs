using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Sqlite.Storage;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Tests.Storage;

/// <summary>Damaged pages: what is made of the tables is made again, and nothing is pretended where a table was hit.</summary>
public sealed class RepairTests : IDisposable
{
    private const int PageSize = 4096;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task RepairAsync_AnyIndexOverwritten_IsFoundAndMadeAgain()
    {
        var sound = await FillAsync();
        var random = new Random(11);
        foreach (var (name, page) in Trees(isDerived: true))
        {
            var path = folder.File($"{name}.db");
            var bytes = sound.ToArray();
            random.NextBytes(bytes.AsSpan((page - 1) * PageSize, PageSize));
            await File.WriteAllBytesAsync(path, bytes);
            await using var store = await SqliteMemoryStore.OpenAsync(path);

            var problems = await store.Maintenance.CheckAsync(deep: true);
            Assert.NotEmpty(problems);
            Assert.All(problems, problem => Assert.True(problem.CanRepair, $"{name}: {problem.Message}"));
            await store.Maintenance.RepairAsync();

            Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
            await CheckContentAsync(store);
            Assert.False(File.Exists(path + ".repair"));
        }
    }

    [Fact]
    public async Task RepairAsync_TableOverwritten_SaysSoAndChangesNothing()
    {
        var sound = await FillAsync();
        foreach (var (name, page) in Trees(isDerived: false).Where(static tree => tree.Name is "evidence" or "users" or "sessions" or "record_versions"))
        {
            var path = folder.File($"{name}.db");
            var bytes = sound.ToArray();
            bytes.AsSpan((page - 1) * PageSize, PageSize).Clear();
            await File.WriteAllBytesAsync(path, bytes);
            await using (var store = await SqliteMemoryStore.OpenAsync(path))
            {
                Assert.Contains(await store.Maintenance.CheckAsync(deep: true), static problem => !problem.CanRepair);
                var error = await Assert.ThrowsAsync<MemoryStoreException>(() => store.Maintenance.RepairAsync());
                Assert.Contains("restore a backup", error.Message, StringComparison.Ordinal);
            }

            Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
            Assert.False(File.Exists(path + ".repair"));
        }
    }

    [Fact]
    public async Task RepairAsync_WhileOthersRead_GivesThemTheSame()
    {
        var sound = await FillAsync();
        var path = folder.File("shared.db");
        var bytes = sound.ToArray();
        bytes.AsSpan((Trees(isDerived: true).Single(static tree => tree.Name == "evidence_external").Page - 1) * PageSize, PageSize).Clear();
        await File.WriteAllBytesAsync(path, bytes);
        await using var reading = await SqliteMemoryStore.OpenAsync(path);
        await CheckContentAsync(reading);
        await using (var repairing = await SqliteMemoryStore.OpenAsync(path))
        {
            await repairing.Maintenance.RepairAsync();
        }

        await CheckContentAsync(reading);
        Assert.Empty(await reading.Maintenance.CheckAsync(deep: true));
        var access = await reading.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        Assert.False((await reading.Evidence.AppendAsync(access, new() { Session = "s", Items = [Message(7)] }))[0].IsNew);
        Assert.True((await reading.Evidence.AppendAsync(access, new() { Session = "s", Items = [Message(1000)] }))[0].IsNew);
    }

    private static EvidenceDraft Message(int i) => new() { ExternalId = $"id {i}", Role = EvidenceRole.User, Text = $"zeppelin number {i}", Time = DateTimeOffset.UnixEpoch };

    private static async Task CheckContentAsync(SqliteMemoryStore store)
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var items = await store.Evidence.ListAsync(access, new() { Limit = 1000 });
        Assert.Equal(Enumerable.Range(0, 300).Select(static i => $"zeppelin number {i}"), items.Select(static item => item.Content.Text));
        Assert.Equal(300, (await store.Records.ListAsync(access, new() { Limit = 1000 })).Count);
        await using var reader = await store.Recall.OpenAsync(access);
        var ids = (await reader.GetPostingsAsync(access.Home, "zeppelin", 1000)).ToArray();
        Assert.Equal(600, ids.Length);
        Assert.Single(await reader.GetNearestAsync(access.Home, "m", new float[] { 1, 0 }, 10));
        Assert.Equal(1, (await store.Ledger.SumAsync(access, null)).Turns);
    }

    private async Task<byte[]> FillAsync()
    {
        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
            var ids = await store.Evidence.AppendAsync(access, new() { Session = "s", Items = [.. Enumerable.Range(0, 300).Select(Message)] });
            var inserts = ids.Select(static (item, i) => (RecordChange)new RecordChange.Insert(
                new() { Kind = MemoryKind.Fact, Text = $"Ada flies zeppelin {i}.", Subject = "Ada", Slot = $"slot {i}", SlotValue = "x", Sources = [item.Id] }, DateTimeOffset.UnixEpoch));
            await store.Records.ApplyAsync(access, [.. inserts], []);
            await store.Vectors.PutAsync(access, "m", [(ids[0].Id, new float[] { 1, 0 })]);
            await store.Ledger.AppendAsync(access, new() { Session = "s", Time = DateTimeOffset.UnixEpoch, FullTokens = 1, SentTokens = 1, InjectedTokens = 0 });
        }

        return await File.ReadAllBytesAsync(folder.File());
    }

    // The pages at which trees begin: of indexes and the word index, or of tables.
    private List<(string Name, int Page)> Trees(bool isDerived)
    {
        using var connection = Connection.Open(folder.File(), SQLITE_OPEN_READONLY, TimeSpan.Zero);
        var trees = new List<(string, int)>();
        using var row = connection.Prepare("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0 AND (type = 'index' OR name LIKE 'words%') = ?1").Bind(isDerived ? 1 : 0);
        while (row.Step())
        {
            trees.Add((row.Text(0), row.Int32(1)));
        }

        return trees;
    }
}
