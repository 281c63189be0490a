using MemOS.Reading.Rules.Filters;

namespace MemOS.Tests.Reading.Rules;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData("```\nI live in Rome\n```")]
    [InlineData("2024-05-01 12:00:01 INFO user logged in")]
    [InlineData("[2024-05-01 12:00:01] something happened")]
    [InlineData("Traceback (most recent call last):")]
    [InlineData("   at App.Program.Main(String[] args)")]
    [InlineData("{\"name\": \"Bob\", \"home\": \"Berlin\"}")]
    [InlineData("public static void Main(string[] args) {")]
    [InlineData("> I hate Mondays")]
    [InlineData("@@ -1,3 +1,4 @@")]
    [InlineData("Bob: I love pizza\nEve: I hate it")]
    public void Blank_PastedMatter_IsBlanked(string text) => Assert.True(string.IsNullOrWhiteSpace(PastedText.Blank(text, out var found)) && found);

    [Theory]
    [InlineData("I live in Rome, near the river.")]
    [InlineData("For me it was great; I left at 7:30.")]
    [InlineData("From Oslo I flew to Rome.")]
    [InlineData("Using a standing desk helps my back.")]
    public void Blank_Talk_StaysAsItIs(string text)
    {
        Assert.Equal(text, PastedText.Blank(text, out var found));
        Assert.False(found);
    }

    [Fact]
    public void Blank_WordsOfOthersInQuotes_AreBlankedAndTitlesStay()
    {
        var text = PastedText.Blank("My boss said \"I hate Mondays\" while reading \"Moby Dick\".", out _);

        Assert.DoesNotContain("hate", text, StringComparison.Ordinal);
        Assert.Contains("Moby Dick", text, StringComparison.Ordinal);
    }
}
