using MemOS.Time;

namespace MemOS.Tests.Time;

public class ChineseTimeTests
{
    // A Wednesday.
    private static readonly DateTime Reference = new(2024, 3, 13, 15, 30, 0);

    [Theory]
    [InlineData("我今天很忙", "2024-03-13")]
    [InlineData("昨天下雨了", "2024-03-12")]
    [InlineData("前天回家", "2024-03-11")]
    [InlineData("明天放假", "2024-03-14")]
    [InlineData("后天出发", "2024-03-15")]
    [InlineData("上周三看了医生", "2024-03-06")]
    [InlineData("下个星期二考试", "2024-03-19")]
    [InlineData("下周开会", "2024-03-18/2024-03-24")]
    [InlineData("这周末爬山", "2024-03-16/2024-03-17")]
    [InlineData("上个月搬家", "2024-02")]
    [InlineData("三个月前", "2023-12")]
    [InlineData("两天后", "2024-03-15")]
    [InlineData("十年前结婚", "2014")]
    [InlineData("半年前", "2023-09")]
    [InlineData("几天前", "2024-03-09/2024-03-11")]
    [InlineData("去年毕业", "2023")]
    [InlineData("今年夏天", "2024-06-01/2024-08-31")]
    [InlineData("2023年5月7日出生", "2023-05-07")]
    [InlineData("二〇二三年五月七日", "2023-05-07")]
    [InlineData("去年5月", "2023-05")]
    [InlineData("2021年", "2021")]
    [InlineData("明天下午三点半", "2024-03-14T15:30")]
    [InlineData("昨晚8点", "2024-03-12T20:00")]
    public void Recognize_SettledExpression_NamesTheTime(string text, string expected)
    {
        var mention = Assert.Single(TimeRecognizer.Recognize(text, Reference));
        Assert.Equal(expected, mention.Past.ToString());
        Assert.Equal(mention.Past, mention.Future);
    }

    [Theory]
    [InlineData("5月7号见面", "2023-05-07", "2024-05-07")]
    [InlineData("星期天", "2024-03-10", "2024-03-17")]
    [InlineData("国庆节", "2023-10-01", "2024-10-01")]
    [InlineData("五月", "2023-05", "2024-05")]
    public void Recognize_OpenExpression_HasPastAndFuture(string text, string past, string future)
    {
        var mention = Assert.Single(TimeRecognizer.Recognize(text, Reference));
        Assert.Equal(past, mention.Past.ToString());
        Assert.Equal(future, mention.Future.ToString());
    }

    [Theory]
    [InlineData("下午三点", "15:00:00")]
    [InlineData("晚上8点", "20:00:00")]
    public void Recognize_TimeOfDay_IsTime(string text, string value)
    {
        var mention = Assert.Single(TimeRecognizer.Recognize(text, Reference));
        Assert.Equal(TimeMentionKind.Time, mention.Kind);
        Assert.Equal(value, Assert.Single(mention.Values).Value);
    }

    [Theory]
    [InlineData("今天天气很好", 1)]
    [InlineData("三百个人在日本", 0)]
    [InlineData("周先生喜欢月亮", 0)]
    [InlineData("一天吃三顿饭", 0)]
    public void Recognize_OrdinaryWords_AreNoTimes(string text, int expected) =>
        Assert.Equal(expected, TimeRecognizer.Recognize(text, Reference).Count);

    [Fact]
    public void Recognize_BothLanguages_FindsBoth()
    {
        var mentions = TimeRecognizer.Recognize("上周三 we met, and again yesterday", Reference);
        Assert.Equal(["上周三", "yesterday"], mentions.Select(mention => mention.Text));
    }
}
