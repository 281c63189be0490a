namespace MemOS.Cli.Tests.Commands;

public sealed class SearchCommandTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Search_AfterImport_GivesResultsWithSourcesWithinTheBudget()
    {
        await ImportAsync();
        var found = await cli.JsonAsync("search", "--user", "ada", "Where does Ada live?", "--budget", "60");
        var result = found.GetProperty("results")[0];
        foreach (var name in new[] { "id", "kind", "text", "score", "event_time", "sources", "channels" })
        {
            Assert.True(result.TryGetProperty(name, out _), $"{name} is missing");
        }

        Assert.Contains("Bern", result.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("m1", result.GetProperty("sources")[0].GetString());
        Assert.InRange(found.GetProperty("tokens").GetInt32(), 1, 60);
        Assert.Contains("Bern", found.GetProperty("context").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Explained_SaysWhy()
    {
        await ImportAsync();
        var found = await cli.JsonAsync("search", "--user", "ada", "Where does Ada live?", "--explain");
        Assert.NotEmpty(found.GetProperty("results")[0].GetProperty("scores").EnumerateArray());
        Assert.False(string.IsNullOrEmpty(found.GetProperty("explanation").GetProperty("gate").GetString()));
        var shown = await cli.RunAsync("search", "--user", "ada", "Where does Ada live?", "--explain");
        Assert.Contains("words", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ForPeople_PrintsTextAndSource()
    {
        await ImportAsync();
        var shown = await cli.RunAsync("search", "--user", "ada", "Where", "does", "Ada", "live?");
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("Bern", shown.Out, StringComparison.Ordinal);
        Assert.Contains("m1", shown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_UnknownUser_FindsNothingAndNamesTheKnown()
    {
        await ImportAsync();
        var result = await cli.RunAsync("search", "--user", "bob", "Where?", "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Json.GetProperty("results").EnumerateArray());
        Assert.Contains("ada", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_AnotherUser_SeesNothingOfTheFirst()
    {
        await ImportAsync();
        await cli.JsonAsync("import", cli.Write("bob.txt", "Bob: I live in Basel."), "--user", "bob");
        var found = await cli.JsonAsync("search", "--user", "bob", "Where does Ada live? Bern?");
        Assert.DoesNotContain("Bern", found.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WithoutAFile_SaysHowToGetOne()
    {
        var result = await cli.RunAsync("search", "anything", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("memos import", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("memos import", result.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Database));
    }

    [Theory]
    [InlineData("search", "x", "--budget", "0")]
    [InlineData("search", "x", "--budget", "many")]
    [InlineData("search")]
    [InlineData("search", " ")]
    [InlineData("find", "x")]
    [InlineData("import", "x", "--on-error", "cry")]
    public async Task CommandLine_NotUnderstood_IsAnErrorOfOneLine(params string[] args)
    {
        var result = await cli.RunAsync(args);
        Assert.Equal(2, result.ExitCode);
        Assert.Single(result.ErrorLines);
        Assert.Empty(result.Out);
    }

    [Fact]
    public async Task User_FromTheEnvironment_IsUsed()
    {
        await ImportAsync();
        var result = await cli.RunAsync(["search", "Where does Ada live?", "--json"], "", new() { ["MEMOS_USER"] = "ada" });
        Assert.NotEmpty(result.Json.GetProperty("results").EnumerateArray());
    }

    public void Dispose() => cli.Dispose();

    private async Task ImportAsync() => await cli.JsonAsync("import", "--user", "ada", cli.Write("chat.jsonl", """
        {"session_id":"s1","message_id":"m1","role":"user","name":"Ada","content":"I live in Bern with my sister.","timestamp":"2026-01-05T10:00:00Z"}
        {"session_id":"s1","message_id":"m2","role":"user","name":"Ada","content":"The meeting was long and the coffee was cold.","timestamp":"2026-01-05T10:01:00Z"}
        """));
}
