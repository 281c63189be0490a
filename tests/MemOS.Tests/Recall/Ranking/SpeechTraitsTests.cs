using MemOS.Recall.Ranking;

namespace MemOS.Tests.Recall.Ranking;

public sealed class SpeechTraitsTests
{
    [Theory]
    [InlineData("Have you been there? It was closed.", true, false)]
    [InlineData("It was closed. Have you been there? ", true, true)]
    [InlineData("你去过那里吗？", true, true)]
    [InlineData("It was closed.", false, false)]
    [InlineData("", false, false)]
    public void Of_OnQuestion_TellsWhetherItEndsAsking(string text, bool asks, bool endsAsking)
    {
        var traits = SpeechTraits.Of(text);

        Assert.Equal((asks, endsAsking), (traits.Asks, traits.EndsAsking));
    }

    [Theory]
    [InlineData("I've moved to Leeds.", true, false)]
    [InlineData("You must be proud!", false, true)]
    [InlineData("We miss YOUR soup.", true, true)]
    [InlineData("Iris yearns for younger wine.", false, false)]
    public void Of_OnPronouns_TellsWhoIsSpokenOf(string text, bool self, bool listener)
    {
        var traits = SpeechTraits.Of(text);

        Assert.Equal((self, listener), (traits.OfSelf, traits.OfListener));
    }

    [Theory]
    [InlineData("Yesterday my friend Rob met Ann Lee in the Louvre.", 4)]
    [InlineData("Wow. That was Great.", 1)]
    [InlineData("I think I'd go. Nobody else would.", 0)]
    public void Of_OnCapitals_CountsThoseInsideSentences(string text, int names) => Assert.Equal(names, SpeechTraits.Of(text).Names);

    [Theory]
    [InlineData("We have two dogs", true, false, false)]
    [InlineData("Room 12", true, false, false)]
    [InlineData("She works in the Azores", false, true, false)]
    [InlineData("I left because of the noise", false, false, true)]
    [InlineData("A weightless cause célèbre", false, false, true)]
    [InlineData("I went home", false, false, false)]
    public void Of_OnForm_TellsNumbersPlacesAndReasons(string text, bool number, bool place, bool reason)
    {
        var traits = SpeechTraits.Of(text);

        Assert.Equal((number, place, reason), (traits.HasNumber, traits.HasPlace, traits.HasReason));
    }

    [Fact]
    public void Of_OnAWordLongerThanAny_DoesNotFail()
    {
        var traits = SpeechTraits.Of(new string('x', 5000) + " my");

        Assert.True(traits.OfSelf);
    }
}
