using MemOS.Evolution.Tasks.Language;

namespace MemOS.Tests.Evolution.Tasks;

public sealed class StateReportsTests
{
    [Theory]
    [InlineData("I can log in now.")]
    [InlineData("It's green now")]
    [InlineData("ok it's much faster now")]
    [InlineData("The page is back online")]
    [InlineData("Maria can open the file again")]
    [InlineData("the build passes")]
    [InlineData("Yes, it's been updated.")]
    [InlineData("no more alerts since then")]
    [InlineData("it's no longer slow")]
    [InlineData("The customer confirmed")]
    [InlineData("It runs without any errors")]
    [InlineData("finally!")]
    [InlineData("数据是对的")]
    [InlineData("很好,没有问题")]
    [InlineData("Invite received on my side. Thank you.")]
    [InlineData("Report looks right")]
    [InlineData("delicious")]
    [InlineData("Much improved.")]
    [InlineData("Order shows as shipped")]
    [InlineData("是我要的,谢谢")]
    [InlineData("现在快多了")]
    [InlineData("服务恢复了")]
    [InlineData("可以登录了")]
    public void AReportOfAGoodState_SaysThatItWorked(string text) => Assert.Contains(Judge(text), new[] { Verdict.Worked, Verdict.Pleased });

    [Theory]
    [InlineData("it's down since then!")]
    [InlineData("The page is blank")]
    [InlineData("now it is even slower")]
    [InlineData("it isn't online")]
    [InlineData("I only see an error")]
    [InlineData("there is a typo in it")]
    [InlineData("The order was cancelled instead.")]
    [InlineData("the door is locked out of hours, it's too dark")]
    [InlineData("half of the rows are missing")]
    [InlineData("it hangs again")]
    [InlineData("Why is it still red?")]
    [InlineData("She got somebody else's invoice.")]
    [InlineData("the numbers don't add up")]
    [InlineData("怎么还是 3 个?没变啊")]
    [InlineData("发错人了")]
    [InlineData("邮件被退回了")]
    [InlineData("网站挂了")]
    [InlineData("还是连不上")]
    [InlineData("没有用")]
    public void AReportOfABadState_IsAComplaint(string text) => Assert.Equal(Verdict.Negative, Judge(text));

    [Theory]
    [InlineData("I'll look at it tonight")]
    [InlineData("The invoice is for March")]
    [InlineData("What does it mean?")]
    [InlineData("is it online?")]
    [InlineData("收到,我稍后检查")]
    [InlineData("订单是上周的")]
    public void WhatReportsNoState_JudgesNothing(string text) => Assert.Contains(Judge(text), new[] { Verdict.None, Verdict.Deferred });

    private static Verdict Judge(string text) => UtteranceReader.Read(text).Judge(_ => true);
}
