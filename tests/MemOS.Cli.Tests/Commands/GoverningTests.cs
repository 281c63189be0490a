namespace MemOS.Cli.Tests.Commands;

/// <summary>The commands that change what is there: update, forget, restore, erase.</summary>
public sealed class GoverningTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Update_OfARecord_MakesAVersionAndIsFound()
    {
        var id = await AddAsync("I live in Bern.");
        var updated = await cli.JsonAsync("update", id, "Ada lives in Basel.", "--reason", "moved");
        Assert.Equal(2, updated.GetProperty("record").GetProperty("version").GetInt32());
        var versions = (await cli.JsonAsync("history", id)).GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal(2, versions.Count);
        Assert.Equal("moved", versions[1].GetProperty("reason").GetString());
        Assert.Contains("Basel", (await cli.JsonAsync("search", "Basel")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_ThenRestore_LeavesRecallAndComesBack()
    {
        var id = await AddAsync("I'm allergic to walnuts.");
        Assert.Contains(id, (await cli.JsonAsync("forget", id)).GetProperty("items").EnumerateArray().Select(item => item.GetString()));
        Assert.Empty((await cli.JsonAsync("search", "walnuts")).GetProperty("results").EnumerateArray());
        await cli.JsonAsync("restore", id);
        Assert.NotEmpty((await cli.JsonAsync("search", "walnuts")).GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task Erase_OfARecord_LeavesNoByteOfItInTheFile()
    {
        var id = await AddAsync("I'm allergic to walnuts.");
        await AddAsync("I love green tea.");
        var erased = await cli.JsonAsync("erase", id, "--yes");
        Assert.Equal((1, 1), (erased.GetProperty("messages").GetInt32(), erased.GetProperty("records").GetInt32()));
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(cli.Database)!))
        {
            Assert.DoesNotContain("walnuts", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.OrdinalIgnoreCase);
        }

        Assert.NotEmpty((await cli.JsonAsync("search", "tea")).GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task Erase_OfAConversationOrUser_TakesAllOfIt()
    {
        var file = cli.Write("chat.jsonl", "{\"session_id\":\"s1\",\"content\":\"I love green tea.\"}\n{\"session_id\":\"s2\",\"content\":\"I hate night buses.\"}\n");
        await cli.JsonAsync("import", file, "--user", "ada");
        Assert.Equal(1, (await cli.JsonAsync("erase", "--session", "s1", "--user", "ada", "--yes")).GetProperty("messages").GetInt32());
        await cli.JsonAsync("erase", "--everything", "--user", "ada", "--yes");
        Assert.Empty((await cli.JsonAsync("users")).GetProperty("users").EnumerateArray());
    }

    [Fact]
    public async Task Erase_WithoutYes_ErasesNothing()
    {
        var id = await AddAsync("I love green tea.");
        var result = await cli.RunAsync("erase", id);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--yes", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.NotEmpty((await cli.JsonAsync("list")).GetProperty("records").EnumerateArray());
    }

    [Theory]
    [InlineData(1, "forget", "r1-999")]
    [InlineData(1, "restore", "r1-999")]
    [InlineData(1, "erase", "r1-999", "--yes")]
    [InlineData(1, "erase", "--session", "nowhere", "--yes")]
    [InlineData(2, "erase", "--yes")]
    [InlineData(2, "erase", "r1-1", "--everything", "--yes")]
    [InlineData(1, "update", "r1-999", "x")]
    [InlineData(2, "update", "r1-1", " ")]
    public async Task Command_OnWhatIsNotThere_IsAnErrorOfOneLine(int code, params string[] args)
    {
        await AddAsync("I love green tea.");
        var result = await cli.RunAsync(args);
        Assert.Equal(code, result.ExitCode);
        Assert.Single(result.ErrorLines);
        Assert.Equal(1, (await cli.JsonAsync("stats")).GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task Forget_OfAnotherUsersRecord_IsNotThere()
    {
        var id = await AddAsync("I love green tea.");
        await cli.JsonAsync("add", "I like rain.", "--user", "bob");
        Assert.Equal(1, (await cli.RunAsync("forget", id, "--user", "bob")).ExitCode);
        Assert.NotEmpty((await cli.JsonAsync("search", "tea")).GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task Demo_Run_AnswersFromItsStory()
    {
        var shown = await cli.RunAsync("demo");
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("walnuts", shown.Out, StringComparison.Ordinal);
        Assert.Equal(4, (await cli.JsonAsync("demo")).GetProperty("answers").GetArrayLength());
        Assert.False(File.Exists(cli.Database));
    }

    public void Dispose() => cli.Dispose();

    private async Task<string> AddAsync(string text) => (await cli.JsonAsync("add", text)).GetProperty("records")[0].GetProperty("id").GetString()!;
}
