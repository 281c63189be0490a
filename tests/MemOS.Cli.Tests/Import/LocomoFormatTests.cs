using MemOS.Cli.Import;
using MemOS.Evidence;

namespace MemOS.Cli.Tests.Import;

public sealed class LocomoFormatTests
{
    private const string Sample = """
        [{"sample_id":"talk-1","conversation":{"speaker_a":"Ines","speaker_b":"Tom",
          "session_10":[{"speaker":"Tom","dia_id":"D10:1","text":"Late one."}],"session_10_date_time":"12:05 am on 1 January, 2025",
          "session_2":[{"speaker":"Ines","dia_id":"D2:1","text":"Look!","blip_caption":"a red kayak"},{"speaker":"Tom","dia_id":"D2:2","text":"","blip_caption":"a dog"}],
          "session_2_date_time":"3:07 pm on 14 August, 2024"},"qa":[]}]
        """;

    [Fact]
    public async Task ReadAsync_Sample_IsAUserWithSessionsInOrderOfTheirNumbers()
    {
        var (messages, problems) = await ReadAsync(Sample);
        Assert.Empty(problems);
        Assert.Equal(["D2:1", "D2:2", "D10:1"], messages.Select(message => message.Draft.ExternalId));
        Assert.Equal(["talk-1/session_2", "talk-1/session_2", "talk-1/session_10"], messages.Select(message => message.Session));
        Assert.All(messages, message => Assert.Equal(("talk-1", EvidenceRole.User), (message.Owner, message.Draft.Role)));
        Assert.Equal(["Ines", "Tom", "Tom"], messages.Select(message => message.Draft.Author));
    }

    [Fact]
    public async Task ReadAsync_Caption_BecomesASharedPhoto()
    {
        var (messages, _) = await ReadAsync(Sample);
        Assert.Equal("Look! [shared a photo: a red kayak]", messages[0].Draft.Text);
        Assert.Equal("[shared a photo: a dog]", messages[1].Draft.Text);
    }

    [Fact]
    public async Task ReadAsync_SessionTime_DatesItsMessages()
    {
        var (messages, _) = await ReadAsync(Sample);
        Assert.Equal(new DateTimeOffset(2024, 8, 14, 15, 7, 0, TimeSpan.Zero), messages[0].Draft.Time);
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 5, 0, TimeSpan.Zero), messages[2].Draft.Time);
    }

    [Fact]
    public async Task ReadAsync_BrokenPieces_AreReportedByPlaceAndTheRestIsRead()
    {
        var (messages, problems) = await ReadAsync("""
            [{"sample_id":"a","conversation":{"session_1":[{"speaker":"Ines"},{"speaker":"Ines","text":"Hi"}],"session_1_date_time":"1:00 pm on 2 May, 2024",
              "session_2":[{"speaker":"Ines","text":"Ho"}],"session_2_date_time":"whenever"}}, {"sample_id":"b"}]
            """);
        Assert.Equal("Hi", Assert.Single(messages).Draft.Text);
        Assert.Equal(["a session_1 turn 1", "a session_2", "sample 2"], problems.Select(problem => problem.Place));
    }

    private static Task<(List<ImportedMessage> Messages, List<ImportProblem> Problems)> ReadAsync(string text) => FormatReader.ReadAsync(TranscriptFormats.Locomo, text);
}
