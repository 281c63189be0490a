namespace MemOS.Tests.Consolidation;

/// <summary>Changes that share no word or slot with what they change, and what only looks like them; months lie between.</summary>
public sealed class ChangeModelTests
{
    [Theory]
    [InlineData("I take ramipril for my blood pressure.", "The cardiologist switched me to candesartan.")]
    [InlineData("Our mortgage is with the Anglia.", "We remortgaged with Pennine Bank.")]
    [InlineData("My mother is 79.", "We celebrated Mum's eightieth on Saturday.")]
    [InlineData("I drive a 2009 Fiesta.", "The Fiesta went to the scrapyard.")]
    [InlineData("I smoke ten a day.", "I haven't touched a cigarette in three weeks.")]
    [InlineData("Please answer in German.", "Back to English please.")]
    [InlineData("请用英文回答。", "还是用中文吧。")]
    [InlineData("我在一家银行做客户经理。", "我现在在中学教数学。")]
    public void Of_ChangeMonthsLater_SupersedesTheEarlier(string earlier, string later) => Assert.Equal(1, TwoTalks.Superseded(earlier, later));

    [Theory]
    [InlineData("I take ramipril for my blood pressure.", "My wife switched to candesartan.")]
    [InlineData("My mother is 79.", "We celebrated Gran's ninetieth on Saturday.")]
    [InlineData("My son Anselm is in Year 5.", "My daughter Ida has started Year 6.")]
    [InlineData("I'm allergic to penicillin.", "My wife isn't allergic to anything.")]
    [InlineData("我对海鲜过敏。", "我弟弟对花生过敏。")]
    [InlineData("我在工地上开塔吊。", "我儿子在部队。")]
    [InlineData("I play tennis on Thursdays.", "My brother plays golf on Thursdays.")]
    public void Of_NewsOfSomebodyElse_SupersedesNothing(string earlier, string later) => Assert.Equal(0, TwoTalks.Superseded(earlier, later));

    [Theory]
    [InlineData("I only wear cotton or linen.", "And no leather, please.")]
    [InlineData("My shoe size is 44.", "I'm also the one who washes the shirts.")]
    [InlineData("I live in Ghent.", "I work at the harbour.")]
    public void Of_FurtherWordsOfOneTalk_SupersedeNothing(string earlier, string later) => Assert.Equal(0, TwoTalks.Superseded(earlier, later, days: 0));
}
