using MemOS.Cli.Import;
using MemOS.Evidence;

namespace MemOS.Cli.Tests.Import;

public sealed class JsonlFormatTests
{
    [Fact]
    public async Task ReadAsync_FullLine_KeepsEveryField()
    {
        var (messages, problems) = await ReadAsync("""{"session_id":"s1","message_id":"m1","role":"assistant","name":"Bo","content":"Hello","timestamp":"2026-02-03T04:05:06+02:00"}""");
        Assert.Empty(problems);
        var message = Assert.Single(messages);
        Assert.Equal("s1", message.Session);
        Assert.Equal("m1", message.Draft.ExternalId);
        Assert.Equal(EvidenceRole.Assistant, message.Draft.Role);
        Assert.Equal("Bo", message.Draft.Author);
        Assert.Equal("Hello", message.Draft.Text);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)), message.Draft.Time);
        Assert.Equal(TimeSpan.FromHours(2), message.Draft.Time.Offset);
    }

    [Theory]
    [InlineData("{\"role\":\"user\",\"content\":", "JSON")]
    [InlineData("[1,2]", "object")]
    [InlineData("{\"role\":\"wizard\",\"content\":\"x\"}", "wizard")]
    [InlineData("{\"role\":\"user\"}", "content")]
    [InlineData("{\"role\":\"user\",\"content\":\"\"}", "content")]
    [InlineData("{\"role\":\"user\",\"content\":\"x\",\"timestamp\":\"soon\"}", "timestamp")]
    [InlineData("{\"role\":\"user\",\"content\":\"x\",\"timestamp\":1e300}", "timestamp")]
    [InlineData("{\"role\":\"user\",\"content\":\"\\ud800\"}", "content")]
    public async Task ReadAsync_BrokenLine_IsReportedWithItsNumberAndTheRestIsRead(string line, string reason)
    {
        var (messages, problems) = await ReadAsync($$"""
            {"role":"user","content":"first"}

            {{line}}
            {"role":"user","content":"last"}
            """);
        Assert.Equal(["first", "last"], messages.Select(message => message.Draft.Text));
        var problem = Assert.Single(problems);
        Assert.Equal("line 3", problem.Place);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_MissingFields_GetTheFilesSessionAndTime()
    {
        var (messages, _) = await ReadAsync("""{"content":"Hi"}""");
        Assert.Equal("file", messages[0].Session);
        Assert.Equal(FormatReader.DefaultTime, messages[0].Draft.Time);
        Assert.Equal(EvidenceRole.User, messages[0].Draft.Role);
        Assert.StartsWith("~", messages[0].Draft.ExternalId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_EqualMessagesWithoutIds_GetIdsOfTheirOwnThatAFilesGrowthKeeps()
    {
        const string Twice = "{\"content\":\"yes\"}\n{\"content\":\"yes\"}\n";
        var (before, _) = await ReadAsync(Twice);
        var (after, _) = await ReadAsync(Twice + "{\"content\":\"no\"}\n{\"content\":\"yes\"}\n");
        Assert.Equal(4, after.Select(message => message.Draft.ExternalId).Distinct().Count());
        Assert.Equal(before.Select(message => message.Draft.ExternalId), after.Take(2).Select(message => message.Draft.ExternalId));
    }

    [Theory]
    [InlineData("1700000000", 1700000000)]
    [InlineData("1700000000.5", 1700000000)]
    [InlineData("1700000000000", 1700000000)]
    public async Task ReadAsync_NumericTimestamp_IsSecondsOrMilliseconds(string stamp, long seconds)
    {
        var (messages, _) = await ReadAsync($$"""{"content":"Hi","timestamp":{{stamp}}}""");
        Assert.Equal(seconds, messages[0].Draft.Time.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task ReadAsync_ConversationALine_IsASessionALine()
    {
        var (messages, _) = await ReadAsync("""
            {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}
            {"messages":[{"role":"user","content":"c"}]}
            """);
        Assert.Equal(["file/line-1", "file/line-1", "file/line-2"], messages.Select(message => message.Session));
    }

    private static Task<(List<ImportedMessage> Messages, List<ImportProblem> Problems)> ReadAsync(string text) => FormatReader.ReadAsync(TranscriptFormats.Jsonl, text);
}
