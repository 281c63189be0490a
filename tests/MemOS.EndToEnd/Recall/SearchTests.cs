using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.TestKit;

namespace MemOS.EndToEnd.Recall;

public class SearchTests
{
    private static readonly MemoryScope Ada = MemoryScope.ForUser("ada");
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Search_ValueThatChanged_PutsWhatIsTrueFirstAndMarksTheOld()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        var added = await AddAsync(memory, ("I live in Tromsø.", 0), ("My bicycle is green.", 1), ("I moved to Bergen yesterday.", 40));

        var found = await memory.SearchAsync("Where do I live?", Ada);

        Assert.Equal(added[2], found.Items[0].Sources[0].Id);
        Assert.Contains("no longer true", found.Items.Single(item => item.Sources[0].Id == added[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ValueThatChangedTwice_FindsTheLastAndMarksBothBefore()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        var added = await AddAsync(memory, ("I live in Leeds.", 0), ("We moved to York last week.", 400), ("Big news: we've moved to Bergen for my husband's job.", 800));

        var found = await memory.SearchAsync("Where do I live?", Ada);

        Assert.Equal(added[2], found.Items[0].Sources[0].Id);
        Assert.All(found.Items.Skip(1).Where(item => item.Sources[0].Id == added[0] || item.Sources[0].Id == added[1]), item => Assert.Contains("no longer true", item.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I work at Shell.", "Shell")]
    [InlineData("The shed needs a new roof.", "shed")]
    [InlineData("I was ill in March.", "ill")]
    public async Task Search_WordThatLooksLikeAContraction_IsFound(string told, string asked)
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        await AddAsync(memory, ("She'll come, and we'd say he'll stay: I'll see, as she'd said and he'll agree.", 0));
        Assert.Empty((await memory.SearchAsync(asked, Ada)).Items);

        var added = await AddAsync(memory, (told, 1));
        Assert.Contains((await memory.SearchAsync(asked, Ada)).Items, item => item.Sources[0].Id == added[0]);
    }

    [Fact]
    public async Task Search_RelativeTime_IsPrintedAndCarriedAsADate()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        await AddAsync(memory, ("I ran a half marathon yesterday.", 0));

        var item = (await memory.SearchAsync("When did I run the half marathon?", Ada)).Items[0];

        Assert.Equal("2026-03-01", item.EventTime.ToString());
        Assert.Contains("yesterday (2026-03-01)", item.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_AdviceWithoutASharedWord_BringsThePreference()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        var added = await AddAsync(memory, ("I don't eat anything with gluten.", 0), ("The report is finished.", 1));

        var found = await memory.SearchAsync("Which restaurants would you recommend for me in Rome?", Ada, new RecallOptions { Gate = true });

        Assert.Equal(RecallItemKind.Preference, found.Items[0].Kind);
        Assert.Equal(added[0], found.Items[0].Sources[0].Id);
    }

    [Theory]
    [InlineData("Which concert should we hear tonight?", 0)]
    [InlineData("How should I travel to Vienna?", 1)]
    [InlineData("Which shoes should I buy?", 2)]
    [InlineData("Which restaurant should I book?", 3)]
    public async Task Search_AMessageWithSeveralPreferences_StandsNoHigherThanTheNearestOne(string question, int nearest)
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        var added = await AddAsync(memory, ("I love string quartets.", 0), ("I prefer night buses to planes.", 1), ("I only wear canvas sneakers.", 2), ("I'm vegan, I can't stand olives and I hate beer.", 3));

        var found = await memory.SearchAsync(question, Ada);

        Assert.Equal(added[nearest], found.Ranked[0].Sources[0].Id);
    }

    [Fact]
    public async Task Search_AdviceAfterAChoice_BringsWhatTheChoiceTells()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        await memory.AddAsync(
            [
                new EvidenceDraft { Role = EvidenceRole.User, Text = "What could I have for lunch?", Time = Start },
                new EvidenceDraft { Role = EvidenceRole.Assistant, Text = "Some ideas:\n1. A cheese omelette\n2. A lentil stew\n3. A ham sandwich\n4. Grilled salmon with butter", Time = Start.AddMinutes(1) },
                new EvidenceDraft { Role = EvidenceRole.User, Text = "I'll go with option 2. The others don't work for me.", Time = Start.AddMinutes(2) },
            ],
            Ada);
        await memory.FlushAsync();

        var found = await memory.SearchAsync("Which restaurant would you recommend to me in Rome?", Ada);

        Assert.Contains("inferred: a strong preference, dislikes or avoids animal products in food", found.Context, StringComparison.Ordinal);
        Assert.Contains("did not want: A cheese omelette", found.Context, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thanks, have a nice day!")]
    [InlineData("Translate 'the sky is blue' into Latin.")]
    [InlineData("What is the boiling point of nitrogen?")]
    public async Task Search_NothingBearsOnIt_GateStaysClosedAndSaysWhy(string prompt)
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        await AddAsync(memory, ("I don't eat anything with gluten.", 0), ("My sister lives in Oslo.", 1));

        var found = await memory.SearchAsync(prompt, Ada, new RecallOptions { Gate = true, Explain = true });

        Assert.Empty(found.Items);
        Assert.StartsWith("closed", found.Explanation!.Gate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Kinds_ReturnsRecordsOfThoseKindsAlone()
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        await AddAsync(memory, ("I love strong coffee.", 0), ("I drank coffee with Bob on Monday.", 1));

        var found = await memory.SearchAsync("coffee", Ada, new RecallOptions { Kinds = [MemoryKind.Preference] });

        Assert.All(found.Items, item => Assert.Equal(RecallItemKind.Preference, item.Kind));
        Assert.NotEmpty(found.Items);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(200)]
    public async Task Search_Budget_IsAnUpperBoundOfWhatThePackedContextCosts(int budget)
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        await AddAsync(memory, Enumerable.Range(0, 40).Select(i => ($"The garden has {i} rose bushes and {i + 3} apple trees.", i)).ToArray());

        var found = await memory.SearchAsync("How many roses are in the garden?", Ada, new RecallOptions { BudgetTokens = budget });

        Assert.InRange(found.Tokens, 0, budget);
        Assert.InRange(new Tokens.EstimatingTokenCounter().Count(found.Context), 0, budget);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the of and")]
    [InlineData("\" OR words MATCH '* NEAR(")]
    public async Task Search_QueryOfNoWords_FindsNothingAndDoesNotFail(string query)
    {
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder);
        await AddAsync(memory, ("I don't eat anything with gluten.", 0));

        Assert.Empty((await memory.SearchAsync(query, Ada)).Items);
    }

    private static Task<MemoryOS> OpenAsync(TemporaryFolder folder) =>
        MemoryOS.OpenAsync(Path.Combine(folder.Path, "memory.db"), new MemoryOSOptions { ReadInBackground = false, TimeProvider = new ManualTime(Start.AddDays(60)) });

    private static async Task<IReadOnlyList<MemoryId>> AddAsync(MemoryOS memory, params (string Text, int Day)[] said)
    {
        var drafts = said.Select(line => new EvidenceDraft { Role = EvidenceRole.User, Text = line.Text, Time = Start.AddDays(line.Day) }).ToList();
        var added = await memory.AddAsync(drafts, Ada);
        await memory.FlushAsync();
        return added.Evidence.Select(item => item.Id).ToList();
    }
}
