using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>Wishes in half a sentence, and what a message tells beside words that are not meant or not the speaker's.</summary>
public sealed class WishesTests
{
    [Theory]
    [InlineData("Nothing with murders in it.", "murders")]
    [InlineData("Nothing fizzy.", "fizzy")]
    [InlineData("Not a chance, no social media.", "social media")]
    [InlineData("No way, no cold calls.", "cold calls")]
    public void ReadAsync_BareDenial_IsAPreferenceAgainst(string said, string topic)
    {
        var record = Assert.Single(ReadingTalk.Read("assistant: What would suit you?", "user: " + said));

        Assert.Equal((MemoryKind.Preference, Polarity.Negative, topic), (record.Kind, record.Polarity, record.Topic));
    }

    [Theory]
    [InlineData("No way!")]
    [InlineData("Nothing special.")]
    [InlineData("Nothing new.")]
    public void ReadAsync_DenialOfNothing_TellsNothing(string said) => Assert.Empty(ReadingTalk.Read("assistant: Anything else?", "user: " + said));

    [Theory]
    [InlineData("My eyes are bad, so large print instructions only, please.", "User wants large print instructions only.")]
    [InlineData("Only window seats please.", "User wants only window seats.")]
    public void ReadAsync_OnlyPlease_IsAPreference(string said, string text) =>
        Assert.Contains(ReadingTalk.Read("assistant: Noted.", "user: " + said), record => record.Kind == MemoryKind.Preference && record.Text == text);

    [Theory]
    [InlineData("Back to English please, I'm losing half of what you say.", "english")]
    [InlineData("Switch to German.", "german")]
    [InlineData("In French from now on.", "french")]
    public void ReadAsync_LanguageWithoutAVerb_IsAnInstruction(string said, string language)
    {
        var record = ReadingTalk.Read("user: " + said)[0];

        Assert.Equal((MemoryKind.Instruction, "answer language", language), (record.Kind, record.Slot, record.SlotValue));
    }

    [Theory]
    [InlineData("I've got tenure here.", MemoryKind.Fact)]
    [InlineData("I've got asthma.", MemoryKind.Profile)]
    [InlineData("I've got better at chess.", MemoryKind.Event)]
    public void ReadAsync_HaveGot_IsHavingOnlyWithAThing(string said, MemoryKind kind) => Assert.Equal(kind, Assert.Single(ReadingTalk.Read("user: " + said)).Kind);

    [Theory]
    [InlineData("My husband can't stand anchovies.", MemoryKind.Preference, "user's husband")]
    [InlineData("My wife is a vegetarian.", MemoryKind.Preference, "user's wife")]
    [InlineData("My wife is a nurse.", MemoryKind.Profile, "user's wife")]
    [InlineData("Cinnamon gives me hives.", MemoryKind.Preference, "user")]
    [InlineData("我儿子对芒果过敏。", MemoryKind.Fact, "user的儿子")]
    public void ReadAsync_TasteDietAndHealth_AreOfWhomTheyAreTold(string said, MemoryKind kind, string subject)
    {
        var record = Assert.Single(ReadingTalk.Read("assistant: Noted.", "user: " + said));

        Assert.Equal((kind, subject), (record.Kind, record.Subject));
    }

    [Fact]
    public void ReadAsync_ReasonBehindAChoice_IsReadToo() =>
        Assert.Equal(["User chose 9:40.", "User drops the kids at school first."], ReadingTalk.Read("assistant: You could take the 8:10 or the 9:40.", "user: 9:40 works better, I drop the kids at school first.").Select(record => record.Text));

    [Fact]
    public void ReadAsync_BossThenHim_IsTheBoss() =>
        Assert.Equal("User still calls User's boss on Fridays.", ReadingTalk.Read("user: My boss retired in May. I still call him on Fridays.")[^1].Text);

    [Fact]
    public void ReadAsync_SurnameToBeCalledBy_IsAFormOfAddress() => Assert.Equal("okafor", Assert.Single(ReadingTalk.Read("user: Please call me by my surname, Okafor.")).SlotValue);

    [Fact]
    public void ReadAsync_NotAbleOnce_IsNoTaste()
    {
        var records = ReadingTalk.Read("user: I can't do the school run. I can't do dairy.");

        Assert.Equal([MemoryKind.Fact, MemoryKind.Preference], records.Select(record => record.Kind));
    }

    [Fact]
    public void ReadAsync_SeenWhatWasOffered_NamesIt() =>
        Assert.Equal("User has seen Paddington 2 four times.", Assert.Single(ReadingTalk.Read("assistant: How about Paddington 2?", "user: Sold. I've seen it four times.")).Text);

    [Fact]
    public void ReadAsync_LastOfLetteredOptions_IsPicked() =>
        Assert.Contains("balloon ride", Assert.Single(ReadingTalk.Read("assistant: A few thoughts:\na) a pottery weekend\nb) a cookbook\nc) a balloon ride", "user: The last one.")).Text, StringComparison.Ordinal);

    [Fact]
    public void ReadAsync_SentenceAroundAQuotation_IsReadWithoutIt() =>
        Assert.Equal("User got a one-star review for User's tea room.", Assert.Single(ReadingTalk.Read("user: Got a one-star review for my tea room: \"I hate scones, never coming back.\" How do I answer that?")).Text);

    [Theory]
    [InlineData("Just what I was dreaming of, I might weep with joy.")]
    [InlineData("Just what I always wanted.")]
    public void ReadAsync_JoyThatIsNotMeant_TellsNothing(string said) => Assert.Empty(ReadingTalk.Read("user: " + said));

    [Fact]
    public void ReadAsync_NewDayOfAMeeting_TakesThePlaceOfTheFormerDay()
    {
        var records = ReadingTalk.Read("Ada: Book club at mine on the 22nd, half seven.", "assistant: Noted.", "Ada: Let's make it the 29th then, so Bea can come.");

        Assert.Equal("Book club at Ada's on the 29th (2023-05-29), half seven.", records[^1].Text);
    }

    [Fact]
    public void ReadAsync_OwnerOfAnOccasion_IsIntroduced() =>
        Assert.Contains(ReadingTalk.Read("user: Biscuit's vet check is on Friday. He's my greyhound."), record => record.Text == "Biscuit is User's greyhound.");

    [Theory]
    [InlineData("我没有驾照，所以别推荐自驾路线。", "用户希望助手别推荐自驾路线。")]
    [InlineData("以后就叫我小王吧。", "用户希望助手以后就叫用户小王吧。")]
    [InlineData("不要再提前女友了。", "用户希望助手不要再提前女友了。")]
    public void ReadAsync_ChineseStandingWish_IsAnInstruction(string said, string text) =>
        Assert.Equal((MemoryKind.Instruction, text), (ReadingTalk.Read("user: " + said)[^1].Kind, ReadingTalk.Read("user: " + said)[^1].Text));

    [Theory]
    [InlineData("我女儿满月酒，十月十二号。", "用户的女儿满月酒，十月十二号(2023-10-12)。")]
    [InlineData("单间从下个月起三千六。", "用户:单间从下个月(2023-06)起三千六。")]
    [InlineData("我在写武侠小说，主角从小没爹没娘。", "用户在写武侠小说。")]
    [InlineData("我爸走不了太多路。", "用户的爸走不了太多路。")]
    public void ReadAsync_ChineseStatement_IsWhole(string said, string text) => Assert.Equal(text, Assert.Single(ReadingTalk.Read("user: " + said)).Text);

    [Fact]
    public void ReadAsync_ChineseAnswerAboutAThing_IsPutIntoItsQuestion() =>
        Assert.Equal("用户的酒店定在平江路的得月楼。", Assert.Single(ReadingTalk.Read("assistant: 酒店定在哪里？", "user: 平江路的得月楼。")).Text);

    [Fact]
    public void ReadAsync_ChineseNameInOtherSigns_IsPutRight() =>
        Assert.Equal("林若曦", ReadingTalk.Read("user: 我女儿名字叫林若希。", "assistant: 好的。", "user: 打错了，是晨曦的曦，林若曦。")[^1].SlotValue);
}
