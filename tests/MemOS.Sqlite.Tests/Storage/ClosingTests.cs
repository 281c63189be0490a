using MemOS.Evidence;

namespace MemOS.Sqlite.Tests.Storage;

public sealed class ClosingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task DisposeAsync_LastStore_LeavesOneFileAlone()
    {
        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            await AppendAsync(store, "one");
            Assert.Empty(await store.OpeningProblems);
        }

        Assert.False(File.Exists(folder.File("memory.db-wal")));
        Assert.False(File.Exists(folder.File("memory.db-shm")));
    }

    [Fact]
    public async Task OpenAsync_FilesOfAKilledProcess_HoldEveryAcknowledgedMessage()
    {
        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            for (var i = 0; i < 20; i++)
            {
                await AppendAsync(store, $"message {i}");
            }

            // What a killed process leaves: the files as they are at this moment.
            File.Copy(folder.File(), folder.File("killed.db"));
            File.Copy(folder.File("memory.db-wal"), folder.File("killed.db-wal"));
        }

        await using var again = await SqliteMemoryStore.OpenAsync(folder.File("killed.db"));
        Assert.Empty(await again.OpeningProblems);
        Assert.Equal(20, (await again.Maintenance.GetStatisticsAsync()).Messages);
        Assert.Empty(await again.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task OpenAsync_LogTornAnywhere_HoldsAWholeBeginning()
    {
        var random = new Random(7);
        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            for (var i = 0; i < 30; i++)
            {
                await AppendAsync(store, $"message {i}");
            }

            File.Copy(folder.File(), folder.File("whole.db"));
            File.Copy(folder.File("memory.db-wal"), folder.File("whole.db-wal"));
        }

        var log = await File.ReadAllBytesAsync(folder.File("whole.db-wal"));
        for (var i = 0; i < 12; i++)
        {
            var torn = folder.File($"torn{i}.db");
            File.Copy(folder.File("whole.db"), torn);
            await File.WriteAllBytesAsync(torn + "-wal", log[..random.Next(1, log.Length)]);
            await using var store = await SqliteMemoryStore.OpenAsync(torn);
            var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
            var items = await store.Evidence.ListAsync(access, new());
            Assert.Equal(Enumerable.Range(0, items.Count).Select(static n => $"message {n}"), items.Select(static item => item.Content.Text));
            Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
        }
    }

    [Fact]
    public async Task OpenAsync_FileCutShortBesideItsLog_IsRefusedUnlessTheLogHoldsTheRest()
    {
        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            for (var i = 0; i < 400; i++)
            {
                await AppendAsync(store, $"message {i} {new string('x', 2000)}");
            }

            // By now the log was emptied into the file at least once, and holds only later pages.
            File.Copy(folder.File(), folder.File("whole.db"));
            File.Copy(folder.File("memory.db-wal"), folder.File("whole.db-wal"));
        }

        var whole = await File.ReadAllBytesAsync(folder.File("whole.db"));
        var log = await File.ReadAllBytesAsync(folder.File("whole.db-wal"));
        Assert.True(whole.Length > 400_000, "The log was never emptied into the file.");
        foreach (var length in new[] { 8192, whole.Length / 2, whole.Length / 3 * 2 })
        {
            var path = folder.File($"cut{length}.db");
            await File.WriteAllBytesAsync(path, whole[..length]);
            await File.WriteAllBytesAsync(path + "-wal", log);
            var error = await Assert.ThrowsAsync<MemoryStoreException>(() => SqliteMemoryStore.OpenAsync(path));
            Assert.Contains("cut short", error.Message, StringComparison.Ordinal);
            Assert.Equal(whole[..length], await File.ReadAllBytesAsync(path));
            Assert.Equal(log, await File.ReadAllBytesAsync(path + "-wal"));
        }

        // A log that holds every page makes up for what the file lacks.
        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File("young.db")))
        {
            for (var i = 0; i < 60; i++)
            {
                await AppendAsync(store, $"young {new string('y', 3000)}");
            }

            File.Copy(folder.File("young.db"), folder.File("rest.db"));
            File.Copy(folder.File("young.db-wal"), folder.File("rest.db-wal"));
        }

        Assert.True(new FileInfo(folder.File("rest.db")).Length < new FileInfo(folder.File("young.db")).Length);
        await File.WriteAllBytesAsync(folder.File("rest.db"), WithPageCount(await File.ReadAllBytesAsync(folder.File("rest.db")), folder.File("young.db")));
        await using var rest = await SqliteMemoryStore.OpenAsync(folder.File("rest.db"));
        Assert.Equal(60, (await rest.Maintenance.GetStatisticsAsync()).Messages);
        Assert.Empty(await rest.Maintenance.CheckAsync(deep: true));
    }

    // The first page of a file whose log was being emptied into it: it already tells of the pages that are still to come.
    private static byte[] WithPageCount(byte[] file, string finished)
    {
        File.ReadAllBytes(finished).AsSpan(0, 100).CopyTo(file);
        return file;
    }

    private static async Task AppendAsync(SqliteMemoryStore store, string text)
    {
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        await store.Evidence.AppendAsync(access, new() { Session = "s", Items = [new() { Role = EvidenceRole.User, Text = text, Time = DateTimeOffset.UnixEpoch }] });
    }
}
