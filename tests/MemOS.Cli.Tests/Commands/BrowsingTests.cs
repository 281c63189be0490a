namespace MemOS.Cli.Tests.Commands;

/// <summary>The commands that look at what is there: list, show, history, timeline, users, cubes, stats.</summary>
public sealed class BrowsingTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task List_OfRecords_PagesToTheEnd()
    {
        await ImportAsync();
        var whole = (await cli.JsonAsync("list", "-u", "ada")).GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()).ToList();
        Assert.True(whole.Count >= 2);
        var paged = new List<string?>();
        string? after = null;
        do
        {
            var page = await cli.JsonAsync(["list", "-u", "ada", "--limit", "1", .. after is null ? Array.Empty<string>() : ["--after", after]]);
            paged.AddRange(page.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task List_OfAKindOrMessages_IsOnlyThat()
    {
        await ImportAsync();
        var preferences = (await cli.JsonAsync("list", "-u", "ada", "--kind", "preference")).GetProperty("records").EnumerateArray().ToList();
        Assert.NotEmpty(preferences);
        Assert.All(preferences, record => Assert.Equal("preference", record.GetProperty("kind").GetString()));
        var messages = await cli.JsonAsync("list", "-u", "ada", "--messages");
        Assert.Equal(["m1", "m2"], messages.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("message_id").GetString()));
        var shown = await cli.RunAsync("list", "-u", "ada", "--messages");
        Assert.Contains("green tea", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_OfARecordAndItsMessage_LeadsThereAndBack()
    {
        await ImportAsync();
        var id = (await cli.JsonAsync("list", "-u", "ada", "--kind", "preference")).GetProperty("records")[0].GetProperty("id").GetString()!;
        var record = await cli.JsonAsync("show", id, "-u", "ada");
        Assert.Equal("m1", record.GetProperty("record").GetProperty("sources")[0].GetString());
        var message = record.GetProperty("sources")[0].GetProperty("id").GetString()!;
        var back = await cli.JsonAsync("show", message, "-u", "ada");
        Assert.Contains(id, back.GetProperty("records").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Contains("green tea", (await cli.RunAsync("show", message, "-u", "ada")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_OfARecord_HasItsFirstVersion()
    {
        await ImportAsync();
        var history = await cli.JsonAsync("history", "r1-1", "-u", "ada");
        Assert.Equal(1, history.GetProperty("versions")[0].GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Timeline_OfDatedRecords_IsInOrderAndWithinItsBounds()
    {
        await ImportAsync();
        var events = (await cli.JsonAsync("timeline", "-u", "ada", "--from", "2026-01", "--to", "2026-02")).GetProperty("events").EnumerateArray().ToList();
        Assert.Contains(events, item => item.GetProperty("event_time").GetString() == "2026-02-04");
        Assert.Empty((await cli.JsonAsync("timeline", "-u", "ada", "--from", "2027")).GetProperty("events").EnumerateArray());
    }

    [Fact]
    public async Task UsersCubesStats_CountWhatIsThere()
    {
        await ImportAsync();
        Assert.Equal("ada", (await cli.JsonAsync("users")).GetProperty("users")[0].GetProperty("name").GetString());
        var cube = (await cli.JsonAsync("cubes", "-u", "ada")).GetProperty("cubes")[0];
        Assert.Equal("owner", cube.GetProperty("role").GetString());
        var stats = await cli.JsonAsync("stats");
        Assert.Equal(["messages", "records", "tasks", "skills", "cubes", "users", "jobs", "bytes", "jobs_paused", "paused_reason", "jobs_dead", "model_calls", "model_tokens", "model_cost"], stats.EnumerateObject().Select(property => property.Name));
        Assert.Equal((2, 1, 1, 0), (stats.GetProperty("messages").GetInt32(), stats.GetProperty("cubes").GetInt32(), stats.GetProperty("users").GetInt32(), stats.GetProperty("jobs").GetInt32()));
    }

    [Theory]
    [InlineData(2, "show", "zzz")]
    [InlineData(1, "show", "r1-999")]
    [InlineData(1, "show", "m1-999")]
    [InlineData(1, "show", "r2-1")]
    [InlineData(2, "history", "m1-1")]
    [InlineData(1, "history", "r1-999")]
    [InlineData(2, "list", "--limit", "0")]
    [InlineData(2, "list", "--kind", "wish")]
    [InlineData(2, "timeline", "--from", "soon")]
    public async Task Command_OnWhatIsNotThere_IsAnErrorOfOneLine(int code, params string[] args)
    {
        await ImportAsync();
        var result = await cli.RunAsync([.. args, "-u", "ada"]);
        Assert.Equal(code, result.ExitCode);
        Assert.Single(result.ErrorLines);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show", "r1-1")]
    [InlineData("history", "r1-1")]
    [InlineData("timeline")]
    [InlineData("cubes")]
    public async Task Command_ForAnUnknownUser_CreatesNobody(params string[] args)
    {
        await ImportAsync();
        var result = await cli.RunAsync([.. args, "-u", "bob"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("ada", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Single((await cli.JsonAsync("users")).GetProperty("users").EnumerateArray());
    }

    [Fact]
    public async Task Show_OfAnotherUsersRecord_IsNotThere()
    {
        await ImportAsync();
        await cli.JsonAsync("add", "I like rain.", "-u", "bob");
        Assert.Equal(1, (await cli.RunAsync("show", "r1-1", "-u", "bob")).ExitCode);
        Assert.Equal(1, (await cli.RunAsync("show", "m1-1", "-u", "bob")).ExitCode);
    }

    public void Dispose() => cli.Dispose();

    private async Task ImportAsync() => await cli.JsonAsync("import", "--user", "ada", cli.Write("chat.jsonl", """
        {"session_id":"s1","message_id":"m1","role":"user","name":"Ada","content":"I love green tea.","timestamp":"2026-01-05T10:00:00Z"}
        {"session_id":"s1","message_id":"m2","role":"user","name":"Ada","content":"I adopted a cat yesterday.","timestamp":"2026-02-05T10:00:00Z"}
        """));
}
