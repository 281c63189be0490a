using MemOS.Evolution.Tasks;
using MemOS.Reading;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Skills;

public class ModelJudgementTests
{
    // Words that say nothing to the rules.
    private const string Feedback = "Hm, I see.";

    private readonly ReturnsShop shop = new();
    private readonly ManualTime time = new();

    [Fact]
    public async Task AFinishedTask_IsJudgedByTheConfiguredModel_AndPaidFor()
    {
        var model = Model("worked");
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, model);
        await TalkAsync(memory);
        var task = Assert.Single(await memory.ListTasksAsync(Ada)).Task;
        Assert.Equal((TaskOutcome.Success, "the user said that it worked, as a model judged"), (task.Outcome, task.OutcomeReason));
        Assert.Equal(1, (await memory.Store.Usage.SumAsync(null, DateTimeOffset.MinValue)).Usage.Calls);
        Assert.True((await memory.Ledger.SumAsync(Ada)).SpentTokens > 0);
    }

    [Fact]
    public async Task ATaskThatMayGoOn_IsNotAskedAbout_AndAFinishedOneIsOnce()
    {
        var model = Model("worked");
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, model);
        await memory.AddAsync(shop.Messages(1, time.Now, Feedback), Ada);
        await memory.EvolveDueAsync();
        Assert.Empty(model.Calls);

        time.Advance(TimeSpan.FromHours(3));
        await memory.EvolveDueAsync();
        await memory.EvolveAsync(Ada, shop.Definitions);
        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task WithoutTheModel_TheRulesJudge_AndADeadModelIsLeftAloneForAWhile()
    {
        var model = ScriptedChatClient.Failing(new InvalidOperationException("penguins"));
        var logs = new RecordingLoggerFactory();
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, model, options => options.LoggerFactory = logs);
        await TalkAsync(memory);
        await AssertJudgedByRulesAsync(memory);
        await memory.EvolveAsync(Ada, shop.Definitions);
        Assert.Single(model.Calls);
        Assert.DoesNotContain(logs.Entries, entry => entry.Message.Contains("penguins", StringComparison.Ordinal));

        time.Advance(TimeSpan.FromHours(1));
        await memory.EvolveAsync(Ada, shop.Definitions);
        Assert.Equal(2, model.Calls.Count);
    }

    [Fact]
    public async Task AnEndlessModel_IsGivenUp()
    {
        var model = new ScriptedChatClient { OnResponse = (_, cancellation) => new TaskCompletionSource<ChatResponse>().Task.WaitAsync(cancellation) };
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, model, options => options.Evolution = new() { JudgeTimeout = TimeSpan.FromMilliseconds(20) });
        await TalkAsync(memory);
        await AssertJudgedByRulesAsync(memory);
    }

    [Fact]
    public async Task TheCeiling_HoldsForJudgingToo()
    {
        var model = Model("worked");
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, model, options => options.ReadingCeiling = new() { CallsPerDay = 0 });
        await TalkAsync(memory);
        Assert.Empty(model.Calls);
        await AssertJudgedByRulesAsync(memory);
    }

    [Theory]
    [InlineData(ReadingMode.Fast, true, 0)]
    [InlineData(ReadingMode.FastThenFine, false, 0)]
    [InlineData(ReadingMode.FastThenFine, true, 1)]
    public async Task TheModel_IsAskedOnlyWhereOneIsWanted(ReadingMode mode, bool isJudged, int calls)
    {
        var model = Model("worked");
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, model, options =>
        {
            options.ReadingMode = mode;
            options.Evolution = new() { IsJudgedByModel = isJudged };
        });
        await TalkAsync(memory);
        Assert.Equal(calls, model.Calls.Count);
    }

    [Fact]
    public async Task AModelOfItsOwn_CanJudge()
    {
        var (reader, judge) = (Model("failed"), Model("worked"));
        using var folder = new TemporaryFolder();
        await using var memory = await OpenAsync(folder, reader, options => options.Evolution = new() { Judge = judge });
        await TalkAsync(memory);
        Assert.Equal(TaskOutcome.Success, Assert.Single(await memory.ListTasksAsync(Ada)).Task.Outcome);
        Assert.Empty(reader.Calls);
    }

    private static MemoryScope Ada { get; } = MemoryScope.ForUser("ada", "s");

    private static ScriptedChatClient Model(string feedback) =>
        ScriptedChatClient.Answering(_ => $$"""{"turns":[{"turn":2,"relation":"same","sure":0.9,"feedback":"{{feedback}}"}]}""");

    private async Task<MemoryOS> OpenAsync(TemporaryFolder folder, IChatClient model, Action<MemoryOSOptions>? configure = null)
    {
        var options = new MemoryOSOptions { TimeProvider = time, ReadInBackground = false, Reader = new ChatClientMemReader(model) };
        configure?.Invoke(options);
        return await MemoryOS.OpenAsync(folder.File(), options);
    }

    private static async Task AssertJudgedByRulesAsync(MemoryOS memory)
    {
        var task = Assert.Single(await memory.ListTasksAsync(Ada)).Task;
        Assert.NotEqual(TaskOutcome.Success, task.Outcome);
        Assert.DoesNotContain("model", task.OutcomeReason, StringComparison.Ordinal);
    }

    private async Task TalkAsync(MemoryOS memory)
    {
        await memory.AddAsync(shop.Messages(1, time.Now, Feedback), Ada);
        time.Advance(TimeSpan.FromHours(3));
        await memory.EvolveDueAsync();
    }
}
