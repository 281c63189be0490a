namespace MemOS.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Theory]
    [InlineData("import")]
    [InlineData("search")]
    [InlineData("doctor")]
    [InlineData("bench")]
    [InlineData("add")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("history")]
    [InlineData("timeline")]
    [InlineData("users")]
    [InlineData("cubes")]
    [InlineData("stats")]
    [InlineData("backup")]
    [InlineData("demo")]
    [InlineData("mcp")]
    [InlineData("update")]
    [InlineData("forget")]
    [InlineData("restore")]
    [InlineData("erase")]
    [InlineData("restore-backup")]
    public async Task Help_OfACommand_ShowsExamples(string command)
    {
        var result = await cli.RunAsync(command, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:", result.Out, StringComparison.Ordinal);
        Assert.Contains($"memos {command}", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfTheTool_ListsCommandsAndGlobalOptions()
    {
        var result = await cli.RunAsync("--help");
        Assert.All(["import", "search", "doctor", "bench", "--db", "--user", "--json", "MEMOS_DB"], word => Assert.Contains(word, result.Out, StringComparison.Ordinal));
    }

    public void Dispose() => cli.Dispose();
}
