using MemOS.Evidence;
using MemOS.Recall;
using MemOS.Recall.Packing;
using MemOS.Tokens;

namespace MemOS.Tests.Recall;

public sealed class DocumentNotesTests
{
    private static readonly EstimatingTokenCounter Counter = new();

    [Fact]
    public void Notes_OfTwoEqualDocuments_DoNotMakeThemDiffer()
    {
        var worked = Document("I moved to York yesterday. It is quiet.");
        var fresh = worked with { };
        Assert.NotEmpty(worked.Notes.Terms);

        Assert.Equal(worked, fresh);
        Assert.Equal(worked.GetHashCode(), fresh.GetHashCode());
        Assert.DoesNotContain("Notes", worked.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_OfACopyWithAnotherText_AreNotThoseOfTheFirst()
    {
        var first = Document("I moved to York.");
        Assert.Contains("york", first.Notes.Terms);

        var second = first with { Text = "I moved to Hull." };

        Assert.DoesNotContain("york", second.Notes.Terms);
        Assert.Contains("hull", second.Notes.Terms);
    }

    [Theory]
    [InlineData("zeppelin", 20)]
    [InlineData("york", 20)]
    [InlineData("york", 1000)]
    [InlineData("harbour", 8)]
    public void Trim_SameMessageForManyQuestions_IsAsForTheFirst(string asked, int most)
    {
        const string text = "Wow, great! I moved to York yesterday. Did you see the zeppelin? The harbour was full of people who waited for it. Thanks!";
        var used = Document(text);
        foreach (var other in new[] { "see", "peopl", "wait", "full", "wow", "thank" })
        {
            new SentenceTrimmer(Counter, new HashSet<string> { other }).Trim(used.Notes, 30);
        }

        var again = new SentenceTrimmer(Counter, new HashSet<string> { asked }).Trim(used.Notes, most);

        var first = new SentenceTrimmer(Counter, new HashSet<string> { asked }).Trim(Document(text).Notes, most);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Timed.Text, again.Timed.Text);
        Assert.Equal(Counter.Count(again.LineOf("Ada")), again.TokensOfLine(Counter, "Ada"));
    }

    [Fact]
    public void Trim_MessageOfMoreSentencesThanBits_KeepsThoseThatAreAskedFor()
    {
        var text = string.Join(' ', Enumerable.Range(0, 90).Select(static i => $"The plain number {i} was told in the hall.")) + " The zeppelin rose at dawn over it.";

        var kept = new SentenceTrimmer(Counter, new HashSet<string> { "zeppelin" }).Trim(Document(text).Notes, 20);

        Assert.Equal("The zeppelin rose at dawn over it.", kept.Text);
    }

    [Fact]
    public void TokensOf_AnotherCounter_IsCountedAnew()
    {
        var excerpt = new SentenceTrimmer(Counter, new HashSet<string>()).Trim(Document("I moved to York. It is very quiet there.").Notes, 100);
        Assert.Equal(Counter.Count(excerpt.Text), excerpt.TokensOf(Counter));

        Assert.Equal(excerpt.Text.Length, excerpt.TokensOf(new CharacterCounter()));
    }

    private static RecallDocument Document(string text) => new()
    {
        Id = 1,
        Text = text,
        Length = 1,
        Session = 1,
        Position = 0,
        Time = new(2024, 5, 1, 10, 0, 0, TimeSpan.Zero),
        Role = EvidenceRole.User,
        Sources = [1],
    };

    private sealed class CharacterCounter : ITokenCounter
    {
        public int Count(ReadOnlySpan<char> text) => text.Length;
    }
}
