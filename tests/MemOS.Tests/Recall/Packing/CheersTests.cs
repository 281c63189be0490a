using MemOS.Recall.Notes;
using MemOS.Recall.Words;

namespace MemOS.Tests.Recall.Packing;

public sealed class CheersTests
{
    [Theory]
    [InlineData("Wow!")]
    [InlineData("Yeah, Caroline!")]
    [InlineData("Thanks, Ada.")]
    [InlineData("Hey Mel!")]
    [InlineData("Wow, that agency looks great!")]
    [InlineData("Sounds good.")]
    [InlineData("That's so cool!")]
    [InlineData("")]
    [InlineData("You rock!")]
    [InlineData("Long time no see, Priya!")]
    [InlineData("Appreciate the encouragement.")]
    [InlineData("Your kind words mean a lot.")]
    [InlineData("Have a great day.")]
    [InlineData("See you later Tom!")]
    [InlineData("How ya been?")]
    [InlineData("Looks like a blast!")]
    [InlineData("Glad it helped ya, Omar!")]
    public void Is_OnGreetingThanksOrPraise_IsTrue(string sentence) => Assert.True(Cheers.Is(sentence, WordAnalyzer.Terms(sentence)));

    [Theory]
    [InlineData("Yes, about four months of expenses at the Nordbank.")]
    [InlineData("At the Nordbank.")]
    [InlineData("Thanks, I bought a kayak.")]
    [InlineData("Great dog parks lie along the river.")]
    [InlineData("Hey, 3 pm at the pier.")]
    [InlineData("谢谢你的建议")]
    [InlineData("See you tomorrow at Priya's!")]
    [InlineData("See you Friday!")]
    [InlineData("You rock climbed there in 2019.")]
    [InlineData("Have a look at the oak desk.")]
    [InlineData("I appreciate the smell of rain.")]
    [InlineData("Enjoy Lisbon!")]
    public void Is_OnWhatSaysSomething_IsFalse(string sentence) => Assert.False(Cheers.Is(sentence, WordAnalyzer.Terms(sentence)));
}
