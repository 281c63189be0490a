using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>Which way a preference points, in the words that turn it.</summary>
public class PolarityTests
{
    [Theory]
    [InlineData("I prefer not to fly.", "fly")]
    [InlineData("I'd prefer not to eat late.", "eat late")]
    [InlineData("I would rather not share a room.", "share room")]
    [InlineData("I'd rather not work weekends.", "work weekends")]
    [InlineData("I'm not a huge fan of musicals.", "musicals")]
    [InlineData("Not a fan of coriander, sorry.", "coriander")]
    [InlineData("I'm no fan of buffets.", "buffets")]
    [InlineData("I can't stand loud chewing.", "loud chewing")]
    [InlineData("Can't stand coriander.", "coriander")]
    [InlineData("I'm not big on seafood.", "seafood")]
    [InlineData("Not big on parties, honestly.", "parties")]
    [InlineData("Not really into jazz.", "jazz")]
    [InlineData("I don't care for opera.", "opera")]
    [InlineData("I could do without the small talk.", "small talk")]
    [InlineData("I can live without TV.", "tv")]
    [InlineData("I have no interest in golf.", "golf")]
    [InlineData("I have zero interest in football.", "football")]
    [InlineData("I'm not much of a morning person.", "morning person")]
    [InlineData("I never liked mushrooms.", "mushrooms")]
    [InlineData("我宁愿不去人多的地方。", "去人多的地方")]
    [InlineData("我不怎么爱吃甜食。", "吃甜食")]
    [InlineData("我对足球没什么兴趣。", "足球")]
    [InlineData("我对恐怖片不感冒。", "恐怖片")]
    [InlineData("我不是很喜欢开车。", "开车")]
    [InlineData("我尽量不坐飞机。", "坐飞机")]
    [InlineData("我受不了噪音。", "噪音")]
    public void Read_TurnedDown_IsANegativePreference(string text, string topic)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + text));

        Assert.Equal((MemoryKind.Preference, Polarity.Negative, topic), (record.Kind, record.Polarity, record.Topic));
    }

    [Theory]
    [InlineData("I don't mind spicy food.")]
    [InlineData("I don't mind the cold.")]
    [InlineData("I wouldn't mind a window seat.")]
    [InlineData("I have no problem with cats.")]
    [InlineData("I have no allergies.")]
    [InlineData("我不介意早起。")]
    public void Read_NeitherLikedNorDisliked_IsNoPreference(string text) =>
        Assert.All(ReadingTalk.Read("user: " + text), record => Assert.Equal(Polarity.None, record.Polarity));

    [Theory]
    [InlineData("Big fan of jazz.", "jazz")]
    [InlineData("I have a real interest in golf.", "golf")]
    [InlineData("我更喜欢不加糖的咖啡。", "不加糖的咖啡")]
    public void Read_Liked_IsAPositivePreference(string text, string topic)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + text));

        Assert.Equal((Polarity.Positive, topic), (record.Polarity, record.Topic));
    }

    [Fact]
    public void Read_TurnedDownWithoutASubject_IsWrittenWhole() =>
        Assert.Equal(["User is not a fan of coriander.", "User can not stand the smell."], ReadingTalk.Read("user: Not a fan of coriander. Can't stand the smell.").Select(record => record.Text));
}
