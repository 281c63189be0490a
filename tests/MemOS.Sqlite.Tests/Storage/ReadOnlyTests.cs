using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Scheduling;

namespace MemOS.Sqlite.Tests.Storage;

/// <summary>Files that cannot, or must not, be written: they are read, every write says why it fails, and no byte changes.</summary>
public sealed class ReadOnlyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(folder.File())!))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenAsync_ProtectedFile_IsReadAndNotWritten(bool isLogLeft)
    {
        var path = await MakeAsync(isLogLeft);
        var before = await File.ReadAllBytesAsync(path);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        await using (var store = await SqliteMemoryStore.OpenAsync(path))
        {
            Assert.True(store.Maintenance.IsReadOnly);
            await CheckReadingAsync(store, 2);
            await CheckWritingAsync(store, "read-only");
            await store.Maintenance.BackupAsync(folder.File("backup.db"));
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        File.SetAttributes(path, FileAttributes.Normal);
        foreach (var file in new[] { path, folder.File("backup.db") })
        {
            await using var again = await SqliteMemoryStore.OpenAsync(file);
            Assert.False(again.Maintenance.IsReadOnly);
            await AppendAsync(again, "zeppelin three");
            await CheckReadingAsync(again, 3);
        }
    }

    [Fact]
    public async Task OpenAsync_ReadOnlyOption_FollowsWhatOthersWrite()
    {
        var path = await MakeAsync(isLogLeft: false);
        await using var reading = await SqliteMemoryStore.OpenAsync(path, new() { ReadOnly = true });
        await CheckReadingAsync(reading, 2);
        await using (var writing = await SqliteMemoryStore.OpenAsync(path))
        {
            await AppendAsync(writing, "zeppelin three");
            await CheckReadingAsync(reading, 3);
        }

        await CheckReadingAsync(reading, 3);
        await CheckWritingAsync(reading, "ReadOnly");
        await Assert.ThrowsAsync<MemoryStoreException>(() => SqliteMemoryStore.OpenAsync(folder.File("missing.db"), new() { ReadOnly = true }));
        Assert.False(File.Exists(folder.File("missing.db")));
    }

    [Fact]
    public async Task MemoryOS_OnAProtectedFile_SearchesAndSaysWhatItCannotDo()
    {
        var path = folder.File();
        var ada = MemoryScope.ForUser("ada");
        await using (var memory = await MemoryOS.OpenAsync(path, new() { ReadInBackground = false }))
        {
            await memory.AddAsync("My sister lives in Lisbon.", ada);
        }

        File.SetAttributes(path, FileAttributes.ReadOnly);
        await using var read = await MemoryOS.OpenAsync(path);

        // Its reading is still queued, and stays so.
        await read.FlushAsync();
        Assert.Contains("Lisbon", (await read.SearchAsync("Where does my sister live?", ada)).Context, StringComparison.Ordinal);
        Assert.Equal(1, (await read.Store.Jobs.CountAsync(null)).Queued);
        var error = await Assert.ThrowsAsync<MemoryStoreException>(() => read.AddAsync("She moved.", ada));
        Assert.Contains("nothing was written", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MemoryStoreException>(() => read.SearchAsync("anything", MemoryScope.ForUser("somebody new")));
        await read.DumpCubeAsync("ada", folder.File("ada.memcube"), "ada");
        Assert.True(File.Exists(folder.File("ada.memcube")));
    }

    [Fact]
    public async Task OpenAsync_ProtectedFileOfAnEarlierVersion_IsRefusedUntouched()
    {
        var path = await MakeAsync(isLogLeft: false);
        Sql.Execute(path, "UPDATE meta SET value = 0 WHERE key = 'index_version'");
        var before = await File.ReadAllBytesAsync(path);
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var error = await Assert.ThrowsAsync<MemoryStoreException>(() => SqliteMemoryStore.OpenAsync(path));

        Assert.Contains("earlier version", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    private static async Task CheckReadingAsync(SqliteMemoryStore store, int count)
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        Assert.Equal(count, (await store.Evidence.ListAsync(access, new())).Count);
        await using var reader = await store.Recall.OpenAsync(access);
        var ids = (await reader.GetPostingsAsync(access.Home, "zeppelin", 10)).ToArray();
        Assert.Equal(count, ids.Length);
        Assert.Equal(count, (await store.Maintenance.GetStatisticsAsync()).Messages);
        Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
        Assert.True(await store.Governance.FinishErasingAsync());
    }

    private static async Task CheckWritingAsync(SqliteMemoryStore store, string because)
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        Func<Task>[] writes =
        [
            () => AppendAsync(store, "zeppelin four"),
            () => store.Cubes.GetOrCreateUserAsync("", "bob"),
            () => store.Cubes.CreateCubeAsync("", "team", "ada"),
            () => store.Governance.EraseUserAsync("", "ada"),
            () => store.Maintenance.RepairAsync(),
            () => store.Jobs.LeaseAsync(JobKind.Read, 1, TimeSpan.FromMinutes(1)),
            () => store.Tasks.ReplaceAsync(access, null, []),
        ];
        foreach (var write in writes)
        {
            var error = await Assert.ThrowsAsync<MemoryStoreException>(write);
            Assert.Contains(because, error.Message, StringComparison.Ordinal);
            Assert.Contains("nothing was written", error.Message, StringComparison.Ordinal);
        }
    }

    private static async Task AppendAsync(SqliteMemoryStore store, string text)
    {
        CubeAccess access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        await store.Evidence.AppendAsync(access, new() { Items = [new() { Role = EvidenceRole.User, Text = text, Time = DateTimeOffset.UnixEpoch }] });
    }

    private async Task<string> MakeAsync(bool isLogLeft)
    {
        var made = folder.File("made.db");
        var path = folder.File();
        await using (var store = await SqliteMemoryStore.OpenAsync(made))
        {
            await AppendAsync(store, "zeppelin one");
            await AppendAsync(store, "zeppelin two");
            if (isLogLeft)
            {
                // What a killed process leaves.
                File.Copy(made, path);
                File.Copy(made + "-wal", path + "-wal");
            }
        }

        if (!isLogLeft)
        {
            File.Copy(made, path);
        }

        return path;
    }
}
