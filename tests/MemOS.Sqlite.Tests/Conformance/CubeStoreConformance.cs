using MemOS.Cubes;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="ICubeStore"/>.</summary>
public abstract class CubeStoreConformance : StoreConformance
{
    [Fact]
    public async Task ResolveAsync_UnknownUser_IsCreatedWithItsDefaultCube()
    {
        var access = await AccessAsync();

        Assert.Equal([access.Home], access.Readable);
        Assert.Equal([access.Home], access.Writable);
        Assert.Equal("ada", (await Store.Cubes.FindUserAsync("", "ada"))!.Name);
        var grant = Assert.Single(await Store.Cubes.ListCubesAsync("", "ada"));
        Assert.Equal(("ada", CubeRole.Owner, access.Home), (grant.Cube.Name, grant.Role, grant.Cube.Number));
    }

    [Fact]
    public async Task ResolveAsync_SameUser_IsTheSameCube() => Assert.Equal((await AccessAsync()).Home, (await AccessAsync()).Home);

    [Fact]
    public async Task ResolveAsync_SameNameInAnotherTenant_IsAnotherCube()
    {
        var access = await Store.Cubes.ResolveAsync(new() { Tenant = "acme", User = "ada" });

        Assert.NotEqual((await AccessAsync()).Home, access.Home);
    }

    [Fact]
    public async Task ResolveAsync_AgentAndSessionLabels_ShareTheUsersCube()
    {
        var plain = await AccessAsync();
        var labelled = await Store.Cubes.ResolveAsync(new() { User = "ada", Agent = "coder", Session = "s" });

        Assert.Equal(plain.Home, labelled.Home);
    }

    [Theory]
    [InlineData(ScopeIsolation.Agent)]
    [InlineData(ScopeIsolation.Session)]
    public async Task ResolveAsync_Isolated_NeitherSeesTheOthers(ScopeIsolation isolation)
    {
        var plain = await AccessAsync();
        var one = await Store.Cubes.ResolveAsync(new() { User = "ada", Agent = "a", Session = "a", Isolation = isolation });
        var two = await Store.Cubes.ResolveAsync(new() { User = "ada", Agent = "b", Session = "b", Isolation = isolation });

        Assert.Equal([one.Home], one.Readable);
        Assert.Equal([two.Home], two.Readable);
        Assert.Equal(3, new HashSet<int> { plain.Home, one.Home, two.Home }.Count);
        Assert.Equal([plain.Home], (await AccessAsync()).Readable);

        // A cube of all of them is none's default.
        await Store.Cubes.CreateCubeAsync("", "team", "ada");
        Assert.Equal(["team"], (await Store.Cubes.ListCubesAsync("", "ada")).Where(grant => !grant.IsDefault).Select(grant => grant.Cube.Name));
    }

    [Fact]
    public async Task ResolveAsync_NameLikeAnIsolatedCube_IsNotThatCube()
    {
        var isolated = await Store.Cubes.ResolveAsync(new() { User = "ada", Agent = "a", Isolation = ScopeIsolation.Agent });
        var name = (await Store.Cubes.ListCubesAsync("", "ada")).Single(grant => grant.Cube.Number == isolated.Home).Cube.Name;

        Assert.NotEqual(isolated.Home, (await AccessAsync(name)).Home);
    }

    [Fact]
    public async Task ResolveAsync_CubeNamedLikeANewUser_StaysSomebodyElses()
    {
        var cube = await Store.Cubes.CreateCubeAsync("", "bob", "mallory");

        Assert.DoesNotContain(cube.Number, (await AccessAsync("bob")).Readable);
    }

    [Fact]
    public async Task ResolveAsync_SharedCube_IsReadableAndByNameWritable()
    {
        var cube = await Store.Cubes.CreateCubeAsync("", "team", "ada");
        await Store.Cubes.GrantAsync("", "team", "bob", CubeRole.Writer);

        var bob = await AccessAsync("bob");
        Assert.Equal([bob.Home, cube.Number], bob.Readable);
        Assert.Equal([bob.Home], bob.Writable);
        var writing = await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { WriteCubes = ["team"], ReadCubes = [] });
        Assert.Equal([bob.Home, cube.Number], writing.Writable);
        Assert.Equal([bob.Home, cube.Number], writing.Readable);
        Assert.Equal([bob.Home], (await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { ReadCubes = [] })).Readable);
    }

    [Fact]
    public async Task ResolveAsync_ReaderWhoWrites_IsRefused()
    {
        await Store.Cubes.CreateCubeAsync("", "team", "ada");
        await Store.Cubes.GrantAsync("", "team", "bob", CubeRole.Reader);

        await Assert.ThrowsAsync<MemoryAccessException>(async () => await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { WriteCubes = ["team"] }));
    }

    [Theory]
    [InlineData("team")]
    [InlineData("nothing")]
    public async Task ResolveAsync_CubeWithoutAGrant_IsRefusedLikeAnUnknownOne(string name)
    {
        await Store.Cubes.CreateCubeAsync("", "team", "ada");

        await Assert.ThrowsAsync<MemoryAccessException>(async () => await Store.Cubes.ResolveAsync(MemoryScope.ForUser("bob") with { ReadCubes = [name] }));
    }

    [Fact]
    public async Task GrantAsync_Null_TakesTheRoleAway()
    {
        var cube = await Store.Cubes.CreateCubeAsync("", "team", "ada");
        await Store.Cubes.GrantAsync("", "team", "bob", CubeRole.Writer);
        await Store.Cubes.GrantAsync("", "team", "bob", null);

        Assert.DoesNotContain(cube.Number, (await AccessAsync("bob")).Readable);
    }

    [Fact]
    public async Task ListMembersAsync_ACube_TellsItsUsersAndNobodyElse()
    {
        await Store.Cubes.CreateCubeAsync("", "team", "ada");
        await Store.Cubes.GrantAsync("", "team", "zoe", CubeRole.Writer);
        await Store.Cubes.GrantAsync("", "team", "bob", CubeRole.Reader);
        await Store.Cubes.CreateCubeAsync("acme", "team", "eve");

        Assert.Equal([new("ada", CubeRole.Owner), new("zoe", CubeRole.Writer), new("bob", CubeRole.Reader)], await Store.Cubes.ListMembersAsync("", "team"));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Cubes.ListMembersAsync("", "nothing"));
    }

    [Fact]
    public async Task GrantAsync_UnknownCube_IsNotFound() =>
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => Store.Cubes.GrantAsync("", "nothing", "bob", CubeRole.Reader));

    [Fact]
    public async Task CreateCubeAsync_TakenName_IsAConflict()
    {
        await Store.Cubes.CreateCubeAsync("", "team", "ada");

        await Assert.ThrowsAsync<MemoryConflictException>(() => Store.Cubes.CreateCubeAsync("", "team", "bob"));
        Assert.NotNull(await Store.Cubes.CreateCubeAsync("acme", "team", "bob"));
    }

    [Fact]
    public async Task ListUsersAsync_SeveralTenants_ListsTheTenantsByName()
    {
        await AccessAsync("bob");
        await AccessAsync("ada");
        await Store.Cubes.GetOrCreateUserAsync("acme", "eve");

        Assert.Equal(["ada", "bob"], (await Store.Cubes.ListUsersAsync("")).Select(static user => user.Name));
        Assert.Null(await Store.Cubes.FindUserAsync("", "eve"));
        Assert.Equal(Time.Now, (await Store.Cubes.FindUserAsync("acme", "eve"))!.CreatedAt);
    }

    [Fact]
    public async Task ResolveAsync_ManyAtOnce_MakesOneUser()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AccessAsync("carol")));

        Assert.Single(all.Select(static access => access.Home).Distinct());
    }
}
