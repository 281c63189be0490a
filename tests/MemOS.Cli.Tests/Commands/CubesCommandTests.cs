using System.Text.Json;

namespace MemOS.Cli.Tests.Commands;

public sealed class CubesCommandTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Cubes_MadeAndShared_AreSeenByBoth()
    {
        await cli.JsonAsync("add", "I love green tea.", "-u", "ada");
        await cli.JsonAsync("cubes", "create", "team", "-u", "ada");
        await cli.JsonAsync("cubes", "share", "team", "--with", "bob", "--role", "writer", "-u", "ada");
        Assert.Equal("writer", Role(await cli.JsonAsync("cubes", "-u", "bob"), "team"));
        var members = (await cli.JsonAsync("cubes", "members", "team", "-u", "ada")).GetProperty("members").EnumerateArray();
        Assert.Equal([("ada", "owner"), ("bob", "writer")], members.Select(member => (member.GetProperty("user").GetString(), member.GetProperty("role").GetString())));
        await cli.JsonAsync("cubes", "share", "team", "--with", "bob", "--role", "none", "-u", "ada");
        Assert.Null(Role(await cli.JsonAsync("cubes", "-u", "bob"), "team"));
    }

    [Fact]
    public async Task Cube_DumpedAndAttachedElsewhere_IsSearchedThereReadOnly()
    {
        await cli.JsonAsync("add", "I'm allergic to walnuts.", "-u", "ada");
        var dump = cli.PathOf("ada.memcube");
        await cli.JsonAsync("cubes", "dump", "ada", "--file", dump, "-u", "ada");
        var other = cli.PathOf("other.db");
        await cli.JsonAsync("cubes", "attach", "library", "--file", dump, "-u", "carol", "--db", other);
        var found = await cli.JsonAsync("search", "walnuts", "-u", "carol", "--db", other);
        Assert.Contains("walnuts", found.GetProperty("context").GetString(), StringComparison.Ordinal);
        await cli.JsonAsync("cubes", "detach", "library", "-u", "carol", "--db", other);
        Assert.Empty((await cli.JsonAsync("search", "walnuts", "-u", "carol", "--db", other)).GetProperty("results").EnumerateArray());
        await cli.JsonAsync("cubes", "load", "copy", "--file", dump, "-u", "carol", "--db", other);
        Assert.NotEmpty((await cli.JsonAsync("search", "walnuts", "-u", "carol", "--db", other)).GetProperty("results").EnumerateArray());
    }

    [Theory]
    [InlineData(1, "share", "ada", "--with", "carol", "-u", "bob")]
    [InlineData(1, "members", "ada", "-u", "bob")]
    [InlineData(2, "members", "-u", "ada")]
    [InlineData(1, "dump", "ada", "--file", "x.memcube", "-u", "bob")]
    [InlineData(1, "dump", "nothing", "--file", "x.memcube", "-u", "ada")]
    [InlineData(1, "create", "ada", "-u", "ada")]
    [InlineData(2, "dump", "ada", "-u", "ada")]
    [InlineData(2, "share", "ada", "-u", "ada")]
    [InlineData(2, "create", "-u", "ada")]
    [InlineData(2, "paint", "ada")]
    public async Task Cubes_WithoutRightOrName_IsAnErrorOfOneLine(int code, params string[] args)
    {
        await cli.JsonAsync("add", "I love green tea.", "-u", "ada");
        await cli.JsonAsync("add", "I love rain.", "-u", "bob");
        var result = await cli.RunAsync(["cubes", .. args]);
        Assert.Equal(code, result.ExitCode);
        Assert.Single(result.ErrorLines);
        Assert.False(File.Exists("x.memcube"));
    }

    public void Dispose() => cli.Dispose();

    private static string? Role(JsonElement output, string cube) => output.GetProperty("cubes").EnumerateArray()
        .Where(item => item.GetProperty("name").GetString() == cube)
        .Select(item => item.GetProperty("role").GetString())
        .FirstOrDefault();
}
