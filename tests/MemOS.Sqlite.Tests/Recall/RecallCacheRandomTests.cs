using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.Sqlite.Tests.Recall;

/// <summary>What is kept between searches answers as the file does, whatever happens to the file, and whoever does it.</summary>
public sealed class RecallCacheRandomTests : IAsyncLifetime
{
    private const int Steps = 60;
    private static readonly string[] Words = ["zeppelin", "harbour", "quince", "walnut", "violin", "glacier"];
    private static readonly string[] Terms = [.. Words.Select(static word => MemOS.Recall.Words.WordAnalyzer.Terms(word)[0]), "@grace", "absent"];

    private readonly TemporaryFolder folder = new();
    private readonly List<MemoryId> evidence = [];
    private readonly List<MemoryId> records = [];
    private SqliteMemoryStore keeping = null!;
    private SqliteMemoryStore other = null!;

    public async Task InitializeAsync()
    {
        keeping = await SqliteMemoryStore.OpenAsync(folder.File());
        other = await SqliteMemoryStore.OpenAsync(folder.File(), new() { RecallCacheBytes = 0 });
    }

    public async Task DisposeAsync()
    {
        await other.DisposeAsync();
        await keeping.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Search_AfterAnyChange_AnswersAsTheFile(int seed)
    {
        var random = new Random(seed);
        await keeping.Cubes.CreateCubeAsync("", "team", "ada");
        await keeping.Cubes.GrantAsync("", "team", "bob", CubeRole.Writer);
        var ada = await keeping.Cubes.ResolveAsync(MemoryScope.ForUser("ada") with { WriteCubes = ["team"] });
        var bob = await keeping.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { WriteCubes = ["team"] });
        for (var step = 0; step < Steps; step++)
        {
            var access = random.Next(3) == 0 ? bob : ada;
            await ActAsync(random.Next(2) == 0 ? keeping : other, access, random);
            var reading = random.Next(2) == 0 ? ada : bob;

            // The links of the shared cube have ids of their own, so all that there may be is asked for.
            var ids = reading.Readable.SelectMany(cube => Enumerable.Range(1, evidence.Count + 1).SelectMany(i => new[] { MemoryItemKind.Evidence, MemoryItemKind.Record }.Select(kind => new MemoryId(cube, kind, i).Value))).ToList();

            var expected = await RecallAnswers.WriteAsync(other, reading, ids, Terms);

            Assert.Equal(expected, await RecallAnswers.WriteAsync(keeping, reading, ids, Terms));
        }
    }

    private async Task ActAsync(SqliteMemoryStore store, CubeAccess access, Random random)
    {
        var own = evidence.Where(id => access.Writable.Contains(id.Cube)).ToList();
        if (own.Count > 0)
        {
            // The shared cube's link of a message: a record of one cube may rest on another's evidence.
            own.Add(new(access.Writable[1], MemoryItemKind.Evidence, random.Next(1, evidence.Count + 1)));
        }

        var told = records.Where(id => id.Cube == access.Home).ToList();
        try
        {
            switch (random.Next(own.Count < 5 ? 2 : 10))
            {
                case 0 or 1:
                    await AppendAsync(store, access, random);
                    break;
                case 2 or 3:
                    await InsertAsync(store, access, random, own, told);
                    break;
                case 4 when told.Count > 0:
                    await store.Records.ApplyAsync(access, [new RecordChange.Strengthen(Pick(told, random), [Pick(own, random)], random.NextDouble())], []);
                    break;
                case 5 when told.Count > 0:
                    await store.Records.ApplyAsync(access, [new RecordChange.Revise(Pick(told, random), Draft(random, Pick(own, random)), [Pick(own, random)], "put right")], []);
                    break;
                case 6 when told.Count > 0:
                    await store.Records.ApplyAsync(access, [new RecordChange.Retire(Pick(told, random), DateTimeOffset.UnixEpoch.AddDays(random.Next(100)), "over")], []);
                    break;
                case 7:
                    await store.Governance.ForgetAsync(access, [random.Next(2) == 0 && told.Count > 0 ? Pick(told, random) : Pick(own, random)]);
                    break;
                case 8:
                    await store.Governance.RestoreAsync(access, [random.Next(2) == 0 && told.Count > 0 ? Pick(told, random) : Pick(own, random)]);
                    break;
                case 9 when random.Next(3) == 0:
                    await store.Governance.EraseAsync(access, [Pick(own.Where(id => id.Cube == access.Home).DefaultIfEmpty(own[0]).ToList(), random)]);
                    break;
                default:
                    await store.Evidence.AppendAsync(access, new() { Session = "s0", Items = [Said(random)], Abandon = [Pick(own, random)] });
                    break;
            }
        }
        catch (Exception error) when (error is MemoryNotFoundException or MemoryAccessException)
        {
            // What was erased, or is somebody else's, cannot be changed: nothing happened, and the answers must agree on that.
            Assert.NotEmpty(error.Message);
        }
    }

    private async Task AppendAsync(SqliteMemoryStore store, CubeAccess access, Random random)
    {
        var items = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Said(random)).ToList();
        var added = await store.Evidence.AppendAsync(access, new() { Session = $"s{random.Next(2)}", Items = items });
        evidence.AddRange(added.Select(static item => item.Id));
    }

    private async Task InsertAsync(SqliteMemoryStore store, CubeAccess access, Random random, List<MemoryId> own, List<MemoryId> told)
    {
        IReadOnlyList<MemoryId> replaced = told.Count > 0 && random.Next(3) == 0 ? [Pick(told, random)] : [];
        var added = await store.Records.ApplyAsync(access, [new RecordChange.Insert(Draft(random, Pick(own, random)), DateTimeOffset.UnixEpoch.AddDays(random.Next(1000))) { Supersedes = replaced }], []);
        records.AddRange(added!.Where(static id => id != default));
    }

    private static EvidenceDraft Said(Random random) => new()
    {
        Role = EvidenceRole.User,
        Author = random.Next(4) == 0 ? "Grace" : null,
        Text = $"{Pick(Words, random)} and {Pick(Words, random)}",
        Time = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(random.Next(700)),
    };

    private static RecordDraft Draft(Random random, MemoryId source) => new()
    {
        Kind = random.Next(2) == 0 ? MemoryKind.Fact : MemoryKind.Preference,
        Subject = "Ada",
        Text = $"Ada has a {Pick(Words, random)}.",
        Sources = [source],
    };

    private static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
