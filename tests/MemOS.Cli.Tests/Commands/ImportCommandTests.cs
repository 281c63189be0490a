namespace MemOS.Cli.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private const string Chat = """
        {"session_id":"s1","message_id":"m1","role":"user","name":"Ada","content":"I live in Bern and I love green tea.","timestamp":"2026-01-05T10:00:00Z"}
        {"session_id":"s1","message_id":"m2","role":"assistant","content":"Noted.","timestamp":"2026-01-05T10:00:05Z"}
        {"session_id":"s2","message_id":"m1","role":"user","name":"Ada","content":"I adopted a cat called Pixel.","timestamp":"2026-02-05T10:00:00Z"}
        """;

    private readonly CliRunner cli = new();

    [Fact]
    public async Task Import_Twice_AddsOnce()
    {
        var file = cli.Write("chat.jsonl", Chat);
        var first = await cli.JsonAsync("import", file, "--user", "ada");
        Assert.Equal((3, 3, 0), (first.GetProperty("messages").GetInt32(), first.GetProperty("added").GetInt32(), first.GetProperty("known").GetInt32()));
        Assert.Equal(2, first.GetProperty("sessions").GetInt32());
        var second = await cli.JsonAsync("import", file, "--user", "ada");
        Assert.Equal((0, 3, 0), (second.GetProperty("added").GetInt32(), second.GetProperty("known").GetInt32(), second.GetProperty("records").GetInt32()));
    }

    [Fact]
    public async Task Import_OfAFileThatWasCutBefore_AddsTheRest()
    {
        var lines = Chat.Split('\n');
        await cli.JsonAsync("import", cli.Write("chat.jsonl", lines[0] + "\n" + lines[1][..20]));
        var whole = await cli.JsonAsync("import", cli.Write("chat.jsonl", Chat));
        Assert.Equal((2, 1), (whole.GetProperty("added").GetInt32(), whole.GetProperty("known").GetInt32()));
    }

    [Fact]
    public async Task Import_BrokenLineSkipped_IsReportedOnStandardErrorWithItsNumber()
    {
        var result = await cli.RunAsync("import", cli.Write("chat.jsonl", "{broken\n" + Chat), "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("line 1", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Json.GetProperty("skipped").GetInt32());
        Assert.Equal("line 1", result.Json.GetProperty("problems")[0].GetProperty("place").GetString());
        Assert.Equal(3, result.Json.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task Import_BrokenLineFatal_StopsWithWhatCameBefore()
    {
        var lines = Chat.Split('\n');
        var result = await cli.RunAsync("import", cli.Write("chat.jsonl", $"{lines[0]}\n{{broken\n{lines[1]}"), "--on-error", "stop");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("line 2", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        var again = await cli.JsonAsync("import", cli.Write("chat.jsonl", Chat));
        Assert.Equal(1, again.GetProperty("known").GetInt32());
    }

    [Fact]
    public async Task Import_KnownIdWithOtherText_IsReportedAndTheRestIsAdded()
    {
        var file = cli.Write("chat.jsonl", Chat);
        await cli.JsonAsync("import", file);
        var changed = await cli.RunAsync("import", cli.Write("chat.jsonl", Chat.Replace("Bern", "Basel", StringComparison.Ordinal) + "\n{\"session_id\":\"s1\",\"message_id\":\"m9\",\"content\":\"Bye\"}"), "--json");
        Assert.Equal(0, changed.ExitCode);
        Assert.Equal((1, 1), (changed.Json.GetProperty("skipped").GetInt32(), changed.Json.GetProperty("added").GetInt32()));
        Assert.Contains("m1", changed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_LocomoWithoutUser_MakesAUserASample()
    {
        var file = cli.Write("talks.json", """
            [{"sample_id":"talk-1","conversation":{"session_1":[{"speaker":"Ines","dia_id":"D1:1","text":"I bought a kayak yesterday."}],"session_1_date_time":"3:07 pm on 14 August, 2024"}},
             {"sample_id":"talk-2","conversation":{"session_1":[{"speaker":"Tom","dia_id":"D1:1","text":"I sold my kayak."}],"session_1_date_time":"3:07 pm on 14 August, 2024"}}]
            """);
        var apart = await cli.JsonAsync("import", file);
        Assert.Equal(["talk-1", "talk-2"], apart.GetProperty("users").EnumerateArray().Select(user => user.GetString()));
        var together = await cli.JsonAsync("import", file, "--user", "both");
        Assert.Equal(2, together.GetProperty("added").GetInt32());

        var found = await cli.JsonAsync("search", "--user", "talk-1", "When did Ines buy a kayak?");
        var sources = found.GetProperty("results").EnumerateArray().SelectMany(item => item.GetProperty("sources").EnumerateArray()).Select(id => id.GetString()).Distinct();
        Assert.Equal(["D1:1"], sources);
    }

    [Fact]
    public async Task Import_FromStandardInput_ReadsAPastedTranscript()
    {
        var result = await cli.RunAsync(["import", "-", "--user", "ada", "--json"], "Ada: I live in Bern.\nBo: I live in Basel.\n", null);
        Assert.Equal(("text", 2), (result.Json.GetProperty("format").GetString(), result.Json.GetProperty("added").GetInt32()));
    }

    [Fact]
    public async Task Import_FileThatIsNotThere_SaysSoInOneLine()
    {
        var result = await cli.RunAsync("import", "nowhere.jsonl");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nowhere.jsonl", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FileWithoutAMessage_Fails()
    {
        var result = await cli.RunAsync("import", cli.Write("empty.txt", "nothing here"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no message", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();
}
