using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>News in the words people use for it: birthdays, orders of a doctor, what somebody has instead, another day.</summary>
public sealed class NewsTests
{
    [Theory]
    [InlineData("Dad had his 70th yesterday.", "user's dad", "70")]
    [InlineData("We celebrated Mum's eightieth on Saturday.", "user's mum", "80")]
    [InlineData("My sister had her fortieth birthday last week.", "user's sister", "40")]
    [InlineData("Whiskers just turned 12!", "Whiskers", "12")]
    public void ReadAsync_Birthday_TellsTheAge(string said, string subject, string age)
    {
        var record = ReadingTalk.Read("assistant: Hello!", "user: " + said)[0];

        Assert.Equal((subject, "age", age), (record.Subject, record.Slot, record.SlotValue));
    }

    [Theory]
    [InlineData("We celebrated our 10th anniversary on Saturday.")]
    [InlineData("My brother had his second coffee at noon.")]
    [InlineData("We celebrated Mum's second win on Saturday.")]
    public void ReadAsync_OtherNumberOfTheirs_IsNoAge(string said) =>
        Assert.DoesNotContain(ReadingTalk.Read("user: " + said), record => record.Slot == "age");

    [Theory]
    [InlineData("Lorcan: The budget is 500 euros.", "Bettina: No, Lorcan, it's 700.", "The budget is 700 euros.")]
    [InlineData("Dario: My deadline is 30 May.", "Iris: No Dario, it's 15 May.", "Dario's deadline is 15 May (2023-05-15).")]
    public void ReadAsync_CorrectionOfAnother_PutsTheirWordsRight(string said, string corrected, string text)
    {
        var record = ReadingTalk.Read(said, corrected, "assistant: Noted.")[^1];

        Assert.True(record.IsCorrection);
        Assert.Equal(text, record.Text);
    }

    [Theory]
    [InlineData("Lorcan: The budget is 500 euros.", "Bettina: No, it's 700 people who come.")]
    [InlineData("Lorcan: The budget is 500 euros.", "Bettina: No, Petra, it's 700.")]
    public void ReadAsync_AnswerToSomebodyElse_CorrectsNothing(string said, string answered) =>
        Assert.DoesNotContain(ReadingTalk.Read(said, answered, "assistant: Noted."), record => record.IsCorrection);

    [Theory]
    [InlineData("I don't have asthma, it's reflux.", "User has reflux.")]
    [InlineData("The results are in: my son doesn't have an ulcer, it's stress.", "User's son has stress.")]
    public void ReadAsync_OtherThanThought_IsToldWhole(string said, string text) =>
        Assert.Equal(text, ReadingTalk.Read("user: " + said)[^1].Text);

    // It was said on a Monday.
    [Theory]
    [InlineData("The review has been moved to Monday.", "2023-05-15")]
    [InlineData("The review has been put back to 18 May.", "2023-05-18")]
    [InlineData("The review has been moved to this Monday.", "2023-05-08")]
    [InlineData("I fell off my bike on Monday.", "2023-05-01")]
    public void ReadAsync_WeekdayOfToday_IsTheNextOneWhereItLiesAhead(string said, string date) =>
        Assert.StartsWith(date, Assert.Single(ReadingTalk.Read("user: " + said)).EventTime?.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Maja goes to a childminder called Brigid.")]
    [InlineData("We put 300 euros aside a month.")]
    public void ReadAsync_Habit_IsNoEvent(string said) =>
        Assert.Equal(MemoryKind.Fact, ReadingTalk.Read("Ada: " + said, "Ben: Nice!")[0].Kind);

    [Theory]
    [InlineData("I haven't touched a cigarette in three weeks.", "cigarette")]
    [InlineData("I haven't eaten meat since January.", "meat")]
    [InlineData("The Fiesta went to the scrapyard.", "fiesta")]
    [InlineData("They've axed the number 9.", "number 9")]
    [InlineData("We lost Pumpkin in the summer.", "pumpkin")]
    [InlineData("I haven't seen Anna in three weeks.", null)]
    [InlineData("We lost on Saturday.", null)]
    [InlineData("医生让我别喝咖啡了。", "咖啡")]
    public void ReadAsync_DoneWithout_NamesWhatIsOver(string said, string? ended) =>
        Assert.Equal(ended, ReadingTalk.Read("assistant: Hello!", "user: " + said)[^1].Ends);

    [Theory]
    [InlineData("回答的时候用英文。", "英文")]
    [InlineData("还是用中文吧。", "中文")]
    [InlineData("请换回英文。", "英文")]
    [InlineData("请不要用英文回答。", null)]
    public void ReadAsync_ChineseLanguageOfAnswers_FillsItsSlot(string said, string? language) =>
        Assert.Equal(language, Assert.Single(ReadingTalk.Read("user: " + said)).SlotValue);

    [Theory]
    [InlineData("user: 明天下午三点带妈妈复查。", "user: 哦不对，复查是后天，不是明天。", "2023-05-10")]
    [InlineData("user: 同学聚会定在周六晚上六点。", "user: 不好意思，聚会是周日，不是周六。", "2023-05-14")]
    public void ReadAsync_ChineseCorrectionThatNamesTheOccasion_MovesIt(string said, string corrected, string date)
    {
        var record = ReadingTalk.Read(said, "assistant: 好的。", corrected)[^1];

        Assert.True(record.IsCorrection);
        Assert.StartsWith(date, record.EventTime?.ToString(), StringComparison.Ordinal);
    }
}
