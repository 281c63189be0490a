using MemOS.EndToEnd.Operations;
using MemOS.Reading;
using MemOS.TestKit;

namespace MemOS.EndToEnd.ModelReading;

/// <summary>What a model reads from messages that the rules have read completes what they wrote, and takes nothing away from it.</summary>
public class RefinedStatementTests
{
    [Theory]
    [InlineData("I live in Berlin.", "User dreams that User lives in Berlin.", "User lives in Berlin.")]
    [InlineData("I work as a nurse.", "User was fired when User works as a nurse.", "User works as a nurse.")]
    [InlineData("I love hiking.", "User loves hiking only in video games.", "User loves hiking.")]
    public async Task Refine_InventionThatHoldsWhatWasSaid_LeavesWhatWasSaidCurrent(string told, string invented, string said)
    {
        using var model = ScriptedChatClient.Answering(_ => ModelAnswers.Of([ModelAnswers.Statement(invented, 1)]));
        await using var file = await OpenAsync(model);
        await file.TellAsync(told);

        await file.Memory.FlushAsync();

        Assert.NotEmpty(model.Calls);
        Assert.Contains(said, await CurrentAsync(file));
    }

    [Fact]
    public async Task Refine_FullerStatementWithoutAttribute_IsFoundByLaterChanges()
    {
        using var model = ScriptedChatClient.Answering(call => ModelAnswers.Messages(call).Any(message => message.GetProperty("text").GetString()!.Contains("Berlin", StringComparison.Ordinal)) ? ModelAnswers.Of([ModelAnswers.Statement("User lives in Berlin near the river.", 1)]) : ModelAnswers.Of([]));
        await using var file = await OpenAsync(model);
        await file.TellAsync("I live in Berlin. It's a flat near the river.");
        await file.Memory.FlushAsync();
        var fuller = Assert.Single(await file.Memory.ListAsync(file.Ada), static record => record.Text == "User lives in Berlin near the river.");
        Assert.Equal(("home", "berlin"), (fuller.Slot, fuller.SlotValue));

        file.Time.Advance(TimeSpan.FromDays(30));
        await file.TellAsync("We moved to Oslo.");

        Assert.DoesNotContain(await CurrentAsync(file), static text => text.Contains("lives in Berlin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refine_FullerTasteToldAsAFact_StaysAPreference()
    {
        using var model = ScriptedChatClient.Answering(_ => ModelAnswers.Of([ModelAnswers.Statement("User loves hiking in autumn.", 1)]));
        await using var file = await OpenAsync(model);
        await file.TellAsync("I love hiking. Autumn is best.");
        await file.Memory.FlushAsync();

        var taste = Assert.Single(await file.Memory.ListAsync(file.Ada), static record => record.Text.Contains("hiking", StringComparison.Ordinal));
        Assert.Equal((MemoryKind.Preference, Polarity.Positive, "hiking"), (taste.Kind, taste.Polarity, taste.Topic));
    }

    private static Task<MemoryFile> OpenAsync(ScriptedChatClient model) => MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));

    private static async Task<List<string>> CurrentAsync(MemoryFile file) => [.. (await file.Memory.ListAsync(file.Ada)).Select(static record => record.Text)];
}
