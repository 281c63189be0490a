using FsCheck;
using FsCheck.Fluent;
using MemOS.Reading;

namespace MemOS.Tests.Reading;

public sealed class RuleMemReaderProperties
{
    private static readonly string[] Pieces =
    [
        "I", "my", "sister", "we", "moved", "to", "Oslo", "and", "but", ",", ".", "?", "!", "\n", "\"", "'", "```", "not", "no", "it's", "Thursday", "option 2", "love", "if", "was", "going", "yesterday", "是", "我", "喜欢", "，", "不是", "(", ")", "[shared a photo: ",
        "]", "\ud800", "\u0000", "🙄", "1.", "2)", "never", "always", "please", "call me", "Ada", "'s", "$500", "10:30", "http://x.y", "…", "–", "%", "a", "the", "who", "is", "been", "would", "have", "Tom", "and I", "instead", "actually", "I meant",
    ];

    [Fact]
    public void ReadAsync_AnyTalk_HoldsItsPromises()
    {
        var lines = Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Join(' ', pieces));
        Prop.ForAll(lines.Two().ToArbitrary(), pair =>
        {
            var items = ReadingTalk.Items("assistant: " + pair.Item1, "user: " + pair.Item1, "Ada: " + pair.Item2, "user: " + pair.Item2);
            var ids = items.Select(item => item.Id).ToHashSet();
            foreach (var record in ReadingTalk.Read(new RuleMemReader(), items))
            {
                Assert.False(string.IsNullOrWhiteSpace(record.Text));
                Assert.False(string.IsNullOrWhiteSpace(record.Subject));
                Assert.NotEmpty(record.Sources);
                Assert.Subset(ids, record.Sources.ToHashSet());
                Assert.NotEqual(items[0].Id, record.Sources[0]);
                Assert.InRange(record.Confidence, 0, 1);
            }
        }).QuickCheckThrowOnFailure();
    }

    // Found by the property above: few words and many marks.
    [Theory]
    [InlineData("no I , , , , , ,")]
    [InlineData("is been \" \" \" \" \"")]
    [InlineData(", \" please")]
    [InlineData("– – please")]
    public void ReadAsync_FewWordsAmongMarks_TellsNothing(string said) => Assert.Empty(ReadingTalk.Read("user: " + said));

    [Theory]
    [InlineData("I and ")]
    [InlineData("my the , ")]
    [InlineData("'a ")]
    [InlineData("“")]
    [InlineData("(")]
    [InlineData("no, it's not ")]
    [InlineData("1. a ")]
    [InlineData("我喜欢，")]
    public void ReadAsync_HugeMessage_IsReadUpToTheCap(string piece)
    {
        var huge = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var capped = huge[..RuleMemReader.LongestText];

        Assert.Equal(ReadingTalk.Read("user: " + capped).Select(record => record.Text), ReadingTalk.Read("user: " + huge).Select(record => record.Text));
    }
}
