using MemOS.Recall.Lexicon;
using MemOS.Recall.Words;

namespace MemOS.Tests.Recall.Lexicon;

public sealed class TextSimilarityTests
{
    private static readonly string[] Facts =
    [
        "I am allergic to peanuts.", "My sister plays the violin in an orchestra.", "I ride my bicycle to the office.",
        "Our kitten scratches the sofa.", "I sleep badly before exams.", "I sold my shares last spring.",
    ];

    private readonly TextSimilarity _similarity = new(WordLexicon.Default);

    [Theory]
    [InlineData("Which snack could I bring?", 0)]
    [InlineData("Is there a good concert tonight?", 1)]
    [InlineData("How is my commute?", 2)]
    [InlineData("Which toys do cats like?", 3)]
    [InlineData("How do I invest money?", 5)]
    public void Compare_WithoutSharedWord_RanksTheKinFirst(string question, int expected)
    {
        var matches = Compare(question, Facts);
        Assert.Equal(expected, Array.IndexOf(matches, matches.MaxBy(match => match.Score)));
    }

    [Fact]
    public void Compare_QueryOfAnUnknownLanguage_FindsNothing() => Assert.All(Compare("Где поужинать в Токио?", [.. Facts, "Я вегетарианец"]), match => Assert.Equal(default, match));

    [Fact]
    public void Compare_UnknownWords_FindsNothing() => Assert.All(Compare("zzqx qqzx", Facts), match => Assert.Equal(default, match));

    [Fact]
    public void Compare_NoCandidates_IsEmpty() => Assert.Empty(Compare("hotel", []));

    [Fact]
    public void Compare_EmptyCandidate_IsNoMatch()
    {
        var matches = Compare("a hotel in Rome", ["a motel in Naples", "", "她住在北京"]);
        Assert.True(matches[0].Score > matches[1].Score);
        Assert.Equal((0f, 0f, 0f), (matches[1].Asked, matches[1].Told, matches[1].Meaning));
        Assert.Equal(matches[1], matches[2]);
    }

    [Fact]
    public void Compare_SharedName_CountsThoughUnknown()
    {
        var matches = Compare("a walk with Zzqx", ["Zzqx called", "Qqzx called"]);
        Assert.True(matches[0].Asked > matches[1].Asked);
        Assert.True(matches[0].Told > matches[1].Told);
    }

    [Fact]
    public void Compare_ManyCandidates_KeepsScoresFinite()
    {
        var matches = Compare("What should I cook for dinner?", [.. Enumerable.Range(0, 300).Select(i => Facts[i % Facts.Length])]);
        Assert.All(matches, match => Assert.True(float.IsFinite(match.Score)));
        Assert.Equal(0, Array.IndexOf(matches, matches.MaxBy(match => match.Score)) % Facts.Length);
    }

    [Fact]
    public void Profile_OfSpeakerTerm_LeavesItOut() =>
        Assert.Empty(_similarity.Profile([WordAnalyzer.SpeakerMark + "ada"]).Terms.ToArray());

    private TextMatch[] Compare(string question, string[] candidates) =>
        _similarity.Compare(WordAnalyzer.Analyze(question).Terms, [.. candidates.Select(text => WordAnalyzer.Analyze(text).Terms)]);
}
