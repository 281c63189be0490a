using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.TestKit;

namespace MemOS.EndToEnd.Recall;

/// <summary>A search that is asked why tells what each channel gave, and what became of everything that it found.</summary>
public sealed class ExplainTests
{
    private static readonly MemoryScope Ada = MemoryScope.ForUser("ada");
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Search_Explained_ChannelsAddUpToTheScore()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, "I planted two rose bushes in the garden yesterday.", "How many roses are in the garden?", "I bought a rake for the garden.");

        var found = await memory.SearchAsync("How many rose bushes did I plant in the garden?", Ada, new RecallOptions { Explain = true });

        Assert.NotEmpty(found.Items);
        Assert.All(found.Items, item => Assert.Equal(item.Score, item.Channels.Sum(channel => channel.Score), 3));
        Assert.Contains("garden", Assert.Single(found.Items[0].Channels, channel => channel.Channel == "words").Reason, StringComparison.Ordinal);
        Assert.Contains(found.Items[0].Channels, channel => channel.Channel == "form");
    }

    [Fact]
    public async Task Search_ExplainedUnderALimit_KeepsItAndTellsWhatWasOver()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, [.. Enumerable.Range(1, 9).Select(i => $"The garden has bed number {i} for roses."), "The garden has bed number 9 for roses."]);

        var found = await memory.SearchAsync("garden roses", Ada, new RecallOptions { Explain = true, Limit = 3 });

        Assert.Equal(3, found.Items.Count);
        Assert.Equal(3, found.Ranked.Count);
        Assert.Contains(found.Explanation!.Cut, cut => cut.Reason == "over the limit of 3 results");
        Assert.Equal(found.Explanation.Cut.OrderByDescending(cut => cut.Score), found.Explanation.Cut);
    }

    [Theory]
    [InlineData("The garden has roses.", "says what another result says")]
    [InlineData("The garden has roses, and behind them a shed full of tools that nobody has used for years.", "over the budget")]
    public async Task Search_Explained_TellsWhyACandidateWasCut(string second, string reason)
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, "The garden has roses.", second);

        var found = await memory.SearchAsync("garden roses", Ada, new RecallOptions { Explain = true, BudgetTokens = 24 });

        Assert.StartsWith(reason, Assert.Single(found.Explanation!.Cut).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ExplainedAtAClosedGate_TellsOfEveryCandidate()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, "My sister sails.", "We painted the boat blue.");

        var found = await memory.SearchAsync("Translate 'the sky is blue today' into Latin.", Ada, new RecallOptions { Explain = true, Gate = true });

        Assert.Empty(found.Items);
        Assert.NotEmpty(found.Explanation!.Cut);
        Assert.All(found.Explanation.Cut, cut => Assert.Equal("the gate is closed", cut.Reason));
    }

    [Fact]
    public async Task Search_ExplainedForOneKind_TellsOfTheOthers()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, "I love strong coffee.", "The coffee machine stands in the hall.");

        var found = await memory.SearchAsync("coffee", Ada, new RecallOptions { Explain = true, Kinds = [MemoryKind.Preference] });

        Assert.Single(found.Items);
        Assert.Contains(found.Explanation!.Cut, cut => cut.Reason == "is of another kind than asked for");
    }

    private static async Task<MemoryOS> OpenAsync(TemporaryFolder folder, params string[] said)
    {
        var memory = await MemoryOS.OpenAsync(folder.File(), new() { TimeProvider = new ManualTime(Start.AddDays(60)), ReadInBackground = false });
        foreach (var (text, i) in said.Select((text, i) => (text, i)))
        {
            await memory.AddAsync([new EvidenceDraft { Role = EvidenceRole.User, Text = text, Time = Start.AddDays(i) }], Ada.InSession($"s{i}"));
        }

        await memory.FlushAsync();
        return memory;
    }
}
