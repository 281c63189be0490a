using System.Buffers.Binary;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Tests.Storage;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task OpenAsync_TextFile_IsRefusedUntouched() => RefusesAsync(path => File.WriteAllText(path, "Dear diary, " + new string('x', 5000)), "not a memory file");

    [Fact]
    public Task OpenAsync_ShortFile_IsRefusedUntouched() => RefusesAsync(path => File.WriteAllText(path, "x"), "not a memory file");

    [Fact]
    public Task OpenAsync_DatabaseOfAnotherProgram_IsRefusedUntouched() =>
        RefusesAsync(path => Sql.Execute(path, "CREATE TABLE recipes (id INTEGER PRIMARY KEY, text TEXT)"), "another program");

    [Fact]
    public Task OpenAsync_NewerFormat_IsRefusedUntouched() => RefusesAsync(async path =>
    {
        await MakeAsync(path);
        Sql.Execute(path, "PRAGMA user_version = 99");
    }, "newer version");

    [Fact]
    public Task OpenAsync_NewerFormatStillInTheLog_IsRefused() => RefusesAsync(async path =>
    {
        await MakeAsync(path);
        var bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(60), 99);
        File.WriteAllBytes(path, bytes);
    }, "newer version");

    [Fact]
    public Task OpenAsync_ChangedTables_IsRefused() => RefusesAsync(async path =>
    {
        await MakeAsync(path);
        Sql.Execute(path, "DROP INDEX evidence_position");
    }, "changed by another program");

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(0.001)]
    public Task OpenAsync_TruncatedFile_IsRefusedUntouched(double part) => RefusesAsync(async path =>
    {
        await MakeAsync(path);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(int)(bytes.Length * part)]);
    }, part < 0.01 ? "is " : "cut short");

    [Fact]
    public async Task OpenAsync_Folder_IsRefused()
    {
        var error = await Assert.ThrowsAsync<MemoryStoreException>(() => SqliteMemoryStore.OpenAsync(Path.GetDirectoryName(folder.File())!));

        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_EmptyFileAndMissingFolder_AreNewStores()
    {
        var path = folder.File("empty.db");
        File.WriteAllBytes(path, []);

        await MakeAsync(path);
        await MakeAsync(Path.Combine(folder.File("deep"), "deeper", "memory.db"));
    }

    [Fact]
    public void Migrations_Numbers_AreTheirPlaces()
    {
        using var connection = Connection.Open(":memory:", SQLitePCL.raw.SQLITE_OPEN_READWRITE, TimeSpan.Zero);

        Schema.Migrate(connection);

        Assert.Equal(Schema.Version, Schema.GetVersion(connection));
        Assert.True(Schema.IsIntact(connection));
    }

    private static async Task MakeAsync(string path)
    {
        await using var store = await SqliteMemoryStore.OpenAsync(path);
        await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
    }

    private Task RefusesAsync(Action<string> make, string because) => RefusesAsync(
        path =>
        {
            make(path);
            return Task.CompletedTask;
        },
        because);

    private async Task RefusesAsync(Func<string, Task> make, string because)
    {
        var path = folder.File();
        await make(path);
        var before = File.ReadAllBytes(path);

        var error = await Assert.ThrowsAsync<MemoryStoreException>(() => SqliteMemoryStore.OpenAsync(path));

        Assert.Contains(because, error.Message, StringComparison.Ordinal);
        Assert.Contains("left as it is", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.False(File.Exists(path + "-wal") && new FileInfo(path + "-wal").Length > 0);
    }
}
