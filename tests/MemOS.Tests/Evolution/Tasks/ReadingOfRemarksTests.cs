using MemOS.Evolution.Tasks;

namespace MemOS.Tests.Evolution.Tasks;

/// <summary>Remarks after finished work that sound like a judgement and are none, or the other way round.</summary>
public sealed class ReadingOfRemarksTests
{
    [Theory]
    [InlineData("brb", "Take your time, happy to help when you are back.")]
    [InlineData("hello again", "Welcome back! Good to see you.")]
    [InlineData("I'm back", "Welcome back! Glad to have you.")]
    [InlineData("Hi, I'm back from lunch", "Welcome back! Good to see you.")]
    [InlineData("good morning everyone", "Good morning! Happy to help.")]
    [InlineData("早上好", "早上好！很高兴为您服务。")]
    [InlineData("我回来了", "欢迎回来，很高兴为您服务！")]
    [InlineData("大家早上好呀", "很高兴为您服务！")]
    [InlineData("马上回来", "好的，很高兴为您服务。")]
    public void Evolve_ComingAndGoing_JudgesNothing(string said, string answer) => Assert.Equal(TaskOutcome.Unknown, OutcomeAfter(said, answer));

    [Theory]
    [InlineData("thanks, I wasn't sure it would work", "You're welcome!")]
    [InlineData("thanks, I wasn't sure it would work", "OK.")]
    [InlineData("Cheers, we didn't think that could be possible", "OK.")]
    [InlineData("easy, wasn't it", "Indeed.")]
    [InlineData("Easy, wasn't it?", "It was.")]
    [InlineData("that was easy", "OK.")]
    [InlineData("谢谢，我本来还不确定能不能行", "不客气。")]
    public void Evolve_DoubtThatIsOver_AndATagThatAsksNothing_TakeNoPraiseBack(string said, string answer) => Assert.Equal(TaskOutcome.Success, OutcomeAfter(said, answer));

    [Theory]
    [InlineData("I didn't expect it to be broken")]
    [InlineData("It isn't the right room, is it")]
    public void Evolve_ComplaintInTheSameForms_IsOne(string said) => Assert.Equal(TaskOutcome.Failure, OutcomeAfter(said, "Hm."));

    [Theory]
    [InlineData("let's leave it there for now")]
    [InlineData("先放一放")]
    public void Evolve_WorkThatIsLeftForNow_IsNeitherSuccessNorFailure(string said) => Assert.Equal(TaskOutcome.Unknown, OutcomeAfter(said, "OK."));

    [Theory]
    [InlineData("it didn't arrive", "Sorry. Shall I send it again?", "yes please")]
    [InlineData("她说没看到", "要我再发一次吗？", "好的")]
    public void Evolve_SameCallThatIsAgreedTo_StaysInTheTask(string said, string question, string yes)
    {
        var task = Assert.Single(new Conversation().User("Send the invoice to Ada").Call("send", """{"to":"Ada"}""").Assistant("Sent.")
            .User(said).Assistant(question).User(yes).Call("send", """{"to":"Ada"}""").Assistant("Sent again.").Evolve().Tasks);
        Assert.Equal(2, task.Calls.Count);
    }

    [Theory]
    [InlineData("wait a moment", "Sure, take your time.")]
    [InlineData("hang on, let me look", "No hurry.")]
    [InlineData("one sec please", "Of course.")]
    [InlineData("稍等一下", "好的，不急。")]
    public void Evolve_AMomentBetweenQuestionAndAnswer_LeavesTheTaskItsBeginning(string pause, string answer)
    {
        var task = Assert.Single(new Conversation().User("I want to return something").Assistant("Which order?").User(pause).Assistant(answer)
            .User("1002").Call("create_return", """{"order_id":1002}""").Assistant("Done.").User("great").Evolve().Tasks);
        Assert.Equal("I want to return something", task.Goal);

        var tasks = new Conversation().User("Book room A12").Call("book_room", """{"room":"A12"}""").Assistant("Booked.")
            .User("thanks. And me, I would love a parking space").Assistant("For which day?").User(pause).Assistant(answer)
            .User("Tuesday").Call("book_parking", """{"day":"Tuesday"}""").Assistant("Done.").Evolve().Tasks;
        Assert.Equal([TaskOutcome.Success, TaskOutcome.Unknown], tasks.Select(found => found.Outcome));
        Assert.Contains(tasks[1].Statements, statement => statement.Text.EndsWith("a parking space", StringComparison.Ordinal));
    }

    private static TaskOutcome OutcomeAfter(string said, string answer) =>
        Assert.Single(new Conversation().User("Book room A12 for Ada on Monday").Call("book_room", """{"room":"A12","day":"Monday"}""").Assistant("Booked A12 on Monday.")
            .User(said).Assistant(answer).Evolve().Tasks).Outcome;
}
