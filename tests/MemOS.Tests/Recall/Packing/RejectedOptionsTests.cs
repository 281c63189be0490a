using MemOS.Recall.Packing;

namespace MemOS.Tests.Recall.Packing;

public sealed class RejectedOptionsTests
{
    private const string List = "Some ideas:\n1. A pottery course\n2. I'd suggest a chess club\n3. Tango lessons";

    [Theory]
    [InlineData("I'll go with option 2.", "[prefers it to: A pottery course; Tango lessons]")]
    [InlineData("The last one, please. I'd go.", "[prefers it to: A pottery course; a chess club]")]
    [InlineData("Chess sounds best. The others don't appeal to me.", "[did not want: A pottery course; Tango lessons]")]
    [InlineData("Let's take the pottery course, tango lessons are too loud.", "[did not want: a chess club]")]
    public void Describe_OnAChoiceFromAList_TellsWhatWasLeft(string choice, string expected) => Assert.Equal(expected, RejectedOptions.Describe(choice, List));

    [Theory]
    [InlineData("You could cook at home, order a pizza, or visit the new ramen bar.", "[prefers it to: cook at home; order a pizza]")]
    [InlineData("We can order a pizza or visit the new ramen bar.", "[prefers it to: order a pizza]")]
    [InlineData("How about a pizza? Maybe a curry. Or the new ramen bar!", "[prefers it to: a pizza; a curry]")]
    public void Describe_OnAChoiceFromProse_TellsWhatWasLeft(string offer, string expected) => Assert.Equal(expected, RejectedOptions.Describe("Let's go with the ramen bar.", offer));

    [Fact]
    public void Describe_OnAllOthersTurnedDown_SaysWhatItInfersAndThatItInfers() => Assert.Equal(
        "[inferred: a strong preference, dislikes or avoids dairy products (perhaps due to lactose intolerance or a milk allergy); did not want: Macaroni and cheese; A yogurt parfait; Fettuccine Alfredo]",
        RejectedOptions.Describe("I'll have the fruit plate. The other options don't work for me.", "For lunch there is:\n1. Macaroni and cheese\n2. A fruit plate\n3. A yogurt parfait\n4. Fettuccine Alfredo"));

    [Fact]
    public void Describe_OnNumbersBehindTheirOptions_ReadsThem() => Assert.Equal(
        "[prefers it to: read a book; watch a film]",
        RejectedOptions.Describe("I'll go with option 2.", "For a calm evening, you could read a book (1), bake some bread (2), or watch a film (3)."));

    [Theory]
    [InlineData("I had a salad today.", List)]
    [InlineData("I'll go with option 7.", List)]
    [InlineData("I'll go with option 1.", "Understood, I will remember that.")]
    [InlineData("I think it will rain.", "Shall we meet at ten or at noon?")]
    public void Describe_WithoutAChoiceAmongOptions_IsNull(string choice, string offer) => Assert.Null(RejectedOptions.Describe(choice, offer));
}
