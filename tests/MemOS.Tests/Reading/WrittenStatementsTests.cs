namespace MemOS.Tests.Reading;

/// <summary>Records are sentences that a person would write.</summary>
public class WrittenStatementsTests
{
    [Theory]
    [InlineData("user: Thinking about getting a tattoo.", "User is thinking about getting a tattoo.")]
    [InlineData("user: Been working on the attic since March.", "User has been working on the attic since March (2023-03).")]
    [InlineData("user: Since you asked, I'm a Scorpio.", "User is a Scorpio.")]
    [InlineData("user: Mum's in hospital since Sunday, hip replacement.", "User's mum is in hospital since Sunday (2023-05-07), hip replacement.")]
    [InlineData("user: Mind that my son is asleep until two.", "User's son is asleep until two.")]
    [InlineData("user: Not working Fridays anymore.", "User is not working Fridays anymore.")]
    [InlineData("user: Stuck in traffic on the M6.", "User is stuck in traffic on the M6.")]
    [InlineData("user: There are six of us.", "There are six of User and theirs.")]
    [InlineData("user: I need 5 eggs, 200 g flour and a lemon.", "User needs 5 eggs, 200 g flour and a lemon.")]
    [InlineData("user: Car's a 2014 Golf, petrol.", "User's car is a 2014 Golf, petrol.")]
    [InlineData("user: Office is closed on Mondays.", "User's office is closed on Mondays.")]
    [InlineData("user: On my way to Leeds.", "User: on User's way to Leeds.")]
    public void Read_Statement_IsWrittenInPlainEnglish(string message, string text) =>
        Assert.Equal(text, Assert.Single(ReadingTalk.Read(message)).Text);

    [Fact]
    public void Read_SinceWeLastChatted_KeepsItsVerb()
    {
        var records = ReadingTalk.Read("Melanie: Hi Ada, I'm back from Rome.", "Ada: Since we last chatted I adopted a kitten, and since you last called it has doubled in size.");

        Assert.DoesNotContain(records, record => record.Text.Contains("lasts", StringComparison.Ordinal));
        Assert.Contains(records, record => record.Text.Contains("last chatted", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_HowManyTheyAre_IsNobodysAge() =>
        Assert.DoesNotContain(ReadingTalk.Read("user: We're four, one's vegan."), record => record.Slot == "age");

    [Fact]
    public void Read_MineOfNothingNamed_IsNothing() => Assert.Empty(ReadingTalk.Read("user: Mine's a pint of stout."));

    [Fact]
    public void Read_Grandad_IsFamily() =>
        Assert.Equal("user's grandad", Assert.Single(ReadingTalk.Read("user: Grandad passed away on Saturday.")).Subject);
}
