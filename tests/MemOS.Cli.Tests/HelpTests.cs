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

    [Fact]
    public async Task Memos_AskedNothing_ShowsWhatCanBeAsked()
    {
        var result = await cli.RunAsync();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("memos import chat.jsonl", result.Out, StringComparison.Ordinal);
        Assert.Empty(result.ErrorLines);
    }

    [Theory]
    [InlineData("serch", "There is no command \"serch\". See: memos --help")]
    [InlineData("skills fly", "There is no command \"fly\". See: memos skills --help")]
    [InlineData("stats --bogus", "'--bogus'")]
    [InlineData("cubes fly x", "Must be one of: 'list' 'create'")]
    public async Task Memos_Mistyped_SaysWhatIsWrongInOneLine(string line, string expected)
    {
        var result = await cli.RunAsync(line.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        var json = await cli.RunAsync([.. line.Split(' '), "--json"]);
        Assert.Contains(expected, json.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();
}
