using MemOS.Storage;

namespace MemOS.Sqlite.Tests.Conformance;

public sealed class SuiteTests
{
    [Fact]
    public void Stores_EverySuite_IsRunByEveryStore()
    {
        var types = typeof(SuiteTests).Assembly.GetTypes();
        var suites = types.Where(static type => type.IsAbstract && type.BaseType == typeof(StoreConformance)).ToList();
        var stores = typeof(SqliteMemoryStore).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(IMemoryStore))).ToList();

        Assert.True(suites.Count >= 7);
        Assert.NotEmpty(stores);
        foreach (var store in stores)
        {
            var prefix = store.Name.Replace(nameof(MemoryStore), "", StringComparison.Ordinal);
            Assert.All(suites, suite => Assert.Contains(types, type => !type.IsAbstract && type.IsAssignableTo(suite) && type.Name.StartsWith(prefix, StringComparison.Ordinal)));
        }
    }

    private const string MemoryStore = nameof(MemoryStore);
}
