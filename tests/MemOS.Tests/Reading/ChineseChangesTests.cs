using MemOS.Consolidation;
using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>Chinese as it tells that something is otherwise now: the new statement is read, and the old one is superseded, or both stay.</summary>
public sealed class ChineseChangesTests
{
    [Theory]
    [InlineData("我在一家酒店当前台。", "转岗以后我当餐厅主管了。")]
    [InlineData("我在德邦做司机。", "今天到中通报到。")]
    [InlineData("我在采购部上班。", "我上个月调到法务部了。")]
    [InlineData("我住昆明盘龙区。", "搬来大理半年了。")]
    [InlineData("我的电话是 13700001111。", "以后联系我打 13900002222。")]
    [InlineData("我家地址是人民路5号。", "新地址是解放路70号。")]
    [InlineData("我儿子上二年级。", "儿子升三年级了。")]
    [InlineData("我跟女朋友在一起两年了。", "我和她分手了。")]
    [InlineData("我和小周结婚了。", "我离婚了。")]
    [InlineData("我开了辆捷达。", "我提了辆理想。")]
    [InlineData("我吃素五年了。", "我又吃鱼了。")]
    [InlineData("我对牛奶过敏。", "我对牛奶不过敏了。")]
    [InlineData("我最喜欢的演员是葛优。", "我最喜欢的演员是黄渤。")]
    [InlineData("我觉得空气炸锅就是智商税。", "这空气炸锅真香。")]
    [InlineData("我每天抽半包烟。", "我戒烟两个月了。")]
    [InlineData("我打算考公务员。", "不考公务员了。")]
    [InlineData("我养了一只鹦鹉，叫豆丁。", "把豆丁送给邻居了。")]
    [InlineData("我每天绕湖跑步。", "跑步停了。")]
    public void Plan_NewsOfTheSameAttributeOrThing_SupersedesTheOld(string earlier, string later) => Assert.True(Ends(earlier, later));

    [Theory]
    [InlineData("我的房租每个月2100元。", "合同续签的时候房租涨到2400元了。")]
    [InlineData("我手里有9亩果园。", "果园已经14亩了。")]
    [InlineData("我家水费每个月八十块。", "水费飙到一百六十块。")]
    [InlineData("我的论文6月2号之前要交。", "论文宽限到6月20号了。")]
    [InlineData("我每周二有书法课。", "书法课挪到周四了。")]
    [InlineData("我早上喝一杯牛奶。", "我早上改喝米浆了。")]
    [InlineData("我坐公交上班。", "我现在改骑单车上班了。")]
    [InlineData("我写周报用 Typora。", "写周报现在都在 Logseq 里了。")]
    [InlineData("我家的宽带用的是铁通。", "宽带换联通了。")]
    [InlineData("我打算中秋去青岛玩。", "中秋最后定了去威海。")]
    [InlineData("卧室窗帘我选了灰色。", "卧室窗帘还是买墨绿吧。")]
    public void Plan_AnotherValueOfWhatWasTold_SupersedesTheOld(string earlier, string later) => Assert.True(Ends(earlier, later));

    [Theory]
    [InlineData("我在酒楼当厨师。", "厂里办完手续，我正式退休了。")]
    [InlineData("我在物流园上班。", "上个月自己开了家面馆。")]
    [InlineData("我住河西。", "上周搬家了。")]
    [InlineData("我每天骑自行车上班。", "现在坐班车上下班。")]
    [InlineData("我有个女朋友。", "我们俩散了。")]
    [InlineData("我每天六点起床。", "现在我八点才起。")]
    [InlineData("我平时打羽毛球。", "现在只能散步。")]
    public void Plan_NewsOfTheSameDomain_SupersedesTheOldWithoutACommonWord(string earlier, string later) => Assert.True(Ends(earlier, later));

    [Theory]
    [InlineData("我早上喝一杯牛奶。", "我晚上改喝米浆了。")]
    [InlineData("我喜欢喝咖啡。", "我早上改喝米浆了。")]
    [InlineData("我手里有9亩果园。", "我买了14亩林地。")]
    [InlineData("我的房租每个月2100元。", "我的工资每个月2400元。")]
    [InlineData("我周末一般去钓鱼。", "下班后我去打羽毛球。")]
    [InlineData("我养了一只猫，叫团子。", "我不再喝奶茶了。")]
    [InlineData("我妈在老家种菜。", "我妈退休了。")]
    [InlineData("我住昆明盘龙区。", "我以前住在曲靖。")]
    [InlineData("我住昆明盘龙区。", "我爸妈搬到海南了。")]
    [InlineData("我每天打羽毛球。", "我周末也游泳。")]
    [InlineData("我在银行上班。", "我打算以后自己开店。")]
    public void Plan_NewsOfSomethingElse_LeavesTheOldTrue(string earlier, string later) => Assert.False(Ends(earlier, later));

    [Theory]
    [InlineData("快递寄到中山路16号。", "哎呀打反了，中山路61号。", "中山路61号")]
    [InlineData("我弟弟上初三。", "说错了，初二。", "初二")]
    [InlineData("我周三下午三点有一个体检。", "不对，体检是周五下午三点，我看错了。", "周五下午三点(2023-05-12T15:00)")]
    [InlineData("会议是周二上午九点。", "不，是周四。", "周四上午九点(2023-05-11T09:00)")]
    [InlineData("给我家老大买鞋，他穿31码。", "等等，他穿的是33码。", "33码")]
    [InlineData("我手机尾号是7781。", "打错了，尾号7718。", "7718")]
    [InlineData("我们班长叫张晓峰。", "打错字了，班长叫张小峰。", "张小峰")]
    [InlineData("我女儿周六下午要学画画。", "不对，我记错了，她画画课是周日下午，不是周六。", "周日下午")]
    public void ReadAsync_PartSaidAgain_PutsTheStatementRight(string wrong, string right, string words)
    {
        var record = ReadingTalk.Read("user: " + wrong, "assistant: 好的。", "user: " + right).Single(record => record.IsCorrection);

        Assert.Contains(words, record.Text, StringComparison.Ordinal);
        Assert.Equal(2, record.Sources.Count);
    }

    [Theory]
    [InlineData("等等，周四我还有个牙医预约。")]
    [InlineData("不好意思，周五我要出差。")]
    public void ReadAsync_NewsBehindAnApology_PutsNothingRight(string said) =>
        Assert.DoesNotContain(ReadingTalk.Read("user: 我周二要出差。", "assistant: 好的。", "user: " + said), record => record.IsCorrection);

    [Theory]
    [InlineData("周末我一般去爬山。")]
    [InlineData("我的瑜伽课固定周二晚上七点。")]
    public void ReadAsync_Habit_IsNoEventOfOneDay(string said)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal(MemoryKind.Fact, record.Kind);
        Assert.Null(record.EventTime);
    }

    [Theory]
    [InlineData("我周三下午两点有一个面试。", "2023-05-10T14:00")]
    [InlineData("我订了6月3号去厦门的车票。", "2023-06-03")]
    [InlineData("拔牙给我挪到6月9号了。", "2023-06-09")]
    public void ReadAsync_WhatIsSetForADay_IsAnEventAhead(string said, string day)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal((MemoryKind.Event, day), (record.Kind, record.EventTime?.ToString()));
    }

    [Theory]
    [InlineData("你叫我老孙就好。", "往后喊我孙师傅吧。", "form of address")]
    [InlineData("回答我的时候尽量控制在两句话以内。", "以后请你讲详细些。", "answer length")]
    public void Plan_OrderOfTheSameKind_SupersedesTheOld(string earlier, string later, string slot)
    {
        Assert.All(ReadingTalk.Read("user: " + earlier, "user: " + later), record => Assert.Equal((MemoryKind.Instruction, slot), (record.Kind, record.Slot)));
        Assert.True(Ends(earlier, later));
    }

    [Fact]
    public void ReadAsync_NameBehindAPet_IsThePets() => Assert.Equal("用户养了一只八哥，叫小黑。", Assert.Single(ReadingTalk.Read("user: 我养了一只八哥，叫小黑。")).Text);

    [Theory]
    [InlineData("小王跳槽到华为了。")]
    [InlineData("隔壁老李住在五楼。")]
    public void ReadAsync_AttributeOfSomebodyNamed_IsNotTheSpeakers(string said) =>
        Assert.DoesNotContain(ReadingTalk.Read("Ada: " + said, "Ben: 哦。"), record => record.Subject == "Ada");

    [Fact]
    public void ReadAsync_NewsFromThoseInCharge_IsTakenAsSo() => Assert.Contains(ReadingTalk.Read("user: 老师说家长会改到下周三了。"), record => record.EventTime?.ToString() == "2023-05-17");

    [Fact]
    public void ReadAsync_PraiseThatNobodyMeans_TellsNothing() => Assert.Empty(ReadingTalk.Read("user: 我一觉睡到下午三点，简直是勤劳的楷模。"));

    [Fact]
    public void ReadAsync_NarrowComma_PartsClausesBeforeANumber() =>
        Assert.Equal(["用户在苏州租房。", "用户20号交房租。"], ReadingTalk.Read("user: 我在苏州租房,20号交房租。").Select(record => record.EventTime is { } time ? record.Text.Replace($"({time})", "", StringComparison.Ordinal) : record.Text));

    // Whether the first record of the earlier message is superseded when the later one is read two months later.
    private static bool Ends(string earlier, string later)
    {
        var drafts = ReadingTalk.Read("user: " + earlier, "user: " + later);
        var told = ReadingTalk.Items("user: " + earlier, "user: " + later);
        var first = told[0].Id;
        var times = drafts.Select(draft => draft.Sources[0] == first ? ReadingTalk.Said : ReadingTalk.Said.AddMonths(2)).ToList();
        var inserts = ConsolidationPlan.Of(drafts, times, []).Cast<RecordChange.Insert>().ToList();
        Assert.Contains(drafts, draft => draft.Sources[0] == first);
        Assert.Contains(drafts, draft => draft.Sources[0] != first);
        return inserts.Exists(insert => insert.SupersedesInserts.Contains(0));
    }
}
