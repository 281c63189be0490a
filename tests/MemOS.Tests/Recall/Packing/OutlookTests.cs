using MemOS.Recall.Packing;

namespace MemOS.Tests.Recall.Packing;

public sealed class OutlookTests
{
    private static readonly DateTimeOffset Said = new(2023, 5, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("The recital is in June.", "2023-06")]
    [InlineData("Her recital was in June.", "2022-06")]
    [InlineData("I'm so excited about summer break!", "2023-06-01/2023-08-31")]
    [InlineData("We were so excited about the fair in July.", "2022-07")]
    [InlineData("My driving test is on Friday.", "2023-05-12")]
    [InlineData("I failed my driving test on Friday.", "2023-05-05")]
    [InlineData("We've got tickets for September.", "2023-09")]
    [InlineData("I booked a cabin for December.", "2023-12")]
    [InlineData("The cabin I booked in February was lovely.", "2023-02")]
    [InlineData("Packing for our trip in August.", "2023-08")]
    [InlineData("Had a blast at the lake on Sunday.", "2023-05-07")]
    [InlineData("I decided to move in October.", "2023-10")]
    [InlineData("I got to hold an owl in October.", "2022-10")]
    [InlineData("We ran five miles, and on Friday we have a rest day.", "2023-05-12")]
    [InlineData("Did you go there on Saturday?", "2023-05-06")]
    [InlineData("Are you free on Saturday?", "2023-05-13")]
    [InlineData("See you on Friday!", "2023-05-12")]
    [InlineData("I met her last August and will see her again.", "2022-08")]
    [InlineData("We always fly to Malta in March.", null)]
    public void TimeFor_ByTheNearestVerb_LooksBackOrAhead(string text, string? expected) =>
        Assert.Equal(expected, TimedText.Of(text, Said).TimeFor(new HashSet<string>())?.ToString());
}
