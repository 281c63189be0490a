using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Tasks.Language.Reactions;
using MemOS.Evolution.Tasks.Language.Reports;

namespace MemOS.Tests.Evolution.Tasks;

public sealed class ReactionJudgeTests
{
    // None of these is among the examples that the judge learned from.
    [Theory]
    [InlineData("Print the badges", "Printed", "All the badges are in my hand, crisp and clear", "Success")]
    [InlineData("Book the court for Sunday", "Booked", "We played for two hours, thank you so much", "Success")]
    [InlineData("Fix the dripping tap", "A plumber is on his way", "The dripping has stopped", "Success")]
    [InlineData("Send Ola the offer", "Sent", "Ola signed it within minutes", "Success")]
    [InlineData("Print the badges", "Printed", "The printer spat out empty sheets", "Failure")]
    [InlineData("Book the court for Sunday", "Booked", "Somebody else was playing when we got there", "Failure")]
    [InlineData("Fix the dripping tap", "A plumber is on his way", "It keeps dripping, worse than yesterday", "Failure")]
    [InlineData("Send Ola the offer", "Sent", "Great, it went to the wrong Ola", "Failure")]
    [InlineData("Print the badges", "Printed", "I'll fetch them after lunch and have a look", "Unknown")]
    [InlineData("Send Ola the offer", "Sent", "Can you also order lunch for twelve?", "Other")]
    [InlineData("给客户寄合同", "已寄出", "客户说收到了，非常满意", "Success")]
    [InlineData("给客户寄合同", "已寄出", "客户说根本没收到", "Failure")]
    public void Judge_NewWords_TellHowItWent(string asked, string did, string said, string expected) =>
        Assert.Equal(expected, ReactionJudge.Judge(UtteranceReader.Read(said), ReportContext.Of(asked, did)).Reaction.ToString());

    [Fact]
    public void Judge_AnotherDayThanAskedFor_IsAComplaint()
    {
        var said = UtteranceReader.Read("It says Tuesday");
        Assert.Equal(Reaction.Failure, ReactionJudge.Judge(said, ReportContext.Of("Move the delivery to Monday", "Moved")).Reaction);
        Assert.Equal(Reaction.Success, ReactionJudge.Judge(said, ReportContext.Of("Move the delivery to Tuesday", "Moved to Tuesday")).Reaction);
    }

    [Theory]
    [InlineData("Unload the crates", "Unloaded", "All of them are in the barn.", "Success")]
    [InlineData("Reserve a table", "Reserved", "Lovely, it shows in my list.", "Success")]
    [InlineData("Reserve a table", "Reserved", "Lovely, it shows nothing in my list.", "Failure")]
    [InlineData("Unload the crates", "Unloaded", "Wonderful, now half of the jars are broken.", "Failure")]
    public void Judge_WherePhrasesHearPraise_AsksForMoreToCallItFailure(string asked, string did, string said, string expected) =>
        Assert.Equal(expected, ReactionJudge.Judge(UtteranceReader.Read(said), ReportContext.Of(asked, did)).Reaction.ToString());

    [Fact]
    public void Judge_WherePhrasesHearNothingGood_DoesNotAssumeSuccess()
    {
        foreach (var said in (string[])["It bounced.", "The site is down again.", "The numbers don't add up."])
        {
            Assert.NotEqual(Reaction.Success, ReactionJudge.Judge(UtteranceReader.Read(said), ReportContext.Of("Send the report to the site", "Sent")).Reaction);
        }
    }
}
