using System.Globalization;

namespace MemOS.Cli.Tests.Commands;

public sealed class EvolutionCommandTests : IDisposable
{
    private readonly CliRunner cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Tasks_AfterImport_ListsThemWithOutcomes()
    {
        await ImportAsync();
        var tasks = (await cli.JsonAsync("tasks", "--user", "ada")).GetProperty("tasks");
        Assert.Equal(3, tasks.GetArrayLength());
        Assert.All(tasks.EnumerateArray(), task => Assert.Equal("success", task.GetProperty("outcome").GetString()));
        Assert.Equal(3, (await cli.JsonAsync("stats")).GetProperty("tasks").GetInt32());
    }

    [Fact]
    public async Task Tasks_OneThatGoesOn_AndWhatIsInNone_AreShown()
    {
        var now = TimeProvider.System.GetUtcNow();
        string Line(string id, string session, string role, string text, string more = "") =>
            $$"""{"message_id":"{{id}}","session_id":"{{session}}","role":"{{role}}","content":"{{text}}","timestamp":"{{now:O}}"{{more}}}""";
        await cli.JsonAsync("import", cli.Write("now.jsonl", string.Join('\n', [
            Line("1", "a", "user", "Please refund Customer7"),
            Line("2", "a", "assistant", "", ",\"tool_calls\":[{\"call_id\":\"x\",\"name\":\"refund\",\"arguments\":{\"order\":7}}]"),
            Line("3", "a", "tool", "", ",\"tool_result\":{\"call_id\":\"x\",\"result\":{\"ok\":true}}"),
            Line("4", "a", "assistant", "Refunded."),
            Line("5", "b", "user", "Good morning!")])), "--user", "ada");

        var json = await cli.JsonAsync("tasks", "--user", "ada", "--skipped");
        var task = Assert.Single(json.GetProperty("tasks").EnumerateArray());
        Assert.Equal(("open", "Please refund Customer7"), (task.GetProperty("outcome").GetString(), task.GetProperty("goal").GetString()));
        var skipped = Assert.Single(json.GetProperty("skipped").EnumerateArray());
        Assert.Equal(("greetings and courtesies", "b"), (skipped.GetProperty("reason").GetString(), skipped.GetProperty("session").GetString()));
        Assert.Equal(1, skipped.GetProperty("sources").GetArrayLength());

        // It is what was recorded, not what is found now: the second look says the same time.
        var again = (await cli.JsonAsync("tasks", "--user", "ada", "--skipped")).GetProperty("skipped")[0];
        Assert.Equal(skipped.GetRawText(), again.GetRawText());
        File.SetAttributes(cli.Database, FileAttributes.ReadOnly);
        Assert.Equal(skipped.GetRawText(), (await cli.JsonAsync("tasks", "--user", "ada", "--skipped")).GetProperty("skipped")[0].GetRawText());
        File.SetAttributes(cli.Database, FileAttributes.Normal);
        Assert.Contains("in no task", (await cli.RunAsync("tasks", "--user", "ada", "--skipped")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("in no task", (await cli.RunAsync("tasks", "--user", "ada")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skills_TheirLife_FromLearningToRetirement()
    {
        await ImportAsync();
        var tools = cli.Write("tools.json", """[{"name":"find","read_only":true},{"name":"refund","schema":{"type":"object"}}]""");
        var learned = (await cli.JsonAsync("skills", "learn", "--tools", tools, "--user", "ada")).GetProperty("skills")[0];
        Assert.Equal(("find_then_refund", "candidate"), (learned.GetProperty("name").GetString(), learned.GetProperty("status").GetString()));
        Assert.Equal("trial", (await cli.JsonAsync("skills", "approve", "find_then_refund", "--user", "ada")).GetProperty("status").GetString());
        var dry = await cli.RunAsync("skills", "dry-run", "find_then_refund", """{"name":"Customer7"}""", "--user", "ada");
        Assert.Contains("""find {"name":"Customer7"}""", dry.Out, StringComparison.Ordinal);
        Assert.Contains("""refund {"order":"‹from find: /order›"}""", dry.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.RunAsync("skills", "export", "find_then_refund", cli.PathOf("out"), "--user", "ada")).ExitCode);
        var imported = await cli.JsonAsync("skills", "import", Path.Combine(cli.PathOf("out"), "find-then-refund"), "--user", "bob");
        Assert.Equal("find_then_refund", imported.GetProperty("name").GetString());
        Assert.Equal(("candidate", false), (imported.GetProperty("status").GetString(), imported.GetProperty("is_trusted").GetBoolean()));
        Assert.Contains("(in use)", (await cli.RunAsync("skills", "versions", "find_then_refund", "--user", "ada")).Out, StringComparison.Ordinal);
        Assert.Equal("retired", (await cli.JsonAsync("skills", "retire", "find_then_refund", "no longer needed", "--user", "ada")).GetProperty("status").GetString());
        Assert.Contains("(out of use)", (await cli.RunAsync("skills", "versions", "find_then_refund", "--user", "ada")).Out, StringComparison.Ordinal);
        Assert.Contains("## Steps", (await cli.RunAsync("skills", "show", "find_then_refund", "--user", "ada")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'name' (", "dry-run", "find_then_refund", "{}")]
    [InlineData("""'{"name": …}'. memos skills show find_then_refund""", "dry-run", "find_then_refund")]
    [InlineData("""'{"name": …}'. memos skills show find_then_refund""", "run", "find_then_refund", "--tools", "tools.json")]
    [InlineData("""'{"name": …}'. memos skills show find_then_refund""", "run", "find_then_refund", "Ada", "--tools", "tools.json")]
    [InlineData("stands there twice", "dry-run", "find_then_refund", """{"name":"a","name":"b"}""")]
    [InlineData("has no version 9; memos skills versions find_then_refund lists 1.", "rollback", "find_then_refund", "9")]
    [InlineData("memos skills reject needs more than blanks", "reject", "find_then_refund", " ")]
    public async Task Skills_WrongInput_IsRefusedInWordsForPeople(string expected, params string[] command)
    {
        await ImportAsync();
        await cli.JsonAsync("skills", "learn", "--tools", cli.Write("tools.json", """[{"name":"find","read_only":true},{"name":"refund"}]"""), "--user", "ada");
        var result = await cli.RunAsync(["skills", .. command.Select(word => word == "tools.json" ? cli.PathOf(word) : word), "--user", "ada"]);
        Assert.Equal(2, result.ExitCode);
        var line = Assert.Single(result.ErrorLines);
        Assert.Contains(expected, line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("(Parameter", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skills_ToolWithoutAName_IsNamedByItsPlace()
    {
        await ImportAsync();
        var result = await cli.RunAsync("skills", "learn", "--tools", cli.Write("tools.json", """[{"name":"find"},{"description":"x"}]"""), "--user", "ada");
        Assert.Contains("tool 2 has no name", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"find"}""", "is no array of tools")]
    [InlineData("""[{"name":"find","schema":5}]""", "the \"schema\" of tool 1 is no object")]
    [InlineData("[{", "is no JSON: look at line 1")]
    public async Task Skills_LearnFromABrokenFile_SaysWhatItShouldHold(string file, string expected)
    {
        await ImportAsync();
        var result = await cli.RunAsync("skills", "learn", "--tools", cli.Write("tools.json", file), "--user", "ada");
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("A JSON array of {name, description, schema, read_only}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skills_List_BeforeAnythingIsLearned_TellsHow()
    {
        await ImportAsync();
        var result = await cli.RunAsync("skills", "list", "--user", "ada");
        Assert.Contains("memos skills learn --tools FILE --user ada", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("find, refund", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skills_ListAfterAnImport_KnowsWhatCameIn()
    {
        await ImportAsync(1, 2);
        await cli.JsonAsync("skills", "learn", "--tools", cli.Write("tools.json", """[{"name":"find","read_only":true},{"name":"refund"}]"""), "--user", "ada");
        Assert.Equal("suggestion", (await cli.JsonAsync("skills", "list", "--user", "ada")).GetProperty("skills")[0].GetProperty("status").GetString());

        await ImportAsync(3, 3);

        // Who approves has seen a suggestion: what came up meanwhile is not approved unseen.
        Assert.Contains("is suggestion", (await cli.RunAsync("skills", "approve", "find_then_refund", "--user", "ada")).Error, StringComparison.Ordinal);
        Assert.Equal("candidate", (await cli.JsonAsync("skills", "list", "--user", "ada")).GetProperty("skills")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Skills_ExportAndImport_KeepWhatIsThere_AndNameTheFolder()
    {
        await ImportAsync();
        await cli.JsonAsync("skills", "learn", "--tools", cli.Write("tools.json", """[{"name":"find","read_only":true},{"name":"refund"}]"""), "--user", "ada");
        var folder = Path.Combine(Path.GetDirectoryName(cli.Database)!, "out");
        await cli.JsonAsync("skills", "export", "find_then_refund", folder, "--user", "ada");
        var markdown = Path.Combine(folder, "find-then-refund", "SKILL.md");
        Assert.Contains("holds the folders of skills", (await cli.RunAsync("skills", "import", folder, "--user", "bob")).Error, StringComparison.Ordinal);

        await File.AppendAllTextAsync(markdown, "My own remark.");
        Assert.Contains("nothing was written", (await cli.RunAsync("skills", "export", "find_then_refund", folder, "--user", "ada")).Error, StringComparison.Ordinal);
        Assert.EndsWith("My own remark.", await File.ReadAllTextAsync(markdown), StringComparison.Ordinal);

        await cli.JsonAsync("skills", "export", "find_then_refund", folder, "--force", "--user", "ada");
        Assert.DoesNotContain("My own remark.", await File.ReadAllTextAsync(markdown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task Tasks_LimitBelowOne_IsRefused(string limit)
    {
        await ImportAsync();
        var result = await cli.RunAsync("tasks", "--limit", limit, "--user", "ada");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--limit needs a number above zero", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skills_Run_OnProgramsOfTheUsersOwn()
    {
        await ImportAsync();
        var script = cli.Write("tool.sh", "read -r input\ncase \"$1\" in find) echo '{\"order\":\"O-77\"}';; refund) echo \"$input\" | tee refunded.json;; *) echo 'no such tool' >&2; exit 3;; esac\n");
        var tools = cli.Write("tools.json", $$$"""[{"name":"find","read_only":true,"command":["/bin/sh","{{{script}}}","find"]},{"name":"refund","schema":{"type":"object"},"command":["/bin/sh","{{{script}}}","refund"]}]""");
        await cli.JsonAsync("skills", "learn", "--tools", tools, "--user", "ada");

        var asked = await cli.RunAsync("skills", "run", "find_then_refund", """{"name":"Customer7"}""", "--tools", tools, "--user", "ada");
        Assert.Equal(1, asked.ExitCode);
        Assert.Contains("--yes", asked.Error, StringComparison.Ordinal);
        Assert.Contains("memos skills approve find_then_refund --user ada", asked.Error, StringComparison.Ordinal);
        Assert.Contains("""refund {"order":"‹from find: /order›"}""", asked.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.PathOf("refunded.json")));

        var report = await cli.JsonAsync("skills", "run", "find_then_refund", """{"name":"Customer7"}""", "--tools", tools, "--yes", "--user", "ada");
        Assert.Equal("O-77", report.GetProperty("done")[1].GetProperty("result").GetProperty("order").GetString());
        Assert.Contains("O-77", await File.ReadAllTextAsync(cli.PathOf("refunded.json")), StringComparison.Ordinal);
        Assert.Equal(1, (await cli.JsonAsync("skills", "show", "find_then_refund", "--user", "ada")).GetProperty("trials").GetInt32());
    }

    // A program that takes no input may close the pipe before it was written to, and has done its work all the same.
    [Fact]
    public async Task Skills_Run_OnAProgramThatTakesNoInput_TellsWhatItDid()
    {
        await ImportAsync();
        var tools = cli.Write("tools.json", """[{"name":"find","read_only":true,"command":["/bin/echo","{\"order\":\"O-77\"}"]},{"name":"refund","schema":{"type":"object"},"command":["/bin/echo","{}"]}]""");
        await cli.JsonAsync("skills", "learn", "--tools", tools, "--user", "ada");
        for (var run = 0; run < 5; run++)
        {
            var report = await cli.JsonAsync("skills", "run", "find_then_refund", """{"name":"Customer7"}""", "--tools", tools, "--yes", "--user", "ada");
            Assert.Equal(2, report.GetProperty("done").GetArrayLength());
        }
    }

    [Fact]
    public async Task Skills_PublishAndRevoke_ReachTheOtherUser()
    {
        await ImportAsync();
        await cli.JsonAsync("skills", "learn", "--tools", cli.Write("tools.json", """[{"name":"find","read_only":true},{"name":"refund"}]"""), "--user", "ada");
        await cli.JsonAsync("cubes", "create", "team", "--user", "ada");
        await cli.JsonAsync("cubes", "share", "team", "--with", "bob", "--user", "ada");
        Assert.Equal("candidate", (await cli.JsonAsync("skills", "publish", "find_then_refund", "team", "--user", "ada")).GetProperty("status").GetString());
        Assert.Equal("find_then_refund", (await cli.JsonAsync("skills", "list", "--user", "bob")).GetProperty("skills")[0].GetProperty("name").GetString());
        Assert.Equal("retired", (await cli.JsonAsync("skills", "revoke", "find_then_refund", "team", "--user", "ada")).GetProperty("status").GetString());
        var refused = await cli.RunAsync("skills", "publish", "find_then_refund", "team", "--user", "bob");
        Assert.Equal(1, refused.ExitCode);
    }

    [Fact]
    public async Task Skills_InASharedCube_AreApprovedByAWriterThatNamesIt()
    {
        await ImportAsync();
        await cli.JsonAsync("skills", "learn", "--tools", cli.Write("tools.json", """[{"name":"find","read_only":true},{"name":"refund"}]"""), "--user", "ada");
        await cli.JsonAsync("cubes", "create", "team", "--user", "ada");
        await cli.JsonAsync("cubes", "share", "team", "--with", "bob", "--user", "ada");
        await cli.JsonAsync("skills", "publish", "find_then_refund", "team", "--user", "ada");

        var hinted = await cli.RunAsync("skills", "approve", "find_then_refund", "--user", "bob");
        Assert.NotEqual(0, hinted.ExitCode);
        Assert.Contains("--cube", hinted.Error, StringComparison.Ordinal);
        var reader = await cli.RunAsync("skills", "approve", "find_then_refund", "--cube", "team", "--user", "bob");
        Assert.NotEqual(0, reader.ExitCode);
        Assert.Single(reader.Error.Trim().Split('\n'));

        // The copy of the cube is meant, not the user's own of the same name.
        Assert.Equal("trial", (await cli.JsonAsync("skills", "approve", "find_then_refund", "--cube", "team", "--user", "ada")).GetProperty("status").GetString());
        Assert.Equal("candidate", (await cli.JsonAsync("skills", "show", "find_then_refund", "--user", "ada")).GetProperty("status").GetString());
        Assert.Equal("trial", (await cli.JsonAsync("skills", "list", "--user", "bob")).GetProperty("skills")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Skills_ImportOfAnotherAgentsFolder_ChecksTheNameAndSaysWhatIsNotTakenOver()
    {
        Directory.CreateDirectory(cli.PathOf("pdf-forms/scripts"));
        await File.WriteAllTextAsync(cli.PathOf("pdf-forms/scripts/fill.py"), "print('x')");
        await File.WriteAllTextAsync(cli.PathOf("pdf-forms/SKILL.md"), "---\nname: ../../../escape\ndescription: Fills forms.\n---\nOpen it.");
        var refused = await cli.RunAsync("skills", "import", cli.PathOf("pdf-forms"), "--user", "ada");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("no name of a skill", refused.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(cli.PathOf("pdf-forms/SKILL.md"), "---\nname: pdf-forms\ndescription: Fills forms.\n---\nOpen it.");
        var imported = await cli.RunAsync("skills", "import", cli.PathOf("pdf-forms"), "--user", "ada");
        Assert.Contains("scripts/fill.py", imported.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.RunAsync("skills", "export", "pdf_forms", cli.PathOf("out"), "--user", "ada")).ExitCode);
        Assert.Contains("name: \"pdf-forms\"", await File.ReadAllTextAsync(cli.PathOf("out/pdf-forms/SKILL.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skills_ImportAndPublish_UnderAnotherName()
    {
        await ImportAsync();
        await cli.JsonAsync("skills", "learn", "--tools", cli.Write("tools.json", """[{"name":"find","read_only":true},{"name":"refund"}]"""), "--user", "ada");
        await cli.RunAsync("skills", "export", "find_then_refund", cli.PathOf("out"), "--user", "ada");
        var folder = Path.Combine(cli.PathOf("out"), "find-then-refund");

        foreach (var (name, says) in new[] { (null, "already"), ("find_then_refund", "already"), ("refund", "name of a tool"), ("../x", "no name of a skill") })
        {
            var refused = await cli.RunAsync(["skills", "import", folder, .. name is null ? Array.Empty<string>() : ["--name", name], "--user", "ada"]);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(says, Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
            Assert.Equal(says.StartsWith("no name", StringComparison.Ordinal), !refused.Error.Contains("--name NAME", StringComparison.Ordinal));
        }

        var imported = await cli.JsonAsync("skills", "import", folder, "--name", "refund-by-name", "--user", "ada");
        Assert.Equal(("refund_by_name", "candidate"), (imported.GetProperty("name").GetString(), imported.GetProperty("status").GetString()));

        await cli.JsonAsync("cubes", "create", "team", "--user", "ada");
        await cli.JsonAsync("skills", "publish", "refund_by_name", "team", "--user", "ada");
        var taken = await cli.RunAsync("skills", "publish", "find_then_refund", "team", "--name", "refund_by_name", "--user", "ada");
        Assert.Contains("--name NAME", Assert.Single(taken.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("name of a tool", (await cli.RunAsync("skills", "publish", "find_then_refund", "team", "--name", "find", "--user", "ada")).Error, StringComparison.Ordinal);
        var published = await cli.JsonAsync("skills", "publish", "find_then_refund", "team", "--name", "our_refund", "--user", "ada");

        // Published again it keeps the name that it has there, and takes another when it is given one.
        var again = await cli.JsonAsync("skills", "publish", "find_then_refund", "team", "--user", "ada");
        Assert.Equal((published.GetProperty("id").GetString(), "our_refund"), (again.GetProperty("id").GetString(), again.GetProperty("name").GetString()));
        Assert.Equal("team_refund", (await cli.JsonAsync("skills", "publish", "find_then_refund", "team", "--name", "team_refund", "--user", "ada")).GetProperty("name").GetString());
        Assert.Equal("retired", (await cli.JsonAsync("skills", "revoke", "team_refund", "team", "--user", "ada")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Skills_ShowOfAdvice_HasWhatDiffersFromRequestToRequest()
    {
        var lines = new List<string>();
        foreach (var (name, number) in new[] { ("Ada Quux", 7), ("Ben", 12), ("Carla", 9) })
        {
            string Line(int at, string role, string text) =>
                $$"""{"message_id":"{{name}}{{at}}","session_id":"{{name}}","role":"{{role}}","content":"{{text}}","timestamp":"2025-03-01T09:00:0{{at}}+00:00"}""";
            lines.Add(Line(1, "user", $"Please plan a birthday dinner for {name} with {number} guests"));
            lines.Add(Line(2, "assistant", "Set the long table with candles. Serve a soup before the roast."));
            lines.Add(Line(3, "user", "Thanks, that worked"));
        }

        await cli.JsonAsync("import", cli.Write("advice.jsonl", string.Join('\n', lines)), "--user", "ada");
        await cli.JsonAsync("tasks", "--user", "ada");
        var skill = Assert.Single((await cli.JsonAsync("skills", "list", "--user", "ada")).GetProperty("skills").EnumerateArray());
        Assert.Equal(["name", "number"], skill.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));

        var shown = (await cli.RunAsync("skills", "show", skill.GetProperty("name").GetString()!, "--user", "ada")).Out;
        Assert.Contains("Please plan a birthday dinner for {name} with {number} guests", shown, StringComparison.Ordinal);
        Assert.Contains("number: A number after “dinner for with” before “guests”. Example: 42", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Quux", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skills", "approve", "nothing", "--user", "ada")]
    [InlineData("skills", "import", "no-such-folder", "--user", "ada")]
    [InlineData("skills", "learn", "--tools", "no-such-file.json", "--user", "ada")]
    public async Task Skills_WhatIsNotThere_IsAOneLineError(params string[] args)
    {
        await ImportAsync();
        var result = await cli.RunAsync(args);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    private Task ImportAsync() => ImportAsync(1, 3);

    // Conversations of three days, in each of which an order is refunded.
    private async Task ImportAsync(int from, int to)
    {
        var lines = new List<string>();
        for (var i = from; i <= to; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            lines.Add($$$$"""{"message_id":"u{{{{n}}}}","session_id":"s{{{{n}}}}","role":"user","content":"Please refund Customer{{{{n}}}}","timestamp":"2025-03-0{{{{n}}}}T09:00:00+00:00"}""");
            lines.Add($$$$"""{"message_id":"a{{{{n}}}}","session_id":"s{{{{n}}}}","role":"assistant","content":"","timestamp":"2025-03-0{{{{n}}}}T09:00:01+00:00","tool_calls":[{"call_id":"x{{{{n}}}}","name":"find","arguments":{"name":"Customer{{{{n}}}}"}}]}""");
            lines.Add($$$$"""{"message_id":"b{{{{n}}}}","session_id":"s{{{{n}}}}","role":"tool","content":"","timestamp":"2025-03-0{{{{n}}}}T09:00:02+00:00","tool_result":{"call_id":"x{{{{n}}}}","result":{"order":"O-{{{{n}}}}"}}}""");
            lines.Add($$$$"""{"message_id":"c{{{{n}}}}","session_id":"s{{{{n}}}}","role":"assistant","content":"","timestamp":"2025-03-0{{{{n}}}}T09:00:03+00:00","tool_calls":[{"call_id":"y{{{{n}}}}","name":"refund","arguments":{"order":"O-{{{{n}}}}"}}]}""");
            lines.Add($$$$"""{"message_id":"d{{{{n}}}}","session_id":"s{{{{n}}}}","role":"tool","content":"","timestamp":"2025-03-0{{{{n}}}}T09:00:04+00:00","tool_result":{"call_id":"y{{{{n}}}}","result":{"ok":true}}}""");
            lines.Add($$$$"""{"message_id":"e{{{{n}}}}","session_id":"s{{{{n}}}}","role":"assistant","content":"Refunded.","timestamp":"2025-03-0{{{{n}}}}T09:00:05+00:00"}""");
            lines.Add($$$$"""{"message_id":"f{{{{n}}}}","session_id":"s{{{{n}}}}","role":"user","content":"Thanks, that worked","timestamp":"2025-03-0{{{{n}}}}T09:00:06+00:00"}""");
        }

        await cli.JsonAsync("import", cli.Write("talk.jsonl", string.Join('\n', lines)), "--user", "ada");
    }
}
