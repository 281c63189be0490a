using System.Globalization;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Storage;
using MemOS.TestKit;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every suite for stores shares: a fresh store a test, a clock that stands still, and short ways to say things.</summary>
public abstract class StoreConformance : IAsyncLifetime
{
    protected ManualTime Time { get; } = new();

    protected IMemoryStore Store { get; private set; } = null!;

    /// <summary>A new, empty store on the given clock.</summary>
    protected abstract Task<IMemoryStore> CreateStoreAsync(TimeProvider time);

    public async Task InitializeAsync() => Store = await CreateStoreAsync(Time);

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    protected async Task<CubeAccess> AccessAsync(string user = "ada") => await Store.Cubes.ResolveAsync(MemoryScope.ForUser(user));

    /// <summary>An access of a user that also writes to shared cubes.</summary>
    protected async Task<CubeAccess> SharedAccessAsync(string user, params string[] cubes)
    {
        foreach (var cube in cubes)
        {
            await Store.Cubes.CreateCubeAsync("", cube, user);
        }

        return await Store.Cubes.ResolveAsync(MemoryScope.ForUser(user) with { WriteCubes = cubes });
    }

    protected static EvidenceDraft Said(string text, string? id = null, EvidenceRole role = EvidenceRole.User, string? author = null, string time = "2024-05-01T10:00:00+02:00") =>
        new() { Text = text, ExternalId = id, Role = role, Author = author, Time = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) };

    protected async Task<IReadOnlyList<MemoryId>> AppendAsync(CubeAccess access, string? session, params EvidenceDraft[] items) =>
        [.. (await Store.Evidence.AppendAsync(access, new() { Session = session, Items = items })).Select(static item => item.Id)];

    protected static RecordDraft Draft(string text, MemoryId source, string subject = "Ada", MemoryKind kind = MemoryKind.Fact, string? slot = null, string? value = null) =>
        new() { Text = text, Subject = subject, Kind = kind, Sources = [source], Slot = slot, SlotValue = value };

    protected async Task<MemoryId> InsertAsync(CubeAccess access, RecordDraft draft, params MemoryId[] supersedes) =>
        Assert.Single((await Store.Records.ApplyAsync(access, [new RecordChange.Insert(draft, Time.Now) { Supersedes = supersedes }], []))!);

    protected async Task<MemoryRecord> RecordAsync(CubeAccess access, MemoryId id) => Assert.Single(await Store.Records.GetAsync(access, [id]));

    /// <summary>What a term finds in the home cube.</summary>
    protected async Task<IReadOnlyList<MemoryId>> FindAsync(CubeAccess access, string term, int? cube = null)
    {
        await using var reader = await Store.Recall.OpenAsync(access);
        var ids = (await reader.GetPostingsAsync(cube ?? access.Home, term, 1000)).ToArray();
        return [.. ids.Select(static id => new MemoryId(id))];
    }
}
