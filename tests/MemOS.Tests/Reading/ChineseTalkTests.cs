using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>Chinese as people type it to an assistant: requests, picks, words of others, corrections in two clauses.</summary>
public sealed class ChineseTalkTests
{
    [Theory]
    [InlineData("明天下午两点跟投资人开会，帮我记一下。", "投资人", "2023-05-09")]
    [InlineData("后天去医院复查，提醒一下。", "复查", "2023-05-10")]
    [InlineData("下周五跟老同学聚会。", "老同学", "2023-05-19")]
    [InlineData("帮我记一下，儿子的钢琴考级是6月15号。", "儿子的钢琴考级", "2023-06-15")]
    public void ReadAsync_PlanBesideARequest_IsAnEvent(string said, string words, string day)
    {
        var record = ReadingTalk.Read("user: " + said)[0];

        Assert.Equal(MemoryKind.Event, record.Kind);
        Assert.Contains(words, record.Text, StringComparison.Ordinal);
        Assert.StartsWith(day, record.EventTime?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我离开培训机构了，现在在一家游戏公司做翻译。", "用户现在在一家游戏公司做翻译")]
    [InlineData("奶茶我已经不喝了。", "用户已经不喝奶茶了")]
    [InlineData("以后这类句子你都给我两个版本。", "两个版本")]
    [InlineData("行程请用简短的列表发，别写长篇大论。", "列表")]
    public void ReadAsync_WhoIsLeftOutOrTheThingPutFirst_IsRead(string said, string words) =>
        Assert.Contains(ReadingTalk.Read("user: " + said), record => record.Text.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("今天我不吃了。")]
    [InlineData("但是我不喝了。")]
    [InlineData("以后我要写一本书。")]
    [InlineData("每次我妈都给我做红烧肉。")]
    public void ReadAsync_DaysLinkingWordsAndPlans_AreNeitherObjectsNorOrders(string said) =>
        Assert.DoesNotContain(ReadingTalk.Read("user: " + said), record => record.Kind == MemoryKind.Instruction || record.Slot is "likes 今天" or "likes 但是");

    [Theory]
    [InlineData("明天会下雨，降温了。")]
    [InlineData("我们老板开会时说“我最喜欢加班的年轻人”。")]
    [InlineData("他写道：「我讨厌城市」。")]
    [InlineData("帮我校对一下：我住在上海。")]
    public void ReadAsync_WeatherTasksAndWordsOfOthers_TellNothingOfTheSpeaker(string said) =>
        Assert.DoesNotContain(ReadingTalk.Read("user: " + said), record => record.Kind is MemoryKind.Preference or MemoryKind.Event or MemoryKind.Profile);

    [Theory]
    [InlineData("我在出版社做校对。", "用户在出版社做校对。")]
    [InlineData("医生说我胃不好，我已经不喝咖啡了。", "用户已经不喝咖啡了。")]
    [InlineData("我妈总说我太瘦了，我每天吃五顿。", "用户每天吃五顿。")]
    [InlineData("我在银行上班，这周已经熬了三个晚上。", "用户这周(2023-05-08/2023-05-14)已经熬了三个晚上。")]
    public void ReadAsync_OwnClause_IsReadBesideOthers(string said, string text) => Assert.Contains(ReadingTalk.Read("user: " + said), record => record.Text == text);

    [Theory]
    [InlineData("可以试试：一、番茄牛腩；二、清蒸鲈鱼；三、蒜蓉西兰花。", "就第二个吧。", "用户选择了清蒸鲈鱼。")]
    [InlineData("1. 早班 2. 晚班", "选2吧。", "用户选择了晚班。")]
    [InlineData("A、靠窗；B、过道。", "我选B。", "用户选择了过道。")]
    [InlineData("有拿铁和美式。", "那就美式吧。", "用户选择了美式。")]
    public void ReadAsync_PickOfAnOffer_NamesWhatWasOffered(string offered, string said, string text)
    {
        var record = Assert.Single(ReadingTalk.Read("assistant: " + offered, "user: " + said));

        Assert.Equal((MemoryKind.Preference, text), (record.Kind, record.Text));
        Assert.Equal(2, record.Sources.Count);
    }

    [Theory]
    [InlineData("跟我说话别用网络词。")]
    [InlineData("回答时请不要说教。")]
    [InlineData("别用感叹号。")]
    [InlineData("以后跟我说话简短一点。")]
    public void ReadAsync_MannerOfTalking_IsAnInstruction(string said) => Assert.Equal(MemoryKind.Instruction, Assert.Single(ReadingTalk.Read("user: " + said)).Kind);

    [Theory]
    [InlineData("明天下午两点跟投资人开会。", "等一下，不是明天，是后天，他们改了。", "2023-05-10")]
    [InlineData("儿子的钢琴考级是6月15号。", "不对，我看错了，是6月22号。", "2023-06-22")]
    public void ReadAsync_WrongDayBeforeTheRightOne_IsPutRight(string said, string corrected, string day)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said, "assistant: 好的。", "user: " + corrected).Skip(1));

        Assert.True(record.IsCorrection);
        Assert.StartsWith(day, record.EventTime?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAsync_SonThenHe_IsTheSon()
    {
        var records = ReadingTalk.Read("user: 儿子的钢琴考级是6月15号。", "assistant: 好的。", "user: 他今年九岁，考的是四级。");

        Assert.Equal(["用户的儿子今年九岁。", "用户的儿子考的是四级。"], records.Skip(1).Select(record => record.Text));
        Assert.All(records.Skip(1), record => Assert.Equal(2, record.Sources.Count));
    }
}
