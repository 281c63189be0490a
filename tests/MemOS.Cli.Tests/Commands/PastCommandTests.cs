namespace MemOS.Cli.Tests.Commands;

public sealed class PastCommandTests
{
    private const string Talk = """
        {"session_id":"s1","message_id":"a1","role":"user","content":"I live in Hamburg.","timestamp":"2024-01-10T10:00:00+01:00"}
        {"session_id":"s2","message_id":"b1","role":"user","content":"I live in Munich now.","timestamp":"2024-06-10T10:00:00+02:00"}
        """;

    [Fact]
    public async Task ValidAtAndAsOf_ListAndSearch_LookBack()
    {
        using var runner = new CliRunner();
        await runner.RunAsync("import", runner.Write("talk.jsonl", Talk), "--user", "ada");

        var then = await runner.JsonAsync("list", "--user", "ada", "--valid-at", "2024-02");
        var found = await runner.JsonAsync("search", "--user", "ada", "Where do I live?", "--valid-at", "2024-02-03");
        var held = await runner.JsonAsync("list", "--user", "ada", "--as-of", "2024-02-03T10:00");
        var show = await runner.RunAsync("show", "r1-1", "--user", "ada", "--as-of", "2024");

        Assert.Equal("User lives in Hamburg.", Assert.Single(then.GetProperty("records").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal("I live in Hamburg.", Assert.Single(found.GetProperty("results").EnumerateArray()).GetProperty("text").GetString());

        // It was imported long after 2024: nothing was held then.
        Assert.Empty(held.GetProperty("records").EnumerateArray());
        Assert.NotEqual(0, show.ExitCode);
    }

    [Fact]
    public async Task ValidAt_NoTime_TeachesTheForms()
    {
        using var runner = new CliRunner();
        await runner.RunAsync("import", runner.Write("talk.jsonl", Talk), "--user", "ada");

        var result = await runner.RunAsync("list", "--user", "ada", "--valid-at", "soon");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("2026-03-14", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_Change_ShowsTheChainAndComesBack()
    {
        using var runner = new CliRunner();
        await runner.RunAsync("import", runner.Write("talk.jsonl", Talk), "--user", "ada");

        var undone = await runner.JsonAsync("undo", "r1-2", "--user", "ada");
        var history = await runner.JsonAsync("history", "r1-2", "--user", "ada");
        var nothing = await runner.RunAsync("undo", "r1-9", "--user", "ada");

        Assert.Equal(["r1-1", "r1-2"], undone.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()));
        Assert.Equal("current", undone.GetProperty("records")[0].GetProperty("state").GetString());
        Assert.Equal(["r1-1", "r1-2"], history.GetProperty("chain").EnumerateArray().Select(record => record.GetProperty("id").GetString()));
        Assert.NotEqual(0, nothing.ExitCode);
    }

    [Fact]
    public async Task AddDocument_Html_IsFoundByKind()
    {
        using var runner = new CliRunner();
        var page = runner.Write("handbook.html", "<html><head><style>p{}</style></head><body><h1>Leave</h1><p>The notice period is six weeks.</p></body></html>");

        var added = await runner.JsonAsync("add", "--user", "ada", "--document", page);
        await runner.RunAsync("add", "--user", "ada", "My notice period is unknown.");
        var documents = await runner.JsonAsync("search", "--user", "ada", "notice period", "--kind", "document");
        var talk = await runner.JsonAsync("search", "--user", "ada", "notice period", "--kind", "message");
        var both = await runner.RunAsync("add", "--user", "ada", "a text", "--document", page);

        Assert.Equal("handbook.html", added.GetProperty("document").GetString());
        Assert.Single(added.GetProperty("chunks").EnumerateArray());
        Assert.Contains("six weeks", Assert.Single(documents.GetProperty("results").EnumerateArray()).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("My notice period is unknown.", Assert.Single(talk.GetProperty("results").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(ExitCode.Usage, both.ExitCode);
    }
}
