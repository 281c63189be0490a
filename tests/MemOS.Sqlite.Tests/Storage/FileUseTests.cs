namespace MemOS.Sqlite.Tests.Storage;

public sealed class FileUseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task IsInUseAsync_OpenAndClosed_TellsWhich()
    {
        Assert.False(await SqliteMemoryStore.IsInUseAsync(folder.File()));
        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            Assert.True(await SqliteMemoryStore.IsInUseAsync(folder.File()));

            // Looking does not disturb whoever has it open.
            await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        }

        Assert.False(await SqliteMemoryStore.IsInUseAsync(folder.File()));
        await File.WriteAllTextAsync(folder.File("notes.txt"), "no memory file at all");
        Assert.False(await SqliteMemoryStore.IsInUseAsync(folder.File("notes.txt")));
        Assert.Equal("no memory file at all", await File.ReadAllTextAsync(folder.File("notes.txt")));
    }
}
