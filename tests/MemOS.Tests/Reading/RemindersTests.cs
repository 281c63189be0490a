using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>What the assistant is asked to see to is an instruction, and no plan of the speaker's.</summary>
public class RemindersTests
{
    [Theory]
    [InlineData("Remind me to call the plumber tomorrow.", "User wants the assistant to remind User to call the plumber tomorrow (2023-05-09).")]
    [InlineData("Please remind me about the rent on June 3.", "User wants the assistant to remind User about the rent on June 3 (2023-06-03).")]
    [InlineData("Don't let me forget the dentist on Friday.", "User wants the assistant not to let User forget the dentist on Friday (2023-05-12).")]
    [InlineData("Can you make sure I don't miss the train tomorrow?", "User wants the assistant to make sure User does not miss the train tomorrow (2023-05-09).")]
    [InlineData("记得提醒我明天给妈妈打电话。", "用户希望助手记得提醒用户明天给妈妈打电话。")]
    public void Read_Reminder_IsAnInstructionWithItsTime(string message, string text)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + message));

        Assert.Equal((MemoryKind.Instruction, text), (record.Kind, record.Text));
        Assert.Equal(message[0] < '\u2E80', record.EventTime is not null);
    }

    [Theory]
    [InlineData("Be sure to include the invoice number.")]
    [InlineData("Make sure to bring up the budget in the summary.")]
    [InlineData("Make sure you check the dates.")]
    [InlineData("Don't let me forget the tickets on Sunday.")]
    [InlineData("Be sure to wear a coat tomorrow.")]
    [InlineData("Make sure to always cite your sources.")]
    [InlineData("Ping me when it is 5pm.")]
    [InlineData("别忘了提醒我周五交房租。")]
    public void Read_AskedOfTheAssistant_IsNoPlanNorEvent(string message) =>
        Assert.All(ReadingTalk.Read("user: " + message), record => Assert.Equal(MemoryKind.Instruction, record.Kind));

    [Theory]
    [InlineData("Ada: Make sure to call Grandma tomorrow.")]
    [InlineData("Ada: Don't let me forget the tickets on Sunday.")]
    public void Read_SaidToAFriend_IsNothing(string message) =>
        Assert.Empty(ReadingTalk.Read(message, "Ben: Will do, thanks!"));

    [Fact]
    public void Read_OwnPlanWithCare_IsThePlanOfWhatIsDone()
    {
        var record = Assert.Single(ReadingTalk.Read("user: I'm going to make sure to leave early tomorrow."));

        Assert.Equal(("plan leav", "early"), (record.Slot, record.SlotValue));
    }
}
