using MemOS.Recall.Query;

namespace MemOS.Tests.Recall.Query;

public sealed class WantedAnswerTests
{
    [Theory]
    [InlineData("How many cats does she have?", WantedAnswer.Number)]
    [InlineData("Where did Ann go in June?", WantedAnswer.Place)]
    [InlineData("In which city, and how often?", WantedAnswer.Number | WantedAnswer.Place)]
    [InlineData("Why did he leave?", WantedAnswer.Reason)]
    [InlineData("他为什么搬家？", WantedAnswer.Reason)]
    [InlineData("她住在哪里？", WantedAnswer.Place)]
    [InlineData("How did it go?", WantedAnswer.None)]
    [InlineData("What does Ann like?", WantedAnswer.None)]
    public void Wants_OnAQuestion_TellsTheFormOfItsAnswer(string text, object wanted) => Assert.Equal(wanted, QuestionWords.Wants(text));
}
