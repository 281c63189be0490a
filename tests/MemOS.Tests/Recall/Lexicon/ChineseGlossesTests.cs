using MemOS.Recall.Lexicon;
using MemOS.Recall.Words;

namespace MemOS.Tests.Recall.Lexicon;

public sealed class ChineseGlossesTests
{
    [Theory]
    [InlineData("有什么好餐厅推荐吗?", "我不吃海鲜。", "我喜欢古典音乐。")]
    [InlineData("我想买一双新鞋,怎么选?", "I never wear leather.", "I love jazz.")]
    [InlineData("Which film should I watch tonight?", "我不敢看恐怖片。", "我对花生过敏。")]
    public void Compare_AcrossLanguages_FindsTheNearerTopic(string question, string near, string far)
    {
        var matches = new TextSimilarity(WordLexicon.Default).Compare(WordAnalyzer.Terms(question), [WordAnalyzer.Terms(near), WordAnalyzer.Terms(far)]);

        Assert.True(matches[0].Score > matches[1].Score, $"{matches[0]} {matches[1]}");
    }

    [Fact]
    public void Of_AWordThatIsNotListed_IsNone() => Assert.Empty(ChineseGlosses.Of("龘"));

    [Theory]
    [InlineData("音乐")]
    [InlineData("茶")]
    [InlineData("宠物")]
    public void Of_AnEverydayWord_IsKnownToTheLexicon(string word)
    {
        Assert.NotEmpty(ChineseGlosses.Of(word));
        Assert.All(ChineseGlosses.Of(word), gloss => Assert.True(WordLexicon.Default.IndexOf(gloss) >= 0, gloss));
    }
}
