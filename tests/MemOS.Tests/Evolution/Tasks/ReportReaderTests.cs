using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Tasks.Language.Reports;
using MemOS.Recall.Words;

namespace MemOS.Tests.Evolution.Tasks;

public sealed class ReportReaderTests
{
    [Theory]
    [InlineData("Print the twelve labels", "They came out crisp and straight.")]
    [InlineData("Restore the customers table", "You're a lifesaver, nothing was lost.")]
    [InlineData("Restart the alarm service", "The alarm stopped.")]
    [InlineData("Rotate the key", "The errors are gone.")]
    [InlineData("Set the thermostat to 21 degrees", "The display reads 21.")]
    [InlineData("Fix the failing test", "148 of 148.")]
    [InlineData("Move the meeting to 3pm", "All of them show up at three.")]
    [InlineData("Book the table for Friday", "I see it in the app, Friday at seven.")]
    [InlineData("Translate it into Polish", "That solved the problem.")]
    [InlineData("Reset the router", "No hiccups since.")]
    [InlineData("给张伟开通VPN权限", "他登进去了")]
    [InlineData("部署到测试环境", "跑起来了")]
    [InlineData("退款", "客户那边没意见了")]
    public void Read_AGoodState_Worked(string asked, string report) => Assert.Equal(Verdict.Worked, Read(asked, report));

    [Theory]
    [InlineData("Print the labels", "Half of them are smeared.")]
    [InlineData("Print the labels", "Nothing in the tray.")]
    [InlineData("Send the parcel", "It arrived broken.")]
    [InlineData("Book the table for Friday", "It's booked for Thursday.")]
    [InlineData("Book the table for four people", "The confirmation says two people.")]
    [InlineData("Move the meeting to 3pm", "It shows up at 3am.")]
    [InlineData("Run the tests", "12 of 148.")]
    [InlineData("Water field 7", "Field 8 is being watered.")]
    [InlineData("Open the garage door", "The door is closed.")]
    [InlineData("Send the invoice to Baker & Sons", "It went to Barker & Co.")]
    [InlineData("Find a driver for the tour", "Nobody showed up.")]
    [InlineData("Deploy the build", "We had to roll it back.")]
    [InlineData("Rotate the key", "Logs are full of errors.")]
    [InlineData("把空调调到26度", "是16度")]
    [InlineData("预订周五的餐厅", "订成周四了")]
    [InlineData("打印合同三份", "只出来一份")]
    [InlineData("退款", "客户说一分钱没见到")]
    public void Read_ABadState_Negative(string asked, string report) => Assert.Equal(Verdict.Negative, Read(asked, report));

    [Theory]
    [InlineData("Set the thermostat", "I am not in the office yet.")]
    [InlineData("Run the test", "That takes a while.")]
    [InlineData("Fix it", "hm okay")]
    [InlineData("Reserve a plot", "Is it going to rain this weekend, do you think?")]
    [InlineData("Send the note", "I was reading about penguins.")]
    [InlineData("退款", "要等银行三天")]
    public void Read_NoReport_JudgesNothing(string asked, string report) => Assert.Contains(Read(asked, report), new[] { Verdict.None, Verdict.Deferred });

    [Fact]
    public void Read_ABadWordThatWasAskedFor_IsNoComplaint()
    {
        var context = new ReportContext([new("Cancel order 12")], new HashSet<string>(WordAnalyzer.Terms("Cancel order 12")), new HashSet<string> { ReportWords.Stem("cancel") });

        Assert.Equal(Verdict.Worked, ReportReader.Read(UtteranceReader.Read("It shows as cancelled."), context));
    }

    private static Verdict Read(string asked, string report) =>
        ReportReader.Read(UtteranceReader.Read(report), new([new(asked)], UtteranceReader.Topics(asked), new HashSet<string>()));
}
