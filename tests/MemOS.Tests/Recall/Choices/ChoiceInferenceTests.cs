using MemOS.Recall.Choices;

namespace MemOS.Tests.Recall.Choices;

public sealed class ChoiceInferenceTests
{
    [Theory]
    [InlineData("A bowl of lentils with rice", "A ham toastie|Fish and chips|Scrambled eggs with cheese", "animal products in food (perhaps due to a strict vegan, vegetarian or religious diet)")]
    [InlineData("A stroll along the canal", "A ride in a hot air balloon|Bungee jumping from the bridge|Climbing the church tower", "activities that involve heights or high places (perhaps due to a fear or phobia of heights)")]
    [InlineData("A quiet garden cafe", "A concert in a packed stadium|The crowded flea market festival|The carnival parade", "activities in crowds and crowded places (perhaps due to discomfort or anxiety in crowds)")]
    [InlineData("A canvas backpack", "A leather satchel|A suede bag with a fur trim|A silk-lined clutch bag", "clothing and accessories made from animal products, such as leather, wool or silk (perhaps due to ethical concerns, or a vegan way of life)")]
    public void Avoided_OnOptionsThatShareWhatPeopleAvoid_NamesItWithAGuessAtTheReason(string taken, string refused, string expected) =>
        Assert.Equal(expected, ChoiceInference.Avoided("I'll take that one. The others don't work for me.", taken, refused.Split('|'), "Some ideas:"));

    [Fact]
    public void Avoided_OnWordsThatOnlyTheRefusedShare_QuotesThem() =>
        Assert.Equal("games that involve \"hidden roles\"", ChoiceInference.Avoided("The first one.", "A cooperative board game", ["A party game with hidden roles", "A card game of hidden roles and bluffing"], "Which game shall we play?"));

    [Fact]
    public void Avoided_OnAReasonThatIsSaid_TakesTheSpeakersWords() =>
        Assert.Equal("music with long solos", ChoiceInference.Avoided("The quartet. The options with long solos don't appeal to me.", "A string quartet", ["A jazz trio", "A prog-rock band"], "Which concert or band would you like to hear? Music tonight:"));

    [Theory]
    [InlineData("A stew of beans", "A bowl of noodles without meat|A meat-free chili", "I'd like the stew.")]
    [InlineData("Monday at ten", "Tuesday at nine|Friday at noon", "Monday suits me.")]
    public void Avoided_OnOptionsThatShareNothing_IsNull(string taken, string refused, string choice) =>
        Assert.Null(ChoiceInference.Avoided(choice, taken, refused.Split('|'), "Which one?"));

    [Fact]
    public void Avoided_WhereTheTakenOptionHasItToo_DoesNotNameIt()
    {
        var avoided = ChoiceInference.Avoided("The zipline, please.", "A zipline over the gorge", ["A hot air balloon ride", "Climbing a cliff"], "For the weekend:");

        Assert.DoesNotContain("heights", avoided ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void All_OfTheEmbeddedList_HasSignsAndDomains() => Assert.All(AversionTable.All, aversion =>
    {
        Assert.NotEmpty(aversion.Signs);
        Assert.NotEmpty(aversion.Domains);
        Assert.NotEmpty(aversion.What);
    });
}
