using MemOS.Cli.Import;
using MemOS.Evidence;

namespace MemOS.Cli.Tests.Import;

public sealed class TranscriptFormatTests
{
    [Fact]
    public async Task ReadAsync_PastedLines_BecomeMessagesOfTheirSpeakers()
    {
        var (messages, problems) = await ReadAsync("""
            Ada: I moved to Bern.
            It is quiet here.
            Assistant: How nice! See https://example.org: it lists cafés.
            **Zoë van Dam:** And me?
            """);
        Assert.Empty(problems);
        Assert.Equal(["Ada", null, "Zoë van Dam"], messages.Select(message => message.Draft.Author));
        Assert.Equal("I moved to Bern.\nIt is quiet here.", messages[0].Draft.Text);
        Assert.Equal([EvidenceRole.User, EvidenceRole.Assistant, EvidenceRole.User], messages.Select(message => message.Draft.Role));
    }

    [Fact]
    public async Task ReadAsync_DateLine_DatesWhatFollowsAndStartsASession()
    {
        var (messages, _) = await ReadAsync("""
            # 3 March 2026
            [09:15] Ada: Good morning.
            --- 2026-03-05 ---
            Ada (18:40): Good evening.
            """);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 15, 0, TimeSpan.Zero), messages[0].Draft.Time);
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 18, 40, 0, TimeSpan.Zero), messages[1].Draft.Time);
        Assert.Equal(["file/2026-03-03", "file/2026-03-05"], messages.Select(message => message.Session));
    }

    [Fact]
    public async Task ReadAsync_LinesBeforeAnySpeaker_AreReported()
    {
        var (messages, problems) = await ReadAsync("lorem ipsum\nAda: Hi");
        Assert.Single(messages);
        Assert.Equal("line 1", Assert.Single(problems).Place);
    }

    [Fact]
    public async Task ReadAsync_UrlOrClockInAMessage_StartsNoNewOne()
    {
        var (messages, _) = await ReadAsync("Ada: first\nhttps://example.org/a\n12:30 is fine");
        Assert.Equal("first\nhttps://example.org/a\n12:30 is fine", Assert.Single(messages).Draft.Text);
    }

    [Fact]
    public async Task ReadAsync_PastedLogAndHeadings_StayInTheirMessage()
    {
        var (messages, _) = await ReadAsync("""
            Ada: What is this?
            compile: 2.2 s
              Expected: 1
            Error: no such file
            Note: it is old.
            Bo: A log.
            """);
        Assert.Equal(["Ada", "Bo"], messages.Select(message => message.Draft.Author));
        Assert.EndsWith("Note: it is old.", messages[0].Draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NamesWithoutCapitals_AreNamesWhenAllAre()
    {
        var (messages, _) = await ReadAsync("ada: hi\nbo: hello");
        Assert.Equal(["ada", "bo"], messages.Select(message => message.Draft.Author));
    }

    private static Task<(List<ImportedMessage> Messages, List<ImportProblem> Problems)> ReadAsync(string text) => FormatReader.ReadAsync(TranscriptFormats.Text, text);
}
