using MemOS.Recall.Query;

namespace MemOS.Tests.Recall.Query;

public sealed class PersonalQuestionTests
{
    [Theory]
    [InlineData("Where do I live now?")]
    [InlineData("What language does my project use?")]
    [InlineData("When is my sister's wedding?")]
    [InlineData("Did we book the train?")]
    [InlineData("我住在哪里？")]
    public void AsksAboutAsker_OnQuestionOfOnesOwnLife_IsTrue(string text) => Assert.True(QuestionWords.AsksAboutAsker(text));

    [Theory]
    [InlineData("What rhymes with pumpkin?")]
    [InlineData("Where should I eat tonight?")]
    [InlineData("I live in Bern.")]
    [InlineData("Fix my code: what does `return` do?\nint x = 1;")]
    public void AsksAboutAsker_OnAnythingElse_IsFalse(string text) => Assert.False(QuestionWords.AsksAboutAsker(text));
}
