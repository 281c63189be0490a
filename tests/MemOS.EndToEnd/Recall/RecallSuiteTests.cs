namespace MemOS.EndToEnd.Recall;

/// <summary>Recall with rules alone on the repository's own conversations. The floors stand a little below what was measured.</summary>
public class RecallSuiteTests(RecallSuite suite) : IClassFixture<RecallSuite>
{
    private const int LeastQuestions = 60;

    [Theory]
    [InlineData("en", "recall/250", 0.92)]
    [InlineData("en", "recall/500", 0.95)]
    [InlineData("en", "recall/1000", 0.95)]
    [InlineData("en", "words", 0.92)]
    [InlineData("en", "time", 0.80)]
    [InlineData("en", "preference", 0.95)]
    [InlineData("en", "passed", 0.95)]
    [InlineData("en", "closed", 0.95)]
    [InlineData("zh", "recall/250", 0.93)]
    [InlineData("zh", "recall/500", 0.98)]
    [InlineData("zh", "recall/1000", 0.98)]
    [InlineData("zh", "words", 0.98)]
    [InlineData("zh", "time", 0.95)]
    [InlineData("zh", "preference", 0.95)]
    [InlineData("zh", "passed", 0.90)]
    [InlineData("zh", "closed", 0.95)]
    public void Search_Suite_StaysAboveItsFloor(string language, string measure, double floor)
    {
        var tally = suite[language, measure];
        Assert.True(tally.Count > 0 && tally.Share >= floor, $"{language} {measure} is {tally}");
    }

    [Fact]
    public void Suite_Questions_AreManyAndNameTheirEvidence()
    {
        Assert.InRange(suite.Conversations.Sum(conversation => conversation.Questions.Count), LeastQuestions, int.MaxValue);
        foreach (var conversation in suite.Conversations)
        {
            var known = conversation.Messages.Select(message => message.MessageId).ToHashSet();
            Assert.All(conversation.Questions, question =>
            {
                Assert.Equal(question.Nothing, question.Gold.Count == 0);
                Assert.True(known.IsSupersetOf(question.Gold), question.Question);
            });
        }
    }
}
