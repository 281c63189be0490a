using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Storage;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Tests.Recall;

public sealed class StatementCountTests
{
    [Fact]
    public async Task Describe_AnyNumberOfItems_TakesFourStatements()
    {
        using var folder = new TemporaryFolder();
        await using var store = await SqliteMemoryStore.OpenAsync(folder.File());
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var items = Enumerable.Range(0, 200).Select(static i => new EvidenceDraft { Role = EvidenceRole.User, Text = $"text {i}", Time = DateTimeOffset.UnixEpoch }).ToList();
        var evidence = await store.Evidence.AppendAsync(access, new() { Items = items });
        var records = await store.Records.ApplyAsync(
            access,
            [.. evidence.Select(static (item, i) => new RecordChange.Insert(new() { Kind = MemoryKind.Fact, Subject = "Ada", Text = $"Ada said {i}.", Sources = [item.Id] }, DateTimeOffset.UnixEpoch))],
            []);
        using var connection = Connection.Open(folder.File(), SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5));

        var documents = RecallDocuments.Describe(connection, [.. evidence.Select(static item => item.Id.Value), .. records!.Select(static id => id.Value)], access.Readable);

        Assert.Equal(400, documents.Count);
        Assert.Equal(4, connection.Prepared);
    }
}
