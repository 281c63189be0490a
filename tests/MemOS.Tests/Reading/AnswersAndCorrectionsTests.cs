using MemOS.Reading;

namespace MemOS.Tests.Reading;

public sealed class AnswersAndCorrectionsTests
{
    [Theory]
    [InlineData("Where do you live?", "Oslo.", "User lives in Oslo.")]
    [InlineData("What's your name?", "Ada", "User's name is Ada.")]
    [InlineData("How old are you?", "34", "User is 34.")]
    [InlineData("What do you do for a living?", "Nurse.", "User is a Nurse.")]
    [InlineData("Do you smoke?", "No.", "User does not smoke.")]
    [InlineData("Do you like mushrooms?", "Yes, I do!", "User likes mushrooms.")]
    [InlineData("Do you have any siblings?", "Yes, two brothers.", "User has two brothers.")]
    [InlineData("Do you have any allergies?", "Penicillin.", "User has allergies: Penicillin.")]
    [InlineData("Where did you grow up?", "Lima", "User grew up in Lima.")]
    [InlineData("How many kids do you have?", "Two", "User has two kids.")]
    [InlineData("What's your favourite cuisine?", "Probably Ethiopian.", "User's favourite cuisine is probably Ethiopian.")]
    [InlineData("Have you ever been to Japan?", "Not yet.", "User has not ever been to Japan.")]
    public void ReadAsync_ShortAnswer_IsPutTogetherWithItsQuestion(string question, string answer, string text)
    {
        var items = ReadingTalk.Items("assistant: " + question, "user: " + answer);

        var record = Assert.Single(ReadingTalk.Read(new RuleMemReader(), items));

        Assert.Equal(text, record.Text);
        Assert.Equal([items[1].Id, items[0].Id], record.Sources);
    }

    [Theory]
    [InlineData("How can I help you?", "Thanks!")]
    [InlineData("Would you like some book suggestions?", "Those suggestions sound wonderful!")]
    [InlineData("What do you think?", "Hmm.")]
    [InlineData("Do you have any questions?", "What is a monad?")]
    public void ReadAsync_NoAnswer_YieldsNothing(string question, string answer) => Assert.Empty(ReadingTalk.Read("assistant: " + question, "user: " + answer));

    [Theory]
    [InlineData("The meeting is on Tuesday.", "No, it's Thursday, not Tuesday.", "The meeting is on Thursday (2023-05-11).", "tuesday")]
    [InlineData("My flight leaves on Tuesday at 6 am.", "Sorry, I meant Wednesday.", "User's flight leaves on Wednesday at 6 am (2023-05-10T06:00).", "tuesday")]
    [InlineData("I have three cats.", "Actually, four cats.", "User has four cats.", "three cats")]
    [InlineData("The budget is 4,000 euros.", "Actually it's 4,500 euros.", "The budget is 4,500 euros.", "4,000 euros")]
    [InlineData("I'm allergic to cats.", "Wait, I meant dogs.", "User is allergic to dogs.", "cats")]
    [InlineData("My appointment is on Monday at 9.", "They moved it to Wednesday.", "User's appointment is on Wednesday at 9 (2023-05-10).", "monday")]
    public void ReadAsync_Correction_RestatesTheWholeAndRejectsTheWrongValue(string said, string correction, string text, string rejected)
    {
        var items = ReadingTalk.Items("user: " + said, "assistant: Noted.", "user: " + correction);

        var records = ReadingTalk.Read(new RuleMemReader(), items);

        Assert.Equal(2, records.Count);
        Assert.Equal(text, records[1].Text);
        Assert.Equal(rejected, records[1].RejectedValue);
        Assert.Equal(records[0].Slot?.Split(' ')[0], records[1].Slot?.Split(' ')[0]);
        Assert.Equal([items[2].Id, items[0].Id], records[1].Sources);
    }

    [Fact]
    public void ReadAsync_CorrectionOfAnEarlierBatch_FindsItInThePrecedingMessages()
    {
        var items = ReadingTalk.Items("user: The meeting is on Tuesday.", "user: No, it's Thursday.");

        var record = Assert.Single(ReadingTalk.Read(new RuleMemReader(), [items[1]], [items[0]]));

        Assert.Contains("Thursday", record.Text, StringComparison.Ordinal);
        Assert.Equal("tuesday", record.RejectedValue);
    }
}
