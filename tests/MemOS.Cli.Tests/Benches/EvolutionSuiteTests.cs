using System.Text.Json.Nodes;

namespace MemOS.Cli.Tests.Benches;

/// <summary>What the evolution bench says of a file that is no suite, or an odd one.</summary>
public sealed class EvolutionSuiteTests
{
    private const string Whole = """
        [{"id":"s","tools":[{"name":"a","schema":{"type":"object"}}],"messages":[
          {"message_id":"m1","session_id":"x","role":"user","content":"do 5","timestamp":"2026-01-01T10:00:00+00:00"},
          {"message_id":"m2","session_id":"x","role":"assistant","content":"","timestamp":"2026-01-01T10:00:01Z","tool_calls":[{"call_id":"c","name":"a","arguments":{"n":5}}]},
          {"message_id":"m3","session_id":"x","role":"tool","content":"","timestamp":"2026-01-01T10:00:02Z","tool_result":{"call_id":"c","result":1}},
          {"message_id":"m4","session_id":"x","role":"user","content":"thanks","timestamp":"2026-01-01T10:00:03Z"}],
          "tasks":[{"first_message":"m1","last_message":"m4","goal":"g","outcome":"success"}],
          "skills":[{"tasks":[0],"plan":["a"],"parameters":[{"name":"n","json_type":"integer","values":[5]}]}]}]
        """;

    [Theory]
    [InlineData("/id", "null", "stream 1 has no \"id\"")]
    [InlineData("/messages", "null", "stream 1 (\"s\") has no \"messages\"")]
    [InlineData("/messages/0", "null", "message 1 of stream 1 (\"s\") is null, not an object")]
    [InlineData("/messages/0/message_id", "null", "message 1 of stream 1 (\"s\") has no \"message_id\"")]
    [InlineData("/messages/1/message_id", "\"m1\"", "stream 1 (\"s\") has the message_id \"m1\" twice")]
    [InlineData("/messages/0/role", "\"robot\"", "message 1 of stream 1 (\"s\") has the role \"robot\"")]
    [InlineData("/messages/0/timestamp", "\"soon\"", "\"timestamp\" of message 1 of stream 1 (\"s\") is \"soon\"")]
    [InlineData("/messages/0/content", "5", "\"content\" of message 1 of stream 1 (\"s\") is a number, not a string")]
    [InlineData("/messages/1/tool_calls/0", "null", "call 1 of message 2 of stream 1 (\"s\") is null, not an object")]
    [InlineData("/messages/1/tool_calls/0/name", "null", "call 1 of message 2 of stream 1 (\"s\") has no \"name\"")]
    [InlineData("/messages/1/tool_calls/0/arguments", "{\"n\":\"\\ud800\"}", "\"arguments\" of call 1 of message 2 of stream 1 (\"s\") holds half of a surrogate pair")]
    [InlineData("/tools/0", "null", "tool 1 of stream 1 (\"s\") is null, not an object")]
    [InlineData("/tools/0/read_only", "\"yes\"", "\"read_only\" of tool 1 of stream 1 (\"s\") is a string, not true or false")]
    [InlineData("/tasks/0/first_message", "\"m9\"", "\"first_message\" of task 1 of stream 1 (\"s\") is \"m9\", which is no message of the stream")]
    [InlineData("/tasks/0/outcome", "null", "task 1 of stream 1 (\"s\") has no \"outcome\"")]
    [InlineData("/skills/0/tasks", "[7]", "\"tasks\" of skill 1 of stream 1 (\"s\") holds 7; the stream has 1 tasks")]
    [InlineData("/skills/0/plan", "[null]", "an entry of \"plan\" of skill 1 of stream 1 (\"s\") is null, not a string")]
    [InlineData("/skills/0/parameters/0/values", "null", "parameter 1 of skill 1 of stream 1 (\"s\") has no \"values\"")]
    public async Task BenchEvolution_BrokenFile_NamesTheStreamTheFieldAndTheFormat(string place, string value, string expected)
    {
        using var runner = new CliRunner();
        var result = await runner.RunAsync("bench", "evolution", "--data", runner.Write("broken.json", With(place, value)));
        Assert.Equal(2, result.ExitCode);
        var line = Assert.Single(result.ErrorLines);
        Assert.Contains("broken.json is not a suite: " + expected, line, StringComparison.Ordinal);
        Assert.Contains("A suite is a JSON array of streams", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tasks/0/outcome", "\"ok\"", "task 1 of the stream \"s\" has the outcome \"ok\"")]
    [InlineData("/messages/3/session_id", "\"y\"", "task 1 of the stream \"s\" lies in two sessions")]
    [InlineData("/tasks/0/last_message", "\"m1\"", null)]
    [InlineData("/tasks/1", """{"first_message":"m2","last_message":"m3","outcome":"success"}""", "task 2 of the stream \"s\" overlaps another task")]
    [InlineData("/skills/0/parameters/0/values", "[]", "a parameter of skill 1 of the stream \"s\" has 0 values for 1 tasks")]
    [InlineData("/skills/0/plan", "[\"b\"]", "skill 1 of the stream \"s\" calls \"b\"")]
    [InlineData("/messages/0/timestamp", "\"2026-01-01T10:00:00\"", "\"timestamp\" of message 1 of stream 1 (\"s\") is \"2026-01-01T10:00:00\", which has no offset")]
    [InlineData("/messages/1/tool_calls/0/arguments", "\"{}\"", "\"arguments\" of call 1 of message 2 of stream 1 (\"s\") are no object")]
    public async Task BenchEvolution_OddFile_IsScoredAndSaysWhatIsOdd(string place, string value, string? expected)
    {
        using var runner = new CliRunner();
        var result = await runner.JsonAsync("bench", "evolution", "--data", runner.Write("odd.json", With(place, value)));
        Assert.Equal(1, result.GetProperty("streams").GetInt32());
        var warnings = result.TryGetProperty("warnings", out var list) ? list.EnumerateArray().Select(item => item.GetString()!).ToList() : [];
        Assert.Equal(expected is null ? 0 : 1, warnings.Count);
        Assert.All(warnings, warning => Assert.StartsWith(expected!, warning, StringComparison.Ordinal));
    }

    // The suite with another value at a place of its only stream.
    private static string With(string place, string value)
    {
        var suite = JsonNode.Parse(Whole)!;
        var parts = place.Split('/')[1..];
        var holder = parts[..^1].Aggregate(suite[0]!, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        const string Mark = "\"here\"";
        if (holder is JsonArray list)
        {
            var index = int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture);
            if (index < list.Count)
            {
                list[index] = "here";
            }
            else
            {
                list.Add("here");
            }
        }
        else
        {
            holder[parts[^1]] = "here";
        }

        return suite.ToJsonString().Replace(Mark, value, StringComparison.Ordinal);
    }
}
