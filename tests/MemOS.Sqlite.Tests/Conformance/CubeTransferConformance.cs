using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Time;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="ICubeTransfer"/>.</summary>
public abstract class CubeTransferConformance : StoreConformance
{
    /// <summary>A path at which no file is.</summary>
    protected abstract string NewPath();

    [Fact]
    public async Task LoadAsync_DumpedCube_IsTheSameCubeAgain()
    {
        var path = NewPath();
        var ada = await AccessAsync();
        await AppendAsync(ada, "before", Said("something else"));
        var team = await FillTeamAsync(ada);
        await Store.Transfer.DumpAsync("", "team", path);

        var loaded = await Store.Transfer.LoadAsync("", path, "copy", "bob");

        Assert.False(loaded.IsReadOnly);
        Assert.NotEqual(team, loaded.Number);
        await CheckAsync(loaded.Number);
        Assert.Empty(await Store.Maintenance.CheckAsync(deep: true));
        var bob = await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { WriteCubes = ["copy"] });
        await AppendAsync(bob, "chat", Said("a later zeppelin"));
        Assert.Equal(4, (await FindAsync(bob, "zeppelin", loaded.Number)).Count);
    }

    [Fact]
    public async Task AttachAsync_DumpedCube_IsReadWhereItLies()
    {
        var path = NewPath();
        await FillTeamAsync(await AccessAsync());
        await Store.Transfer.DumpAsync("", "team", path);
        var before = await File.ReadAllBytesAsync(path);

        var cube = await Store.Transfer.AttachAsync("", path, "library", "bob");

        Assert.True(cube.IsReadOnly);
        await CheckAsync(cube.Number);
        await Assert.ThrowsAsync<MemoryAccessException>(async () => await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { WriteCubes = ["library"] }));
        Assert.Equal(path, (await Store.Cubes.ListCubesAsync("", "bob")).Single(static grant => grant.Cube.Name == "library").Cube.Path);
        await Store.Transfer.DetachAsync("", "library");
        Assert.DoesNotContain(cube.Number, (await AccessAsync("bob")).Readable);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Transfer.DetachAsync("", "library"));
    }

    [Fact]
    public async Task ListAsync_MainAndAttached_PagesMeetEveryItemOnce()
    {
        var path = NewPath();
        var ada = await AccessAsync();
        await FillTeamAsync(ada);
        await Store.Transfer.DumpAsync("", "team", path);
        await Store.Transfer.AttachAsync("", path, "library", "ada");
        ada = await AccessAsync();

        var seen = new List<MemoryId>();
        while (await Store.Evidence.ListAsync(ada, new() { Limit = 1, After = seen.Count == 0 ? null : seen[^1] }) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(static item => item.Id));
        }

        Assert.Equal(seen.Order().Distinct(), seen);
        Assert.Equal(7, seen.Count);
        Assert.Equal(seen, (await Store.Evidence.GetAsync(ada, seen)).Select(static item => item.Id));
        Assert.Equal(2, (await Store.Records.ListAsync(ada, new())).Count);
        Assert.Equal(2, (await Store.Records.ListAsync(ada, new() { State = RecordState.Superseded })).Count);
    }

    [Fact]
    public async Task Calls_BadNamesAndPaths_AreRefused()
    {
        var path = NewPath();
        await FillTeamAsync(await AccessAsync());
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Transfer.DumpAsync("", "nothing", path));
        await Assert.ThrowsAsync<MemoryStoreException>(() => Store.Transfer.AttachAsync("", path, "library", "ada"));
        await Assert.ThrowsAsync<MemoryStoreException>(() => Store.Transfer.DumpAsync("", "team", Path.Combine(path, "no", "folder.memcube")));
        await Store.Transfer.DumpAsync("", "team", path);
        await Assert.ThrowsAsync<MemoryStoreException>(() => Store.Transfer.DumpAsync("", "team", path));
        await Assert.ThrowsAsync<MemoryConflictException>(() => Store.Transfer.LoadAsync("", path, "team", "ada"));
        await Assert.ThrowsAsync<MemoryConflictException>(() => Store.Transfer.AttachAsync("", path, "team", "ada"));
        var text = NewPath();
        await File.WriteAllTextAsync(text, "no cube");
        await Assert.ThrowsAsync<MemoryStoreException>(() => Store.Transfer.AttachAsync("", text, "library", "ada"));
        await Assert.ThrowsAsync<MemoryStoreException>(() => Store.Transfer.LoadAsync("", text, "library", "ada"));
        Assert.Empty(await Store.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task Attached_FileGone_SaysWhatToDo()
    {
        var path = NewPath();
        await FillTeamAsync(await AccessAsync());
        await Store.Transfer.DumpAsync("", "team", path);
        await Store.Transfer.AttachAsync("", path, "library", "bob");
        File.Move(path, path + ".away");

        var error = await Assert.ThrowsAsync<MemoryStoreException>(async () => await Store.Recall.OpenAsync(await AccessAsync("bob")));

        Assert.Contains("detach", error.Message, StringComparison.Ordinal);
        File.Move(path + ".away", path);
        await using var reader = await Store.Recall.OpenAsync(await AccessAsync("bob"));
    }

    // A team cube with one linked message and a small story of its own, of which one record is superseded.
    private async Task<int> FillTeamAsync(CubeAccess ada)
    {
        var access = await SharedAccessAsync("ada", "team");
        await AppendAsync(access, "chat", Said("a linked zeppelin", "1", author: "Ada"));
        var team = new CubeAccess(ada.Scope, [access.Writable[1]], [access.Writable[1]]);
        var ids = await AppendAsync(team, "chat", Said("I fly a zeppelin.", "1", author: "Ada"), Said("It is red."));
        var old = await InsertAsync(team, Draft("Ada flies a kite.", ids[0]));
        var current = await InsertAsync(team, Draft("Ada flies a zeppelin.", ids[0], kind: MemoryKind.Event) with { EventTime = EventTime.OfYear(2024) }, old);
        await Store.Vectors.PutAsync(team, "m", [(current, new float[] { 1, 0 })]);
        return team.Home;
    }

    private async Task CheckAsync(int cube)
    {
        var bob = await AccessAsync("bob");
        Assert.Contains(cube, bob.Readable);
        var found = await FindAsync(bob, "zeppelin", cube);
        Assert.Equal(3, found.Count);
        Assert.All(found, id => Assert.Equal(cube, id.Cube));
        var items = await Store.Evidence.ListAsync(bob, new());
        Assert.Equal(["I fly a zeppelin.", "It is red.", "a linked zeppelin"], items.Select(static item => item.Content.Text).Order(StringComparer.Ordinal));
        Assert.Equal(["1", "1"], items.Select(static item => item.Content.ExternalId).OfType<string>());
        var record = Assert.Single(await Store.Records.ListAsync(bob, new()));
        var old = Assert.Single(await Store.Records.ListAsync(bob, new() { State = RecordState.Superseded }));
        Assert.Equal(record.Id, old.SupersededBy);
        Assert.Equal(2, (await Store.Records.HistoryAsync(bob, old.Id)).Count);
        var source = Assert.Single(record.Sources);
        Assert.Equal("I fly a zeppelin.", Assert.Single(await Store.Evidence.GetAsync(bob, [source])).Content.Text);
        var last = items.Single(static item => item.Content.Text == "It is red.").Id;
        Assert.Equal([source], (await Store.Evidence.GetPrecedingAsync(bob, last, 5)).Select(static item => item.Id));

        await using var reader = await Store.Recall.OpenAsync(bob);
        Assert.Equal(4, (await reader.GetStatisticsAsync(cube)).Documents);
        Assert.Equal(3, (await reader.DescribeAsync([.. found.Select(static id => id.Value)])).Count);
        Assert.Equal([(source.Value, record.Id.Value)], await reader.GetDerivedAsync([source.Value]));
        Assert.Equal(2, (await reader.GetNeighboursAsync([source.Value], 1)).Count);
        Assert.Contains(record.Id.Value, await reader.GetByTimeAsync(cube, EventTime.OfYear(2024), 10));
        Assert.Equal([record.Id.Value], await reader.GetByKindAsync(cube, [MemoryKind.Event], 10));
        Assert.Equal(record.Id.Value, Assert.Single(await reader.GetNearestAsync(cube, "m", new float[] { 1, 0 }, 10)).Id);
    }
}
