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
    [InlineData("I coach the school chess club on Wednesdays.", "This Wednesday chess club got cancelled because of the snow.")]
    [InlineData("I volunteer at the food bank on Saturdays.", "Swapped my Saturday at the food bank for the Sunday this weekend, just the once.")]
    [InlineData("I have a season ticket for the opera.", "I'm skipping the opera on the 14th because it's Wagner and I have a train at eleven.")]
    [InlineData("I'm scared of flying.", "Flew to Malaga last week because there was no other way.")]
    [InlineData("Our team does standup at 9:30.", "Thursday's standup is pushed to eleven since half of us will be at the fire drill.")]
    [InlineData("我在三甲医院儿科当护士。", "这周被借调到发热门诊顶两天班，累得腿都直不起来。")]
    public void Of_WhatWasOtherwiseOnce_SupersedesNothing(string earlier, string later) => Assert.Equal(0, TwoTalks.Superseded(earlier, later));

    [Theory]
    [InlineData("My best mate Kaz and I go climbing at the wall on Mondays.", "Kaz bailed on the Alps trip, money.")]
    [InlineData("Dave and I share an allotment.", "Dave and his wife have split up, he's on a mate's sofa.")]
    [InlineData("I was born in Nairobi.", "We moved to Aberdeen when I was six. What I remember is the cold.")]
    [InlineData("I use a Mac for everything.", "My colleague keeps on at me to switch to Linux.")]
    [InlineData("I've been married to Olu for twelve years.", "Dreamt Olu and I got divorced and woke up furious with him.")]
    [InlineData("It takes me about an hour each way to get to work.", "My brother's commute is down to ten minutes now that his office has moved.")]
    [InlineData("我租的房子在浦东,离地铁站五分钟。", "公司年初从静安搬到了徐汇,楼下吃饭的地方多了不少。")]
    public void Of_WhatConcernsOthersOrLongAgo_SupersedesNothing(string earlier, string later) => Assert.Equal(0, TwoTalks.Superseded(earlier, later));

    [Theory]
    [InlineData("I'm married to Olu.", "I got divorced when I was 40.")]
    [InlineData("I live in Ghent.", "This week I moved to Antwerp because of the job.")]
    [InlineData("我住在上海。", "我和朋友一起搬到了杭州。")]
    public void Of_WhatIsOverForGood_SupersedesIt(string earlier, string later) => Assert.Equal(1, TwoTalks.Superseded(earlier, later));

    [Theory]
    [InlineData("I'm running the Ghent half marathon on 9 March next year.", "So I'm not running the half marathon, pulled out this morning.")]
    [InlineData("我最喜欢喝珍珠奶茶。", "体检血糖偏高，奶茶我已经不喝了。")]
    public void Of_WhatIsCalledOffOrGivenUp_SupersedesIt(string earlier, string later) => Assert.Equal(1, TwoTalks.Superseded(earlier, later, days: 40));

    [Theory]
    [InlineData("I only wear cotton or linen.", "And no leather, please.")]
    [InlineData("My shoe size is 44.", "I'm also the one who washes the shirts.")]
    [InlineData("I live in Ghent.", "I work at the harbour.")]
    public void Of_FurtherWordsOfOneTalk_SupersedeNothing(string earlier, string later) => Assert.Equal(0, TwoTalks.Superseded(earlier, later, days: 0));
}
