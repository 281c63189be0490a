using MemOS.Cubes;

namespace MemOS.EndToEnd.Operations;

public class CubeOperationTests
{
    private const string HalfPair = "<half>";

    [Fact]
    public async Task CreateUser_Twice_IsOneUserWithADefaultCube()
    {
        await using var file = await MemoryFile.OpenAsync();
        var made = await file.Memory.CreateUserAsync("ada");
        Assert.Equal(made, await file.Memory.CreateUserAsync("ada"));
        Assert.Equal(made, await file.Memory.GetUserAsync("ada"));
        Assert.Equal([made], await file.Memory.ListUsersAsync());
        var grant = Assert.Single(await file.Memory.ListCubesAsync("ada"));
        Assert.Equal(("ada", CubeRole.Owner), (grant.Cube.Name, grant.Role));
        Assert.Empty(await file.Memory.ListUsersAsync("elsewhere"));
    }

    [Fact]
    public async Task User_Unknown_IsNotFoundAndHasNoCubes()
    {
        await using var file = await MemoryFile.OpenAsync();
        var error = await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.GetUserAsync("nobody"));
        Assert.Contains("nobody", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.EraseUserAsync("nobody"));
        Assert.Empty(await file.Memory.ListCubesAsync("nobody"));
        Assert.Equal((0, 0, 0, 0, 0), await file.CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData(HalfPair)]
    public async Task Name_ThatNoStoreCanHold_IsRefusedEverywhere(string name)
    {
        // Metadata holds no half of a pair.
        name = name.Replace(HalfPair, "a\ud800", StringComparison.Ordinal);
        await using var file = await MemoryFile.OpenAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.CreateUserAsync(name));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.GetUserAsync(name));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.CreateCubeAsync(name, "ada"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.RegisterCubeAsync("x.memcube", name));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.AddAsync("I like tea.", new MemoryScope { User = name }));
        Assert.Equal((0, 0, 0, 0, 0), await file.CountAsync());
    }

    [Fact]
    public async Task Name_TooLong_IsRefused()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.CreateUserAsync(new('u', 256));
        await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.CreateUserAsync(new('u', 257)));
        await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.AddAsync("I like tea.", file.Ada.InSession(new('s', 257))));
    }

    [Fact]
    public async Task CreateCube_NameTaken_IsAConflict()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.CreateCubeAsync("team", "ada");
        var before = await file.CountAsync();
        await Assert.ThrowsAsync<MemoryConflictException>(() => file.Memory.CreateCubeAsync("team", "bob"));
        Assert.Equal(before, await file.CountAsync());
    }

    [Fact]
    public async Task ShareCube_Reader_ReadsAndDoesNotWrite()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.CreateCubeAsync("team", "ada");
        await file.TellAsync("The deployment server is called Zanzibar.", file.Ada with { WriteCubes = ["team"] });
        Assert.Empty(await file.FindAsync("How is the deployment server called?", file.Bob));
        await file.Memory.ShareCubeAsync("team", "bob", CubeRole.Reader, "ada");
        Assert.Contains(await file.FindAsync("How is the deployment server called?", file.Bob), text => text.Contains("Zanzibar", StringComparison.Ordinal));
        await Assert.ThrowsAsync<MemoryAccessException>(() => file.Memory.AddAsync("Bob writes.", file.Bob with { WriteCubes = ["team"] }));
        await file.Memory.ShareCubeAsync("team", "bob", null, "ada");
        Assert.Empty(await file.FindAsync("How is the deployment server called?", file.Bob));
    }

    [Fact]
    public async Task CubeOperations_NotTheOwner_AreRefused()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.CreateCubeAsync("team", "ada");
        await file.Memory.ShareCubeAsync("team", "bob", CubeRole.Writer, "ada");
        await Assert.ThrowsAsync<MemoryAccessException>(() => file.Memory.ShareCubeAsync("team", "eve", CubeRole.Reader, "bob"));
        await Assert.ThrowsAsync<MemoryAccessException>(() => file.Memory.DumpCubeAsync("team", file.PathOf("stolen.memcube"), "bob"));
        await Assert.ThrowsAsync<MemoryAccessException>(() => file.Memory.UnregisterCubeAsync("team", "bob"));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.DumpCubeAsync("team", file.PathOf("stolen.memcube"), "eve"));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.ShareCubeAsync("unknown", "bob", CubeRole.Reader, "ada"));
        await Assert.ThrowsAsync<MemoryConflictException>(() => file.Memory.ShareCubeAsync("team", "ada", null, "ada"));
        await Assert.ThrowsAsync<ArgumentException>(() => file.Memory.ShareCubeAsync("team", "bob", (CubeRole)9, "ada"));
        Assert.False(File.Exists(file.PathOf("stolen.memcube")));
        Assert.Equal(CubeRole.Owner, (await file.Memory.ListCubesAsync("ada")).Single(grant => grant.Cube.Name == "team").Role);
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => file.Memory.GetUserAsync("eve"));
    }

    [Fact]
    public async Task DumpedCube_RegisteredElsewhere_IsReadOnlyAndLoadedIsWhole()
    {
        await using var first = await MemoryFile.OpenAsync();
        await first.TellAsync("My sister Maria lives in Lisbon.");
        await first.Memory.DumpCubeAsync("ada", first.PathOf("team.memcube"), "ada");
        await Assert.ThrowsAsync<MemoryStoreException>(() => first.Memory.DumpCubeAsync("ada", first.PathOf("team.memcube"), "ada"));

        await using var second = await MemoryFile.OpenAsync();
        var cube = await second.Memory.RegisterCubeAsync(first.PathOf("team.memcube"), "bob");
        Assert.Equal(("team", true), (cube.Name, cube.IsReadOnly));
        Assert.Contains(await second.FindAsync("Where does Maria live?", second.Bob), text => text.Contains("Lisbon", StringComparison.Ordinal));
        var record = (await second.Memory.ListAsync(second.Bob))[0];
        Assert.Equal(record, await second.Memory.GetAsync(record.Id, second.Bob), (left, right) => left!.Text == right!.Text && left.Id == right.Id);
        await Assert.ThrowsAsync<MemoryAccessException>(() => second.Memory.UpdateAsync(record.Id, "Maria lives in Rome.", second.Bob));
        await Assert.ThrowsAsync<MemoryAccessException>(() => second.Memory.FeedbackAsync(record.Id, true, second.Bob));
        await Assert.ThrowsAsync<MemoryAccessException>(() => second.Memory.AddAsync("I like tea.", second.Bob with { WriteCubes = ["team"] }));
        await Assert.ThrowsAsync<MemoryConflictException>(() => second.Memory.RegisterCubeAsync(first.PathOf("team.memcube"), "ada"));

        await second.Memory.UnregisterCubeAsync("team", "bob");
        Assert.Empty(await second.FindAsync("Where does Maria live?", second.Bob));
        Assert.True(File.Exists(first.PathOf("team.memcube")));

        var loaded = await second.Memory.LoadCubeAsync(first.PathOf("team.memcube"), "bob", "copy");
        Assert.False(loaded.IsReadOnly);
        Assert.Contains(await second.FindAsync("Where does Maria live?", second.Bob), text => text.Contains("Lisbon", StringComparison.Ordinal));
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => second.Memory.UnregisterCubeAsync("copy", "bob"));
    }

    [Fact]
    public async Task RegisterCube_NoCubeFile_RegistersNothing()
    {
        await using var file = await MemoryFile.OpenAsync();
        await File.WriteAllTextAsync(file.PathOf("other.memcube"), "this is no cube, though it is long enough to be taken for one at a glance");
        await Assert.ThrowsAsync<MemoryStoreException>(() => file.Memory.RegisterCubeAsync(file.PathOf("missing.memcube"), "ada"));
        await Assert.ThrowsAsync<MemoryStoreException>(() => file.Memory.RegisterCubeAsync(file.PathOf("other.memcube"), "ada"));
        await Assert.ThrowsAsync<MemoryStoreException>(() => file.Memory.LoadCubeAsync(file.PathOf("other.memcube"), "ada"));
        Assert.Equal((0, 0, 0, 0, 0), await file.CountAsync());
    }
}
