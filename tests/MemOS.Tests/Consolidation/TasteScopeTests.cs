using MemOS.Consolidation;
using MemOS.Reading;

namespace MemOS.Tests.Consolidation;

public sealed class TasteScopeTests
{
    [Theory]
    [InlineData("User loves games.", "User does not like games.", true)]
    [InlineData("User loves hiking in the Alps.", "User does not enjoy hiking.", true)]
    [InlineData("User likes soups with cream.", "User dislikes soups with cream.", true)]
    [InlineData("User loves games.", "User dislikes games with jump scares.", false)]
    [InlineData("User likes games set in space.", "User dislikes games that take months.", false)]
    public void Contradict_OnALaterDislike_IsTrueOfTheSamePartOrOfAll(string before, string now, bool expected) =>
        Assert.Equal(expected, TasteScope.Contradict(Taste(now, Polarity.Negative), TopicOf(now), Taste(before, Polarity.Positive), TopicOf(before)));

    [Theory]
    [InlineData("User dislikes games.", "User enjoys games.", true)]
    [InlineData("User dislikes games with jump scares.", "User enjoys games.", false)]
    [InlineData("User dislikes games.", "User enjoys games that end.", false)]
    public void Contradict_OnALaterLiking_IsTrueOfTheSamePartAlone(string before, string now, bool expected) =>
        Assert.Equal(expected, TasteScope.Contradict(Taste(now, Polarity.Positive), TopicOf(now), Taste(before, Polarity.Negative), TopicOf(before)));

    [Theory]
    [InlineData("User prefers trains over planes.", "plane")]
    [InlineData("User prefers the office, home is too lonely.", "home")]
    [InlineData("User prefers walking rather than by car.", "car")]
    public void Other_OnAPreference_IsWhatItIsPreferredTo(string text, string term) => Assert.Contains(term, TasteScope.Other(text));

    private static RecordDraft Taste(string text, Polarity polarity) => new() { Kind = MemoryKind.Preference, Text = text, Subject = "user", Polarity = polarity, Sources = [new(1)] };

    private static string TopicOf(string text) => text.Contains("hiking", StringComparison.Ordinal) ? "hiking" : text.Contains("soups", StringComparison.Ordinal) ? "soups" : "games";
}
