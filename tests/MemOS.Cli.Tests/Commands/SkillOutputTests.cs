using System.Text.Json;

namespace MemOS.Cli.Tests.Commands;

/// <summary>What the commands of skills print: data in one form, reasons that read well, and names that are wrong.</summary>
public sealed class SkillOutputTests : IDisposable
{
    private readonly CliRunner cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task RunAndDryRun_Json_IsSnakeCaseThroughout()
    {
        await LearnAsync();
        var dry = await cli.JsonAsync("skills", "dry-run", "find_then_refund", """{"name":"Customer7"}""", "--user", "ada");
        Assert.Equal("find_then_refund", dry.GetProperty("skill").GetString());
        var calls = dry.GetProperty("calls");
        Assert.Equal("Customer7", calls[0].GetProperty("arguments").GetProperty("name").GetString());
        Assert.Equal("/order", calls[1].GetProperty("waiting")[0].GetString());

        var tools = cli.Write("programs.json", """[{"name":"find","read_only":true,"command":["/bin/echo","{\"order\":\"O-77\"}"]},{"name":"refund","command":["/bin/false"]}]""");
        var run = await cli.RunAsync("skills", "run", "find_then_refund", """{"name":"Customer7"}""", "--tools", tools, "--yes", "--user", "ada", "--json");
        Assert.Equal("failed", run.Json.GetProperty("status").GetString());
        Assert.Equal("refund", run.Json.GetProperty("not_done")[0].GetString());
        Assert.Equal("O-77", run.Json.GetProperty("done")[0].GetProperty("result").GetProperty("order").GetString());
        Assert.All(NamesOf(dry).Concat(NamesOf(run.Json)), name => Assert.DoesNotContain(name, char.IsUpper));
    }

    [Theory]
    [InlineData("asks the wrong person", "asks the wrong person.")]
    [InlineData("asks the wrong person.", "asks the wrong person.")]
    [InlineData("why ask?", "why ask?")]
    public async Task Approve_OfARejectedSuggestion_SaysWhyThePersonRejectedIt(string reason, string shown)
    {
        await LearnAsync(to: 2);
        await cli.JsonAsync("skills", "reject", "find_then_refund", reason, "--user", "ada");
        var refused = await cli.RunAsync("skills", "approve", "find_then_refund", "--user", "ada");
        Assert.Equal(1, refused.ExitCode);
        Assert.EndsWith($" {shown}", Assert.Single(refused.ErrorLines).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reject_WithBlanks_NamesTheArgumentAndNothingMore()
    {
        await LearnAsync();
        var refused = await cli.RunAsync("skills", "reject", "find_then_refund", " ", "--user", "ada");
        Assert.EndsWith("as its REASON.", Assert.Single(refused.ErrorLines).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_Again_SaysThatNothingWasPublishedAnyMore()
    {
        await LearnAsync();
        await cli.JsonAsync("cubes", "create", "team", "--user", "ada");
        await cli.JsonAsync("skills", "publish", "find_then_refund", "team", "--user", "ada");
        var first = await cli.RunAsync("skills", "revoke", "find_then_refund", "team", "--user", "ada");
        Assert.DoesNotContain("any more", first.Error, StringComparison.Ordinal);
        var second = await cli.RunAsync("skills", "revoke", "find_then_refund", "team", "--user", "ada");
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("Nothing was published any more", second.Error, StringComparison.Ordinal);

        await cli.JsonAsync("skills", "publish", "find_then_refund", "team", "--user", "ada");
        Assert.DoesNotContain("any more", (await cli.RunAsync("skills", "revoke", "find_then_refund", "team", "--user", "ada")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("find_then_refund", "nosuch", false, true)]
    [InlineData("nothing", "team", true, false)]
    [InlineData("nothing", "nosuch", true, true)]
    public async Task Publish_WithWrongNames_NamesWhatIsWrong(string skill, string cube, bool isSkillWrong, bool isCubeWrong)
    {
        await LearnAsync();
        await cli.JsonAsync("cubes", "create", "team", "--user", "ada");
        var refused = await cli.RunAsync("skills", "publish", skill, cube, "--user", "ada");
        Assert.Equal(1, refused.ExitCode);
        var line = Assert.Single(refused.ErrorLines);
        Assert.Equal(isSkillWrong, line.Contains("no skill 'nothing'", StringComparison.Ordinal));
        Assert.Equal(isCubeWrong, line.Contains("no cube \"nosuch\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_OfAKnownName_AsksOnceForAnother()
    {
        await LearnAsync();
        await cli.JsonAsync("skills", "export", "find_then_refund", cli.PathOf("out"), "--user", "ada");
        var refused = await cli.RunAsync("skills", "import", Path.Combine(cli.PathOf("out"), "find-then-refund"), "--user", "ada");
        Assert.Equal(2, Assert.Single(refused.ErrorLines).Split(" name").Length);
    }

    [Fact]
    public async Task Tasks_WithToolsThatNothingIsKnownOf_SaySoUntilTheyAreKnown()
    {
        await ImportAsync(3);
        var before = await cli.RunAsync("tasks", "--user", "ada");
        Assert.Contains("memos skills learn --tools FILE --user ada", Assert.Single(before.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("find, refund", before.Error, StringComparison.Ordinal);
        await cli.JsonAsync("skills", "learn", "--tools", cli.Write("tools.json", Tools), "--user", "ada");
        Assert.Empty((await cli.RunAsync("tasks", "--user", "ada")).Error);
    }

    private const string Tools = """[{"name":"find","read_only":true},{"name":"refund"}]""";

    // The names of the shape; what lies below arguments and results is the tools' own.
    private static IEnumerable<string> NamesOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name is "arguments" or "result" ? [member.Name] : NamesOf(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NamesOf),
        _ => [],
    };

    private async Task LearnAsync(int to = 3)
    {
        await ImportAsync(to);
        await cli.JsonAsync("skills", "learn", "--tools", cli.Write("tools.json", Tools), "--user", "ada");
    }

    // Conversations of as many days, in each of which an order is refunded.
    private async Task ImportAsync(int days)
    {
        var lines = new List<string>();
        for (var day = 1; day <= days; day++)
        {
            void Add(string role, string text, string more = "") => lines.Add(
                $$"""{"message_id":"m{{lines.Count}}","session_id":"s{{day}}","role":"{{role}}","content":"{{text}}","timestamp":"2025-03-0{{day}}T09:00:{{lines.Count:00}}+00:00"{{more}}}""");
            Add("user", $"Please refund Customer{day}");
            Add("assistant", "", $$$""","tool_calls":[{"call_id":"x","name":"find","arguments":{"name":"Customer{{{day}}}"}}]""");
            Add("tool", "", $$$""","tool_result":{"call_id":"x","result":{"order":"O-{{{day}}}"}}""");
            Add("assistant", "", $$$""","tool_calls":[{"call_id":"y","name":"refund","arguments":{"order":"O-{{{day}}}"}}]""");
            Add("tool", "", ""","tool_result":{"call_id":"y","result":{"ok":true}}""");
            Add("assistant", "Refunded.");
            Add("user", "Thanks, that worked");
        }

        await cli.JsonAsync("import", cli.Write("talk.jsonl", string.Join('\n', lines)), "--user", "ada");
    }
}
