using MemOS.EndToEnd.Operations;
using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.ModelReading;

/// <summary>A ceiling counts all that is sent, stops nothing for ever, and lets go of what it put off when it is lifted.</summary>
public class CeilingTests
{
    private const int PerJob = 32;

    [Theory]
    [InlineData(10, null)]
    [InlineData(null, 0.0001)]
    public async Task Reading_AloneNeedsMoreThanTheWholeLimit_IsMadeWhenTheLimitIsUnused(int? tokens, double? money)
    {
        using var model = ModelAnswers.Notes();
        await using var file = await OpenAsync(model, new() { TokensPerHour = tokens, MoneyPerHour = money, InputPrice = 1, OutputPrice = 1 });

        await file.TellAsync("note: User keeps bees.", file.Ada.InSession("a"));
        await file.TellAsync("note: User keeps hens.", file.Ada.InSession("b"));
        Assert.Single(model.Calls);

        file.Time.Advance(TimeSpan.FromHours(1));
        await file.Memory.FlushAsync();
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal(0, (await file.Memory.CountReadingAsync(file.Ada)).Queued);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 0.0)]
    public async Task Reading_LimitIsNothing_IsNeverMade(int? tokens, double? money)
    {
        using var model = ModelAnswers.Notes();
        await using var file = await OpenAsync(model, new() { TokensPerHour = tokens, MoneyPerHour = money, InputPrice = 1, OutputPrice = 1 });

        await file.TellAsync("note: User keeps bees.");

        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task Reading_TwoJobsOfASessionDoNotFitTogether_OneIsRead()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await OpenAsync(model, new() { TokensPerHour = 4200 });
        await file.Memory.AddAsync([.. Enumerable.Range(0, 2 * PerJob).Select(i => file.Say($"note: User mentioned thing number {i} of a long list."))], file.Ada.InSession("s"));

        await file.Memory.FlushAsync();
        var counts = await file.Memory.CountReadingAsync(file.Ada);
        Assert.Equal((1, 1, 1), (model.Calls.Count, counts.Queued, counts.Paused));
        Assert.Contains("tokens of the hour are used, and about", counts.PausedReason, StringComparison.Ordinal);

        file.Time.Advance(TimeSpan.FromHours(1));
        await file.Memory.FlushAsync();
        Assert.Equal(0, (await file.Memory.CountReadingAsync(file.Ada)).Queued);
    }

    [Fact]
    public async Task Reading_PromptIsMostOfWhatIsSent_IsReservedToo()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await OpenAsync(model, new() { TokensPerDay = 2000 });
        for (var i = 0; i < 4; i++)
        {
            await file.TellAsync($"note: User keeps {i} bees.", file.Ada.InSession($"s{i}"));
        }

        Assert.InRange(model.Calls.Count, 1, 3);
        Assert.InRange((await file.Memory.SumModelUsageAsync(file.Ada, file.Time.Now.AddDays(-1))).Usage.InputTokens, 1, 2000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5000)]
    public async Task Reading_ServerCountsNothing_IsCountedByTheEstimate(int reported)
    {
        using var model = new ScriptedChatClient
        {
            OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, """{"memories":[]}""")) { Usage = new() { InputTokenCount = reported, OutputTokenCount = reported } }),
        };
        await using var file = await OpenAsync(model, new());

        await file.TellAsync("I like bees.");

        var usage = (await file.Memory.SumModelUsageAsync(file.Ada, file.Time.Now.AddDays(-1))).Usage;
        Assert.InRange(usage.InputTokens, 500, 5000);
        Assert.InRange(usage.OutputTokens, 1, 50);
    }

    [Fact]
    public async Task Reading_SchemaIsRefusedUnderATightCeiling_IsAskedWithoutInTheSameReading()
    {
        using var model = ModelAnswers.Notes();
        var answer = model.OnResponse;
        model.OnResponse = (call, token) => call.Options?.ResponseFormat is null ? answer(call, token) : throw new NotSupportedException();
        await using var file = await OpenAsync(model, new() { TokensPerHour = 10 });

        await file.TellAsync("note: User keeps bees.");

        Assert.Equal(0, (await file.Memory.CountReadingAsync(file.Ada)).Queued);
        Assert.Equal(2, model.Calls.Count);
    }

    [Fact]
    public async Task Ceiling_LiftedOrRaised_FreesWhatItPutOff()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await OpenAsync(model, new() { CallsPerDay = 1 });
        foreach (var thing in new[] { "bees", "hens", "cats" })
        {
            await file.TellAsync($"note: User keeps {thing}.", file.Ada.InSession(thing));
        }

        Assert.Equal(2, (await file.Memory.CountReadingAsync(file.Ada)).Paused);

        file.Memory.Options.ReadingCeiling = new() { CallsPerDay = 2 };
        await file.Memory.FlushAsync();
        var counts = await file.Memory.CountReadingAsync(file.Ada);
        Assert.Equal((2, 1), (model.Calls.Count, counts.Paused));
        Assert.StartsWith("2 of 2 calls", counts.PausedReason, StringComparison.Ordinal);

        file.Memory.Options.ReadingCeiling = new();
        await file.Memory.FlushAsync();
        Assert.Equal(0, (await file.Memory.CountReadingAsync(file.Ada)).Queued);
    }

    [Fact]
    public async Task Ceiling_LiftedInALaterRun_FreesWhatItPutOff()
    {
        using var folder = new TemporaryFolder();
        using var model = ModelAnswers.Notes();
        var ada = MemoryScope.ForUser("ada");
        var time = new ManualTime();
        await using (var first = await OpenAsync(new() { CallsPerDay = 0 }))
        {
            await first.AddAsync("note: User keeps bees.", ada);
            await first.FlushAsync();
            Assert.Equal(1, (await first.CountReadingAsync(ada)).Paused);
        }

        await using (var same = await OpenAsync(new() { CallsPerDay = 0 }))
        {
            await same.FlushAsync();
            Assert.Equal(1, (await same.CountReadingAsync(ada)).Paused);
        }

        await using var lifted = await OpenAsync(new());
        await lifted.FlushAsync();
        Assert.Single(model.Calls);

        Task<MemoryOS> OpenAsync(ReadingCeiling ceiling) =>
            MemoryOS.OpenAsync(folder.File(), new() { Reader = new ChatClientMemReader(model), ReadingCeiling = ceiling, TimeProvider = time, ReadInBackground = false });
    }

    [Fact]
    public async Task RetryReading_PutOffByACeiling_IsDueAgain()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await OpenAsync(model, new() { CallsPerDay = 0 });
        await file.TellAsync("note: User keeps bees.");

        Assert.Equal(1, await file.Memory.RetryReadingAsync(file.Ada));

        Assert.Equal(new JobCounts(1, 0, null) { Due = 1 }, await file.Memory.CountReadingAsync(file.Ada));
    }

    private static Task<MemoryFile> OpenAsync(ScriptedChatClient model, ReadingCeiling ceiling) => MemoryFile.OpenAsync(options =>
    {
        options.Reader = new ChatClientMemReader(model);
        options.ReadingMode = ReadingMode.Fine;
        options.ReadingCeiling = ceiling;
    });
}
