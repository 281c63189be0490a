using MemOS.Reading;

namespace MemOS.EndToEnd.Operations;

/// <summary>Who does the same several times has a preference that nobody stated.</summary>
public class RepeatedBehaviourTests
{
    [Theory]
    [InlineData("oat milk cappuccino", Polarity.Positive, "User often chose the oat milk cappuccino.", "I ordered an oat-milk cappuccino on my way to work.", "Busy day, I ordered an oat milk cappuccino yesterday.", "Ordered another oat-milk cappuccino this morning.")]
    [InlineData("window seat", Polarity.Positive, "User often chose the window seat.", "Took the window seat again.", "I took the window seat again on the flight back.")]
    [InlineData("aisle seat", Polarity.Positive, "User often chose the aisle seat.", "I picked the aisle seat on Monday.", "I chose the aisle seat again today.", "I went for the aisle seat on Friday.")]
    [InlineData("wine", Polarity.Negative, "User often chose no wine.", "I declined the wine at dinner yesterday.", "Turned down the wine today.", "I skipped the wine on Saturday.")]
    [InlineData("燕麦拿铁", Polarity.Positive, "用户多次选择了燕麦拿铁。", "我今天点了燕麦拿铁。", "我昨天点了一杯燕麦拿铁。", "我又点了燕麦拿铁。")]
    public async Task AddAsync_TheSameSeveralTimes_IsAnImpliedPreferenceFromTheLastOccasionOn(string topic, Polarity polarity, string text, params string[] occasions)
    {
        await using var file = await MemoryFile.OpenAsync();
        var told = new List<MemoryId>();
        foreach (var occasion in occasions)
        {
            Assert.DoesNotContain(await file.Memory.ListAsync(file.Ada), record => record.Text == text);
            told.Add(await file.TellAsync(occasion));
        }

        var shown = Assert.Single(await file.Memory.ListAsync(file.Ada), record => record.Text == text);
        Assert.Equal((MemoryKind.Preference, polarity, topic, 0.5), (shown.Kind, shown.Polarity, shown.Topic, shown.Confidence));
        Assert.Equal(told.Order(), shown.Sources.Order());
    }

    [Fact]
    public async Task AddAsync_FurtherOccasions_MakeItStronger()
    {
        await using var file = await MemoryFile.OpenAsync();
        var strengths = new List<double>();
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" })
        {
            await file.TellAsync($"I ordered the mushroom ramen last {day}.");
            strengths.AddRange((await file.Memory.ListAsync(file.Ada)).Where(record => record.Topic == "mushroom ramen").Select(record => Math.Round(record.Confidence, 4)));
        }

        Assert.Equal([0.5, 0.65, 0.755, 0.8285], strengths);
    }

    [Theory]
    [InlineData("I don't like dessert.", "I ordered dessert yesterday.", "I ordered dessert again.", "I ordered dessert on Friday.")]
    [InlineData("I love wine.", "I skipped the wine today.", "I skipped the wine again.", "I skipped the wine on Friday.")]
    [InlineData("I can't stand sushi.", "I picked the sushi on Monday.", "I chose the sushi again.", "I went for the sushi yesterday.")]
    [InlineData("I love coffee.", "I ordered coffee today.", "I ordered coffee again.", "I ordered coffee yesterday.")]
    public async Task AddAsync_WhatIsStated_StandsWhateverIsDone(string stated, params string[] occasions)
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.TellAsync(stated);
        var before = Assert.Single(await file.Memory.ListAsync(file.Ada));
        foreach (var occasion in occasions)
        {
            await file.TellAsync(occasion);
        }

        var after = await file.Memory.ListAsync(file.Ada, new() { State = null });
        Assert.Contains(after, record => record.Id == before.Id && record.State == RecordState.Current);
        Assert.DoesNotContain(after, record => record.Text.Contains("often chose", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddAsync_ATasteIsStatedLater_ReplacesWhatBehaviourShowed()
    {
        await using var file = await MemoryFile.OpenAsync();
        foreach (var occasion in new[] { "I ordered the ramen today.", "I ordered the ramen again.", "I ordered ramen yesterday." })
        {
            await file.TellAsync(occasion);
        }

        await file.TellAsync("I don't like ramen anymore.");
        await file.TellAsync("I ordered the ramen on Friday.");

        var shown = Assert.Single(await file.Memory.ListAsync(file.Ada, new() { State = null }), record => record.Text == "User often chose the ramen.");
        Assert.Equal(RecordState.Superseded, shown.State);
    }

    [Theory]
    [InlineData("I had a meeting today.", "I had a meeting again.", "I had a meeting yesterday.")]
    [InlineData("Got a headache again.", "I got a headache yesterday.", "I got a headache today.")]
    [InlineData("I ordered a bookshelf yesterday.", "I ordered a lamp today.", "I ordered a rug again.")]
    [InlineData("I never ordered the ramen.", "I almost ordered the ramen today.", "My brother ordered the ramen yesterday.")]
    [InlineData("I ordered the ramen today.", "I skipped the ramen yesterday.", "I ordered the ramen on Friday.")]
    public async Task AddAsync_NoChoiceOrNotTheSame_ShowsNothing(params string[] messages)
    {
        await using var file = await MemoryFile.OpenAsync();
        foreach (var message in messages)
        {
            await file.TellAsync(message);
        }

        Assert.DoesNotContain(await file.Memory.ListAsync(file.Ada), record => record.Kind == MemoryKind.Preference);
    }

    [Fact]
    public async Task AddAsync_ReadAgain_CountsNoOccasionTwice()
    {
        await using var file = await MemoryFile.OpenAsync();
        await file.Memory.AddAsync([file.Say("I ordered the ramen today.", "1"), file.Say("I ordered the ramen again.", "2")], file.Ada);
        await file.Memory.AddAsync([file.Say("I ordered the ramen today.", "1"), file.Say("I ordered the ramen again.", "2")], file.Ada);
        await file.Memory.FlushAsync();

        Assert.DoesNotContain(await file.Memory.ListAsync(file.Ada), record => record.Kind == MemoryKind.Preference);
    }

    [Theory]
    [InlineData("Same as always: a flat white and a croissant.", "User often chose the flat white.", "User often chose the croissant.")]
    [InlineData("The usual, corner table please.", "User often chose the corner table.")]
    [InlineData("还是老样子:一杯美式", "用户多次选择了美式。")]
    public async Task AddAsync_TheUsual_IsEnoughByItself(string message, params string[] texts)
    {
        await using var file = await MemoryFile.OpenAsync();

        await file.TellAsync(message);

        var records = await file.Memory.ListAsync(file.Ada);
        Assert.Equal(texts.Order(), records.Select(record => record.Text).Order());
        Assert.All(records, record => Assert.Equal((MemoryKind.Preference, Polarity.Positive), (record.Kind, record.Polarity)));
    }

    [Theory]
    [InlineData("The usual, is it open today?")]
    [InlineData("My usual, you know how it is.")]
    public async Task AddAsync_TheUsualOfNoThing_ShowsNothing(string message)
    {
        await using var file = await MemoryFile.OpenAsync();

        await file.TellAsync(message);

        Assert.DoesNotContain(await file.Memory.ListAsync(file.Ada), record => record.Kind == MemoryKind.Preference);
    }
}
