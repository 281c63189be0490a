using MemOS.Storage;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>Makes SQLite stores for suites, each on a file of its own.</summary>
internal sealed class SqliteStoreFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int files;

    public async Task<IMemoryStore> CreateAsync(TimeProvider time) => await SqliteMemoryStore.OpenAsync(folder.File(), new() { TimeProvider = time });

    public string NewPath() => folder.File($"{++files}.memcube");

    public void Dispose() => folder.Dispose();
}
