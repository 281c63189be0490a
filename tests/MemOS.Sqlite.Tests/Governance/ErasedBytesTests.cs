using System.Runtime.InteropServices;
using System.Text.Json;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.TestKit;

namespace MemOS.Sqlite.Tests.Governance;

public sealed class ErasedBytesTests
{
    private static readonly string[] Words = ["harbour", "lantern", "meadow", "copper", "violin", "glacier", "saffron", "orchard", "canvas", "thunder", "pebble", "walnut"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task EraseAsync_AmongManyRows_LeavesNoByteInAnyFile(int seed)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File();
        var random = new Random(seed);
        await using var store = await SqliteMemoryStore.OpenAsync(path, new() { TimeProvider = new ManualTime() });
        var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
        var secrets = new List<(MemoryId Id, int Number)>();
        for (var batch = 0; batch < 60; batch++)
        {
            var items = Enumerable.Range(0, 50).Select(i => Message(random, (batch * 50) + i)).ToList();
            var ids = await store.Evidence.AppendAsync(access, new() { Session = $"s{batch % 7}", Items = items, Read = false });
            for (var i = 0; i < items.Count; i++)
            {
                secrets.Add((ids[i].Id, (batch * 50) + i));
            }

            var inserts = ids.Select((item, i) => (RecordChange)new RecordChange.Insert(Record(item.Id, (batch * 50) + i), DateTimeOffset.UnixEpoch) { Reason = Secret("reaso", (batch * 50) + i) }).ToList();
            await store.Records.ApplyAsync(access, inserts, []);
            await store.Vectors.PutAsync(access, "m", [.. ids.Select((item, i) => (item.Id, Vector((batch * 50) + i)))]);
        }

        var erased = secrets.OrderBy(_ => random.Next()).Take(200).ToList();
        var number = erased[0].Number;
        Assert.NotEmpty(FileBytes.Find(path, Secret("texts", number)));
        Assert.NotEmpty(FileBytes.Find(path, Secret("record", number)));
        Assert.NotEmpty(FileBytes.Find(path, MemoryMarshal.AsBytes(Vector(number).Span).ToArray()));

        foreach (var some in erased.Chunk(50))
        {
            Assert.False((await store.Governance.EraseAsync(access, [.. some.Select(static item => item.Id)])).IsPending);
        }

        var present = FileBytes.FindSecrets(path);
        Assert.DoesNotContain(present, secret => erased.Any(item => item.Number == secret.Number));
        Assert.Equal(2800, present.Count(static secret => secret.Kind == "texts"));
        foreach (var (_, gone) in erased.Take(20))
        {
            Assert.Empty(FileBytes.Find(path, MemoryMarshal.AsBytes(Vector(gone).Span).ToArray()));
        }

        Assert.Empty(await store.Maintenance.CheckAsync(deep: true));
        Assert.Equal(2800, (await store.Maintenance.GetStatisticsAsync()).Messages);
    }

    [Fact]
    public async Task EraseUserAsync_AmongOthers_LeavesNoByteInAnyFile()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File();
        await using (var store = await SqliteMemoryStore.OpenAsync(path))
        {
            foreach (var user in Enumerable.Range(0, 5))
            {
                var access = await store.Cubes.ResolveAsync(MemoryScope.ForUser($"zquser{user}x"));
                var items = Enumerable.Range(0, 300).Select(i => Message(new(i), (user * 1000) + i)).ToList();
                var ids = await store.Evidence.AppendAsync(access, new() { Session = $"zqsession{user}x", Items = items });
                await store.Records.ApplyAsync(access, [.. ids.Select((item, i) => new RecordChange.Insert(Record(item.Id, (user * 1000) + i), DateTimeOffset.UnixEpoch))], []);
            }

            Assert.False((await store.Governance.EraseUserAsync("", "zquser2x")).IsPending);
            Check(path);
        }

        Check(path);

        static void Check(string path)
        {
            foreach (var text in new[] { "zquser2x", "zqsession2x", Secret("texts", 2000), Secret("texts", 2299), Secret("record", 2150), Secret("ident", 2007) })
            {
                Assert.Empty(FileBytes.Find(path, text));
            }

            Assert.NotEmpty(FileBytes.Find(path, Secret("texts", 1000)));
        }
    }

    [Fact]
    public async Task OpenAsync_ErasureStillPending_FinishesIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File();
        await using (var one = await SqliteMemoryStore.OpenAsync(path))
        {
            var access = await one.Cubes.ResolveAsync(MemoryScope.ForUser("ada"));
            var ids = await one.Evidence.AppendAsync(access, new() { Items = [Message(new(1), 1), Message(new(2), 2)] });
            await using (var two = await SqliteMemoryStore.OpenAsync(path))
            {
                await using var view = await two.Recall.OpenAsync(access);
                await view.GetStatisticsAsync(access.Home);
                Assert.True((await one.Governance.EraseAsync(access, [ids[0].Id])).IsPending);
                Assert.NotEmpty(FileBytes.Find(path, Secret("texts", 1)));
            }

            await using var three = await SqliteMemoryStore.OpenAsync(path);
            Assert.Empty(FileBytes.Find(path, Secret("texts", 1)));
            Assert.NotEmpty(FileBytes.Find(path, Secret("texts", 2)));
        }
    }

    private static string Secret(string kind, int number) => $"zq{kind}{number}xj";

    private static ReadOnlyMemory<float> Vector(int number)
    {
        var random = new Random(number);
        var vector = Enumerable.Range(0, 16).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var norm = MathF.Sqrt(vector.Sum(static value => value * value));
        return vector.Select(value => value / norm).ToArray();
    }

    private static EvidenceDraft Message(Random random, int number) => new()
    {
        ExternalId = Secret("ident", number),
        Author = Secret("autho", number),
        Role = EvidenceRole.User,
        Time = DateTimeOffset.UnixEpoch,
        Text = $"{string.Join(' ', random.GetItems(Words, random.Next(3, 40)))} {Secret("texts", number)} {string.Join(' ', random.GetItems(Words, random.Next(3, 300)))}",
        ToolCalls = number % 5 == 0 ? [new("c", Secret("calls", number), JsonElement.Parse("{}"))] : [],
        ToolResults = number % 7 == 0 ? [new("c", JsonElement.Parse($"\"{Secret("resul", number)}\""), null)] : [],
        Document = number % 11 == 0 ? Secret("docum", number) : null,
    };

    private static RecordDraft Record(MemoryId source, int number) => new()
    {
        Kind = MemoryKind.Preference,
        Text = $"Somebody likes {Secret("record", number)}.",
        Subject = Secret("subje", number),
        Entities = [Secret("entit", number)],
        Slot = "likes",
        SlotValue = Secret("value", number),
        Topic = Secret("topic", number),
        Sources = [source],
    };
}
