using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>What people tell beside a request, by a choice, or in half a sentence.</summary>
public sealed class RequestsTests
{
    [Theory]
    [InlineData("Book me Lyon to Strasbourg on the 12th.", "User wants Lyon to Strasbourg on the 12th (2023-05-12).", "2023-05-12")]
    [InlineData("Could you book a table at Nopi for Friday?", "User wants a table at Nopi for Friday (2023-05-12).", "2023-05-12")]
    [InlineData("Please reserve me two seats for tomorrow.", "User wants two seats for tomorrow (2023-05-09).", "2023-05-09")]
    [InlineData("Put the dentist on Wednesday in my calendar.", "User wants the dentist on Wednesday (2023-05-10) in User's calendar.", "2023-05-10")]
    [InlineData("Find me a ferry from Piraeus to Naxos on Friday.", "User wants a ferry from Piraeus to Naxos on Friday (2023-05-12).", "2023-05-12")]
    public void ReadAsync_RequestWithADay_IsAnEvent(string said, string text, string day)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal((MemoryKind.Event, text, day), (record.Kind, record.Text, record.EventTime?.ToString()));
    }

    [Fact]
    public void ReadAsync_RequestNearAPlace_IsAFact() =>
        Assert.Equal((MemoryKind.Fact, "User wants a plumber round Stockport who takes bookings online."), Read("can you find me a plumber round Stockport who takes bookings online?"));

    [Theory]
    [InlineData("Find me a synonym for happy.")]
    [InlineData("Can you get me a list of primes?")]
    [InlineData("Book recommendations, please.")]
    [InlineData("A short summary would be great.")]
    [InlineData("Some more examples would be nice.")]
    [InlineData("Can't complain.")]
    [InlineData("Bye for now!")]
    public void ReadAsync_RequestForTheTalk_TellsNothing(string said) => Assert.Empty(ReadingTalk.Read("assistant: Hello!", "user: " + said));

    [Theory]
    [InlineData("Book me Lyon to Strasbourg on the 12th, quiet coach as usual, forward-facing.", "quiet coach")]
    [InlineData("Quiet coach again of course.", "quiet coach")]
    [InlineData("Took the aisle again, of course.", "aisle")]
    [InlineData("I had the mushroom soup, as always.", "mushroom soup")]
    [InlineData("Window seat like always.", "window seat")]
    [InlineData("Salmon twice a week would be great.", "salmon twice a week")]
    public void ReadAsync_WhatIsTakenAgainOrWelcome_IsAPreference(string said, string topic) =>
        Assert.Contains(ReadingTalk.Read("user: " + said), record => record.Kind == MemoryKind.Preference && record.Topic!.StartsWith(topic.Split(" twice")[0], StringComparison.Ordinal) && record.Polarity == Polarity.Positive);

    [Theory]
    [InlineData("The cheapest is Blue Star Delos at 07:30; the fast boat is 79.", "Delos it is.", "Delos")]
    [InlineData("We have the falafel bowl and the ramen.", "The ramen then.", "ramen")]
    [InlineData("We have the falafel bowl and the ramen.", "Let's have the falafel bowl.", "falafel bowl")]
    [InlineData("Options: 14A window, 14B middle, 14C aisle.", "14C, as always.", "14C aisle")]
    [InlineData("There is a red one and a blue one.", "The red one for me please.", "red")]
    public void ReadAsync_PickOfAnOffer_NamesWhatWasOffered(string offered, string said, string picked)
    {
        var record = Assert.Single(ReadingTalk.Read("assistant: " + offered, "user: " + said));

        Assert.Equal(MemoryKind.Preference, record.Kind);
        Assert.Contains(picked, record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAsync_RefusalOfWhatWasAsked_IsAPreferenceAgainstIt()
    {
        var record = ReadingTalk.Read("user: Which seat should I take for the flight? Not the window, I get up too often.")[0];

        Assert.Equal((Polarity.Negative, "window"), (record.Polarity, record.Topic));
    }

    [Theory]
    [InlineData("I've a dentist appointment tomorrow at 15:30.", "No wait, it's on Thursday.", "2023-05-11T15:30")]
    [InlineData("My interview is on Thursday.", "Sorry, it's tomorrow.", "2023-05-09")]
    public void ReadAsync_CorrectedDay_TakesThePlaceOfTheOneSaid(string said, string corrected, string day) =>
        Assert.Equal(day, ReadingTalk.Read("user: " + said, "assistant: Noted.", "user: " + corrected)[^1].EventTime?.ToString());

    [Fact]
    public void ReadAsync_SlipToldBehindAnOpener_IsPutRight() =>
        Assert.Equal("User's car cost User 6,900 euros.", ReadingTalk.Read("user: I bought a car yesterday. It cost me 6,400 euros.", "assistant: Noted.", "user: Oh, and I got that wrong: it was 6,900, the winter tyres came on top.")[^1].Text);

    [Fact]
    public void ReadAsync_NameAloneWhereAFormOfAddressIsDropped_IsAnInstruction()
    {
        var records = ReadingTalk.Read("user: Please address me formally, as Dr. Abernathy, and write in full sentences.", "assistant: Certainly.", "user: Drop the doctor, will you? Just Fergus.");

        Assert.Equal(["dr. abernathy", "sentences", "fergus"], records.Select(record => record.SlotValue));
        Assert.All(records, record => Assert.Equal(MemoryKind.Instruction, record.Kind));
    }

    [Theory]
    [InlineData("My grandmother used to say \"never trust a man who doesn't eat onions\".", "Everything! She was from Plovdiv.", "User's grandmother was from Plovdiv.")]
    [InlineData("My grandmother used to say \"eat your onions\".", "I learned her banitsa.", "User learned User's grandmother's banitsa.")]
    [InlineData("My father moved to Leeds.", "I visit him every Sunday.", "User visits User's father every Sunday.")]
    public void ReadAsync_RelativeOfAnEarlierMessage_IsNamed(string before, string said, string text) =>
        Assert.Contains(ReadingTalk.Read("user: " + before, "assistant: I see. Go on?", "user: " + said), record => record.Text == text);

    [Fact]
    public void ReadAsync_PetAskedAboutByName_IsIntroduced() =>
        Assert.Equal("Pickle is User's cat.", ReadingTalk.Read("assistant: Shall I work out portions for Pickle?", "user: Yes. He's my cat and he steals the dog's food.")[0].Text);

    private static (MemoryKind, string) Read(string said) => Assert.Single(ReadingTalk.Read("user: " + said)) is var record ? (record.Kind, record.Text) : default;
}
