namespace MemOS.Cli.Tests.Benches;

public sealed class ReadingBenchTests
{
    [Fact]
    public async Task BenchReading_ShippedSuite_ReachesWhatTheRulesPromise()
    {
        using var runner = new CliRunner();

        var result = await runner.JsonAsync("bench", "reading");

        Assert.True(result.GetProperty("precision").GetDouble() >= 0.95, result.ToString());
        Assert.True(result.GetProperty("recall").GetDouble() >= 0.95, result.ToString());
        Assert.True(result.GetProperty("updates").GetDouble() >= 0.95, result.ToString());
        Assert.True(result.GetProperty("by_category").TryGetProperty("chinese", out _));
        Assert.True(result.GetProperty("records").GetInt32() > 100);
    }

    // Conversations that were written before the rules had seen their like; the floors lie a little under what they give today.
    [Theory]
    [InlineData("reading-holdout.json", 0.95, 0.93, 0.90)]
    [InlineData("reading-people.json", 0.97, 0.94, 0.85)]
    [InlineData("reading-talk.json", 0.97, 0.92, 0.95)]
    [InlineData("reading-changes.json", 0.97, 0.92, 0.90)]
    [InlineData("reading-days.json", 0.96, 0.92, 0.85)]
    [InlineData("reading-lives.json", 0.96, 0.93, 0.85)]
    [InlineData("reading-news.json", 0.96, 0.88, 0.83)]
    [InlineData("reading-turns.json", 0.98, 0.90, 0.85)]
    [InlineData("reading-chat.json", 0.96, 0.58, 0.25)]
    [InlineData("beside.json", 0.97, 0.92, 0.85)]
    [InlineData("reading-strangers.json", 0.95, 0.95, 0.90)]
    [InlineData("reading-strangers-2.json", 0.95, 0.92, 0.80)]
    [InlineData("reading-strangers-3.json", 0.95, 0.86, 0.90)]
    [InlineData("reading-strangers-4.json", 0.95, 0.86, 0.80)]
    [InlineData("reading-strangers-5.json", 0.95, 0.88, 0.80)]
    [InlineData("reading-strangers-6.json", 0.95, 0.95, 0.90)]
    [InlineData("reading-strangers-7.json", 0.95, 0.93, 0.85)]
    [InlineData("reading-strangers-8.json", 0.97, 0.83, 0.82)]
    [InlineData("reading-strangers-9.json", 0.95, 0.84, 0.87)]
    [InlineData("reading-strangers-10.json", 0.95, 0.9, 0.84)]
    [InlineData("reading-strangers-11.json", 0.97, 0.97, 0.95)]
    [InlineData("reading-strangers-12.json", 0.91, 0.87, 0.75)]
    [InlineData("reading-strangers-13.json", 0.96, 0.93, 0.95)]
    [InlineData("reading-strangers-14.json", 0.96, 0.91, 0.9)]
    [InlineData("reading-strangers-15.json", 0.95, 0.88, 0.85)]
    [InlineData("reading-strangers-16.json", 0.96, 0.92, 0.9)]
    [InlineData("reading-strangers-17.json", 0.97, 0.91, 0.82)]
    [InlineData("reading-strangers-18.json", 0.95, 0.86, 0.85)]
    [InlineData("reading-strangers-19.json", 0.97, 0.92, 0.86)]
    [InlineData("reading-strangers-20.json", 0.97, 0.93, 0.9)]
    [InlineData("reading-strangers-21.json", 0.96, 0.9, 0.9)]
    [InlineData("reading-strangers-22.json", 0.97, 0.89, 0.9)]
    [InlineData("reading-strangers-23.json", 0.96, 0.91, 0.83)]
    [InlineData("reading-strangers-24.json", 0.97, 0.92, 0.85)]
    [InlineData("reading-strangers-25.json", 0.96, 0.93, 0.9)]
    [InlineData("reading-strangers-26.json", 0.97, 0.92, 0.95)]
    [InlineData("reading-strangers-27.json", 0.97, 0.87, 0.9)]
    [InlineData("reading-strangers-28.json", 0.95, 0.94, 0.86)]
    [InlineData("reading-strangers-29.json", 0.94, 0.96, 0.95)]
    [InlineData("reading-updates.json", 0.95, 0.83, 0.75)]
    [InlineData("reading-updates-2.json", 0.95, 0.88, 0.84)]
    public async Task BenchReading_FurtherSuite_StaysAboveItsFloors(string suite, double precision, double recall, double updates)
    {
        using var runner = new CliRunner();

        var result = await runner.JsonAsync("bench", "reading", "--data", Path.Combine(AppContext.BaseDirectory, "suites", suite));

        Assert.True(result.GetProperty("precision").GetDouble() >= precision, result.ToString());
        Assert.True(result.GetProperty("recall").GetDouble() >= recall, result.ToString());
        Assert.True(result.GetProperty("updates").GetDouble() >= updates, result.ToString());
    }

    [Theory]
    [InlineData("{ no suite", "it is no JSON")]
    [InlineData("", "it is empty")]
    [InlineData("{}", "it holds an object where the array of conversations is expected")]
    [InlineData("[]", "it holds no conversation")]
    [InlineData("[7]", "conversation 1 is a number, not an object")]
    [InlineData("""[{"messages":[]}]""", "conversation 1 has no \"id\"")]
    [InlineData("""[{"id":"x"}]""", "conversation 1 (\"x\") has no \"messages\"")]
    [InlineData("""[{"id":"x","messages":"hi"}]""", "\"messages\" of conversation 1 (\"x\") is a string, not an array")]
    [InlineData("""[{"id":"x","messages":[]}]""", "conversation 1 (\"x\") has no message")]
    [InlineData("""[{"id":"x","messages":[{"role":"user","timestamp":"2026-03-01T09:00:00Z"}]}]""", "message 1 of conversation 1 (\"x\") has no \"content\"")]
    [InlineData("""[{"id":"x","messages":[{"role":"user","content":5,"timestamp":"2026-03-01T09:00:00Z"}]}]""", "\"content\" of message 1 of conversation 1 (\"x\") is a number, not a string")]
    [InlineData("""[{"id":"x","messages":[{"role":"user","content":"a","timestamp":"soon"}]}]""", "\"timestamp\" of message 1 of conversation 1 (\"x\") is \"soon\"")]
    [InlineData("""[{"id":"x","messages":[{"role":"user","content":"a","timestamp":"2026-03-01T09:00:00Z"}],"expected":[{"kind":"fact"}]}]""", "expected record 1 of conversation 1 (\"x\") has no \"contains\"")]
    [InlineData("""[{"id":"x","messages":[{"role":"user","content":"a","timestamp":"2026-03-01T09:00:00Z"}],"expected":[{"contains":["a"],"valid":"yes"}]}]""", "\"valid\" of expected record 1 of conversation 1 (\"x\") is a string, not true or false")]
    [InlineData("""[{"id":"x","messages":[{"role":"user","content":"a","timestamp":"2026-03-01T09:00:00Z"}],"forbidden":[{"contains":[1]}]}]""", "an entry of \"contains\" of forbidden record 1 of conversation 1 (\"x\") is a number, not a string")]
    public async Task BenchReading_BrokenFile_NamesTheConversationTheFieldAndTheFormat(string suite, string expected)
    {
        using var runner = new CliRunner();

        var result = await runner.RunAsync("bench", "reading", "--data", runner.Write("broken.json", suite));

        Assert.NotEqual(0, result.ExitCode);
        var line = Assert.Single(result.ErrorLines);
        Assert.Contains("broken.json is no reading suite: " + expected, line, StringComparison.Ordinal);
        Assert.Contains("A suite is a JSON array of conversations", line, StringComparison.Ordinal);
    }
}
