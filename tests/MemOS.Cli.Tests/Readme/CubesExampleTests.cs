using MemOS.Cubes;
using MemOS.TestKit;

namespace MemOS.Cli.Tests.Readme;

/// <summary>The code of the page on cubes, compiled and run. The region is the block, word for word.</summary>
public sealed class CubesExampleTests
{
    [Fact]
    public async Task CubesCode_Run_SharesAndMoves()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await MemoryOS.OpenAsync(folder.File());
        var path = folder.File("team.memcube");

        #region cubes
        // a cube that ada owns, and bob may write to
        await memory.CreateCubeAsync("team", "ada");
        await memory.ShareCubeAsync("team", "bob", CubeRole.Writer, owner: "ada");

        // what bob adds is his, and by link the team's; one message, two cubes
        var bob = MemoryScope.ForUser("bob") with { WriteCubes = ["team"] };
        await memory.AddAsync("The release is on Friday.", bob);

        // ada reads all cubes she was granted; or only some
        var all = await memory.SearchAsync("When is the release?", MemoryScope.ForUser("ada"));
        var own = await memory.SearchAsync("When is the release?", MemoryScope.ForUser("ada") with { ReadCubes = [] });

        // one cube as one file, and that file elsewhere: attached as it lies, or copied in
        await memory.DumpCubeAsync("team", path, "ada");
        await memory.RegisterCubeAsync(path, "carol", "library");
        await memory.LoadCubeAsync(path, "carol", "copy");
        #endregion

        Assert.Contains("Friday", all.Context, StringComparison.Ordinal);
        Assert.Empty(own.Items);
        var carol = await memory.SearchAsync("When is the release?", MemoryScope.ForUser("carol"));
        Assert.Contains("Friday", carol.Context, StringComparison.Ordinal);
    }

    [Fact]
    public void CubesCode_InThePage_IsThisRegion() => Assert.Equal(
        DocsFiles.Lines(DocsFiles.Blocks(DocsFiles.Read("docs", "how-to", "cubes.md"), "csharp").Single()).Select(static line => line.Replace("\"team.memcube\"", "path", StringComparison.Ordinal)),
        DocsFiles.Region(DocsFiles.Read("tests", "MemOS.Cli.Tests", "Readme", "CubesExampleTests.cs"), "#region cubes\n", "#endregion"));
}
