using FsCheck;
using FsCheck.Fluent;
using MemOS.Recall.Words;

namespace MemOS.Tests.Recall.Words;

public class WordAnalyzerTests
{
    // Pairs of the algorithm's published vocabulary.
    [Theory]
    [InlineData("consistency", "consist")]
    [InlineData("knightly", "knight")]
    [InlineData("generously", "generous")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("operator", "oper")]
    [InlineData("hopefulness", "hope")]
    [InlineData("electrical", "electr")]
    [InlineData("revival", "reviv")]
    [InlineData("allowance", "allow")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("communication", "communic")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("roll", "roll")]
    [InlineData("sky", "sky")]
    public void Stem_PublishedVocabulary_GivesThePublishedStem(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("She went home", "go home")]
    [InlineData("the children's TEETH", "child tooth")]
    [InlineData("I don't know", "know")]
    [InlineData("café CAFÉ cafe\u0301", "cafe cafe cafe")]
    [InlineData("Straße Łódź İstanbul", "strass lodz istanbul")]
    [InlineData("ＦＵＬＬ－ｗｉｄｔｈ　ｂｌａｎｋ", "full width blank")]
    [InlineData("3.5 GB, 2023-05-07", "3 5 gb 2023 05 07")]
    public void Terms_Text_AreFoldedStemmedAndWithoutStopWords(string text, string terms) => Assert.Equal(terms.Split(' '), WordAnalyzer.Terms(text));

    [Fact]
    public void Terms_Chinese_AreCharactersAndPairs() => Assert.Equal(["我", "喜", "我喜", "欢", "喜欢", "茶", "欢茶"], WordAnalyzer.Terms("我喜欢茶"));

    [Fact]
    public void Analyze_Speaker_IsATermApartFromMentions()
    {
        var words = WordAnalyzer.Analyze("Ada called", "Ada");
        Assert.Contains("ada", words.Terms);
        Assert.Contains("@ada", words.Terms);
        Assert.Equal(2, words.Length);
    }

    [Fact]
    public void Terms_LongestWord_IsCutBeforeASurrogatePair()
    {
        var term = Assert.Single(WordAnalyzer.Terms(new string('x', 63) + "\U00010400\U00010400"));
        Assert.Equal(new string('x', 63), term);
    }

    [Fact]
    public void Terms_AnyText_HaveNoBlankAndAreTheSameForTheSameText() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var terms = WordAnalyzer.Terms(text ?? "");
        return terms.All(term => term.Length is > 0 and <= 64 && !term.Any(char.IsWhiteSpace)) && terms.SequenceEqual(WordAnalyzer.Terms(text ?? ""));
    }).QuickCheckThrowOnFailure();
}
