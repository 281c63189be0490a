using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Scheduling;

namespace MemOS.Sqlite.Tests.Storage;

public sealed class OpeningTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task OpenAsync_ProcessEndedWhileItMadeTheFile_MakesItAnew(int pagesWritten)
    {
        using var folder = new TemporaryFolder();
        await using (await SqliteMemoryStore.OpenAsync(folder.File("made.db")))
        {
        }

        // The first pages of a file, and the journal by which they are taken back: it says that the file was empty before.
        await File.WriteAllBytesAsync(folder.File(), (await File.ReadAllBytesAsync(folder.File("made.db")))[..(pagesWritten * 4096)]);
        var journal = new byte[512];
        new byte[] { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0x10, 0 }.CopyTo(journal, 0);
        await File.WriteAllBytesAsync(folder.File() + "-journal", journal);

        await using var store = await SqliteMemoryStore.OpenAsync(folder.File());

        Assert.Equal(0, (await store.Maintenance.GetStatisticsAsync()).Users);
        await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
        Assert.False(File.Exists(folder.File() + "-journal"));
    }

    [Fact]
    public async Task OpenAsync_ReopenedFile_HoldsWhatWasAcknowledged()
    {
        using var folder = new TemporaryFolder();
        MemoryId id;
        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
            var appended = await store.Evidence.AppendAsync(access, new()
            {
                Session = "s",
                Items = [new() { Role = EvidenceRole.User, Text = "I live in Utrecht.", Time = DateTimeOffset.UnixEpoch, ExternalId = "1" }],
            });
            id = appended[0].Id;
            Assert.True(appended[0].IsNew);
        }

        await using (var store = await SqliteMemoryStore.OpenAsync(folder.File()))
        {
            var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
            Assert.Equal("I live in Utrecht.", Assert.Single(await store.Evidence.GetAsync(access, [id])).Content.Text);
            var leases = await store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1));
            Assert.Equal(id, Assert.Single(leases).First);
            var ids = await store.Records.ApplyAsync(
                await store.Jobs.AccessAsync(leases[0]),
                [new RecordChange.Insert(new() { Kind = MemoryKind.Fact, Subject = "Ada", Text = "Ada lives in Utrecht.", Sources = [id] }, DateTimeOffset.UnixEpoch)],
                leases);
            await using var reader = await store.Recall.OpenAsync(access);
            var postings = (await reader.GetPostingsAsync(access.Home, "utrecht", 10)).ToArray();
            Assert.Equal([id.Value, ids![0].Value], postings);
            Assert.Equal(2, (await reader.DescribeAsync(postings)).Count);
            Assert.Equal([(id.Value, ids[0].Value)], await reader.GetDerivedAsync([id.Value]));
        }
    }
}
