using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>What a pronoun stands for, and what a clause tells of two things at once.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Leave the chickpeas out, I can't stand them.", "chickpeas")]
    [InlineData("Skip the olives please, I don't like them.", "olives")]
    [InlineData("No coriander please. I can't stand it.", "coriander")]
    [InlineData("Take the raisins out again. I hate them.", "raisins")]
    [InlineData("Keep peanuts away, I'm allergic to them.", "peanuts")]
    [InlineData("My sister gave me a kayak. I love it.", "kayak")]
    public void ReadAsync_TasteOfAPronoun_IsOfTheThingNamedBefore(string said, string topic) =>
        Assert.Equal(topic, ReadingTalk.Read("assistant: Noted, anything else?", "user: " + said).Last(record => record.Polarity != Polarity.None).Topic);

    [Theory]
    [InlineData("Shall I add olives?", "No, I can't stand them.", "olives")]
    [InlineData("Do you like jazz?", "I love it!", "jazz")]
    [InlineData("How about some blue cheese?", "I don't eat it.", "blue cheese")]
    public void ReadAsync_TasteOfWhatWasOffered_NamesItAndPointsAtTheOffer(string asked, string said, string topic)
    {
        var record = Assert.Single(ReadingTalk.Read("assistant: " + asked, "user: " + said));

        Assert.Equal(topic, record.Topic);
        Assert.Equal(2, record.Sources.Count);
    }

    [Theory]
    [InlineData("Should I make it more formal?", "I love it!")]
    [InlineData("How about a hike or a swim?", "I love it!")]
    public void ReadAsync_PraiseOfTheTalk_NamesNothing(string asked, string said) => Assert.Empty(ReadingTalk.Read("assistant: " + asked, "user: " + said));

    [Theory]
    [InlineData("My daughter Wren is five and obsessed with diggers.", "User's daughter Wren is five.", "User's daughter Wren is obsessed with diggers.")]
    [InlineData("My brother lives in Oslo and works as a nurse.", "User's brother lives in Oslo.", "User's brother works as a nurse.")]
    [InlineData("I'm 34 and allergic to latex.", "User is 34.", "User is allergic to latex.")]
    [InlineData("I'm a nurse and really into chess.", "User is a nurse.", "User is really into chess.")]
    [InlineData("My son is nine and loves trains.", "User's son is nine.", "User's son loves trains.")]
    public void ReadAsync_TwoThingsOfOnePerson_AreTwoStatements(string said, string first, string second) =>
        Assert.Equal([first, second], ReadingTalk.Read("user: " + said).Select(record => record.Text));

    [Theory]
    [InlineData("I'm married and happy.")]
    [InlineData("My car is old and slow.")]
    [InlineData("I'm vegetarian and lactose-intolerant.")]
    public void ReadAsync_TwoWordsForOneThing_AreOneStatement(string said) => Assert.Single(ReadingTalk.Read("user: " + said));

    [Theory]
    [InlineData("Aubergine is my favourite vegetable anyway.", "favorite vegetable", "aubergine")]
    [InlineData("Autumn is my favorite season.", "favorite season", "autumn")]
    public void ReadAsync_NameOfAFavourite_IsAPreferenceOfTheSpeaker(string said, string slot, string value)
    {
        var record = Assert.Single(ReadingTalk.Read("assistant: What would you like?", "user: " + said));

        Assert.Equal((MemoryKind.Preference, "user", slot, value), (record.Kind, record.Subject, record.Slot, record.SlotValue));
    }

    [Theory]
    [InlineData("I'm allergic to peanuts.", "peanuts")]
    [InlineData("I'm severely lactose intolerant.", null)]
    [InlineData("I have a latex allergy.", null)]
    [InlineData("我对花生过敏。", "花生")]
    public void ReadAsync_AilmentOfTheSpeaker_IsPartOfWhoTheyAre(string said, string? topic)
    {
        var record = Assert.Single(ReadingTalk.Read("user: " + said));

        Assert.Equal((MemoryKind.Profile, Polarity.Negative, "user"), (record.Kind, record.Polarity, record.Subject));
        Assert.True(topic is null || record.Topic == topic, record.Topic);
    }

    [Theory]
    [InlineData("My friend Ben is allergic to sesame.", "user's friend Ben")]
    [InlineData("My son is lactose intolerant.", "user's son")]
    [InlineData("I'm planning my son Ezra's birthday party. His friend Noor is allergic to eggs.", "user's son Ezra")]
    public void ReadAsync_AilmentOfSomebodyElse_IsAFactAboutThem(string said, string subject)
    {
        var record = ReadingTalk.Read("user: " + said)[^1];

        Assert.Equal((MemoryKind.Fact, subject), (record.Kind, record.Subject));
    }
}
