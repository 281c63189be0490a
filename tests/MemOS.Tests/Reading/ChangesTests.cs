using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>What is over, what is changed and what is put right, in the words people use for it.</summary>
public sealed class ChangesTests
{
    [Theory]
    [InlineData("I had to cancel the Berlin marathon.", "berlin marathon")]
    [InlineData("We sold our Volvo in May.", "volvo")]
    [InlineData("I quit smoking last year.", "smoking")]
    [InlineData("We ditched Jira for Linear.", "jira")]
    [InlineData("I dropped out of law school.", "law school")]
    [InlineData("The Denver conference got cancelled.", "denver conference")]
    [InlineData("My landlord moved the viewing appointment to Friday.", "viewing appointment")]
    [InlineData("I did not cancel the trip.", null)]
    [InlineData("I might cancel the trip.", null)]
    [InlineData("I started a pottery course.", null)]
    public void ReadAsync_Ending_NamesWhatIsOver(string said, string? ended)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal(ended, record.Ends);
    }

    [Theory]
    [InlineData("My flight lands at 18:20 on Friday.", "Actually, it lands at 19:05.", "User's flight lands at 19:05 on Friday (2023-05-12T19:05).")]
    [InlineData("My anniversary is on May 14.", "Wait, no. It's May 15.", "User's anniversary is on May 15 (2023-05-15).")]
    [InlineData("I have two daughters.", "Two sons, I mean.", "User has Two sons.")]
    [InlineData("I'm meeting Carlos at 5.", "Not Carlos, Carla.", "User is meeting Carla at 5.")]
    [InlineData("The train leaves from platform 4.", "I misread the ticket, it leaves from platform 14.", "The train leaves from platform 14.")]
    [InlineData("The wedding is in Sicily.", "Sardinia, sorry, not Sicily.", "The wedding is in Sardinia.")]
    public void ReadAsync_Correction_IsTheWholeStatementPutRight(string wrong, string right, string text)
    {
        var records = ReadingTalk.Read("user: " + wrong, "assistant: Noted.", "user: " + right);

        Assert.Equal(text, records[^1].Text);
        Assert.True(records[^1].IsCorrection);
        Assert.Equal(2, records[^1].Sources.Count);
    }

    [Theory]
    [InlineData("No problem, Tom!")]
    [InlineData("No prob! Any time.")]
    [InlineData("No worries, Tom. Get well soon!")]
    [InlineData("No doubt, Tom.")]
    [InlineData("Sorry to hear that.")]
    [InlineData("You're right, Tom.")]
    [InlineData("No, not really.")]
    [InlineData("No, just the two of us.")]
    [InlineData("I've been using this app.")]
    public void ReadAsync_PoliteWordsBetweenPeople_PutNothingRight(string polite)
    {
        var records = ReadingTalk.Read("Hanna: I love baking bread with my aunt.", "Tom: Thanks for the loaf, did you bake it alone?", "Hanna: " + polite);

        Assert.DoesNotContain(records, record => record.IsCorrection);
        Assert.Contains(records, record => record.Text == "Hanna loves baking bread with Hanna's aunt.");
    }

    [Theory]
    [InlineData("I will never quit my job.")]
    [InlineData("I did not quit my job.")]
    public void ReadAsync_JobThatIsKept_EndsNothing(string said) =>
        Assert.DoesNotContain(ReadingTalk.Read("user: " + said), record => record.SlotValue == "none" || record.Ends is not null);

    [Fact]
    public void ReadAsync_ChangeOfTheGame_MovesNoGame() =>
        Assert.DoesNotContain(ReadingTalk.Read("Hanna: Weight training really changed the game for me."), record => record.Ends is not null);

    [Fact]
    public void ReadAsync_LastingCommandOfANamedUser_IsAnInstruction()
    {
        var record = Assert.Single(ReadingTalk.Read("Hanna: Always answer me in German."));

        Assert.Equal((MemoryKind.Instruction, "Hanna", "Hanna wants the assistant to always answer Hanna in German."), (record.Kind, record.Subject, record.Text));
    }

    [Fact]
    public void ReadAsync_CommandBetweenTwoPeople_IsNoInstruction() =>
        Assert.DoesNotContain(ReadingTalk.Read("Hanna: Always answer me in German.", "Tom: Haha, no."), record => record.Kind == MemoryKind.Instruction);
}
