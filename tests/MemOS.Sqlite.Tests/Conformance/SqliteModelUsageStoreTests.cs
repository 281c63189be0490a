using MemOS.Storage;

namespace MemOS.Sqlite.Tests.Conformance;

public sealed class SqliteModelUsageStoreTests : ModelUsageStoreConformance
{
    private readonly SqliteStoreFixture fixture = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        fixture.Dispose();
    }

    protected override Task<IMemoryStore> CreateStoreAsync(TimeProvider time) => fixture.CreateAsync(time);
}
