using MemOS.EndToEnd.Operations;
using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace MemOS.EndToEnd.ModelReading;

public class ModelReadingTests
{
    [Fact]
    public async Task FastThenFine_ByDefault_KeepsWhatTheRulesWroteAndAddsTheModels()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));

        await file.TellAsync("I live in Oslo. note: User's neighbours in Oslo are loud.");

        Assert.Equal(["User lives in Oslo.", "User's neighbours in Oslo are loud."], await RecordsAsync(file));
        Assert.Contains(ModelAnswers.Known(Assert.Single(model.Calls)), known => known.GetProperty("text").GetString() == "User lives in Oslo.");
    }

    [Theory]
    [InlineData("""{"memories":[]}""")]
    [InlineData("""{"memories":[{"kind":"profile","text":"User lives in Bergen, not in Oslo.","subject":"user","attribute":"home","value":"Bergen","sources":[1],"replaces":[1]}]}""")]
    [InlineData("""{"memories":[{"kind":"fact","text":"User does not live in Oslo.","subject":"user","sources":[1],"replaces":[1]}]}""")]
    public async Task FastThenFine_WhateverTheModelSays_NothingThatTheRulesWroteIsLost(string answer)
    {
        using var model = ScriptedChatClient.Answering(_ => answer);
        await using var file = await MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));

        await file.TellAsync("I live in Oslo, and Bergen is where I was on holiday, not at work.");

        Assert.Single(model.Calls);
        Assert.Contains("User lives in Oslo.", await RecordsAsync(file));
    }

    [Fact]
    public async Task FastThenFine_FullerStatement_TakesThePlaceOfTheRulesOneAndLinksBack()
    {
        using var model = ScriptedChatClient.Answering(_ => ModelAnswers.Of([ModelAnswers.Statement("User lives in Oslo by the harbour.", 1)]));
        await using var file = await MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));

        await file.TellAsync("I live in Oslo. By the harbour, that is.");

        var all = await AllAsync(file);
        var old = Assert.Single(all, record => record.State == RecordState.Superseded);
        var now = Assert.Single(all, record => record.State == RecordState.Current);
        Assert.Equal(("User lives in Oslo.", now.Id), (old.Text, old.SupersededBy));
        Assert.Equal("User lives in Oslo by the harbour.", now.Text);
        Assert.Equal(old.Sources, now.Sources);
    }

    [Fact]
    public async Task Fine_ReadsByTheModelAlone()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await MemoryFile.OpenAsync(options =>
        {
            options.Reader = new ChatClientMemReader(model);
            options.ReadingMode = ReadingMode.Fine;
        });

        await file.TellAsync("I live in Oslo. note: User lives by the harbour in Oslo.");

        Assert.Equal(["User lives by the harbour in Oslo."], await RecordsAsync(file));
    }

    [Fact]
    public async Task Fast_WithAModel_AsksNone()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await MemoryFile.OpenAsync(options =>
        {
            options.Reader = new ChatClientMemReader(model);
            options.ReadingMode = ReadingMode.Fast;
        });

        await file.TellAsync("I live in Oslo. note: User lives by the harbour.");

        Assert.Empty(model.Calls);
        Assert.Equal(["User lives in Oslo."], await RecordsAsync(file));
    }

    [Fact]
    public async Task Open_FineWithoutAModel_SaysWhatToSet()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => MemoryFile.OpenAsync(options => options.ReadingMode = ReadingMode.Fine));

        Assert.Contains("ChatClientMemReader", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_UseReader_ReadsByTheChatClient()
    {
        using var folder = new TemporaryFolder();
        using var model = ModelAnswers.Notes();
        var services = new ServiceCollection();
        services.AddMemOS().UseSqlite(folder.File()).UseReader(model);
        await using var provider = services.BuildServiceProvider();
        var memory = provider.GetRequiredService<MemoryOS>();

        await memory.AddAsync("note: User keeps bees.", MemoryScope.ForUser("ada"));
        await memory.WhenReadAsync(MemoryScope.ForUser("ada"));

        Assert.Single(model.Calls);
        Assert.Equal(ReadingMode.FastThenFine, memory.Options.ReadingMode);
    }

    [Fact]
    public async Task Reading_TurnsOfASession_AreOneCall()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));
        for (var i = 0; i < 12; i++)
        {
            await file.Memory.AddAsync([file.Say($"Turn {i}. note: User said number {i}.")], file.Ada.InSession("s"));
        }

        await file.Memory.FlushAsync();

        Assert.Equal(12, ModelAnswers.Messages(Assert.Single(model.Calls)).Count());
    }

    [Fact]
    public async Task Reading_ModelFails_WaitsLongerEachTimeAndIsThenDeadWhileTheMessageIsFound()
    {
        using var model = ScriptedChatClient.Failing(new InvalidOperationException("the line is dead"));
        await using var file = await MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));
        await file.Memory.AddAsync([file.Say("The zeppelin lands at noon.")], file.Ada);
        var waits = new List<double>();
        while (true)
        {
            await file.Memory.FlushAsync();
            Assert.Contains(await file.FindAsync("zeppelin"), text => text.Contains("zeppelin", StringComparison.Ordinal));
            if (await file.Memory.Store.Jobs.NextDueAsync(JobKind.Refine) is not { } due)
            {
                break;
            }

            waits.Add((due - file.Time.Now).TotalSeconds);
            file.Time.Advance(due - file.Time.Now);
        }

        var counts = await file.Memory.CountReadingAsync(file.Ada);
        Assert.Equal([5, 15, 45, 135, 405, 1215, 3600], waits);
        Assert.Equal((0, 1), (counts.Queued, counts.Dead));
        Assert.Equal("chat client could not be asked: its client failed with InvalidOperationException. Ask the model directly to see more.", counts.LastError);
        Assert.Equal(8, model.Calls.Count);
        Assert.Equal(8, (await file.Memory.SumModelUsageAsync(file.Ada, file.Time.Now.AddDays(-1))).Usage.Calls);

        Assert.Equal(0, await file.Memory.RetryReadingAsync(file.Bob));
        Assert.Equal(1, await file.Memory.RetryReadingAsync(file.Ada));
        await file.Memory.FlushAsync();
        Assert.Equal(9, model.Calls.Count);
    }

    [Fact]
    public async Task Reading_ServerQuotesWhatItWasSent_IsNeitherStoredNorLogged()
    {
        await using var host = await Models.ModelHost.StartAsync();
        host.Server.Usual = host.Server.Vectors = TestKit.Models.ModelReplies.Status(400, "cannot read: The zeppelin lands at noon.");
        using var log = new RecordingLoggerFactory();
        await using var file = await MemoryFile.OpenAsync(options =>
        {
            options.Reader = new ChatClientMemReader(host.Chat);
            options.Embeddings = host.Embeddings;
            options.LoggerFactory = log;
        });

        await file.TellAsync("The zeppelin lands at noon.", file.Ada);
        await file.FindAsync("noon");

        Assert.Equal("small could not be asked: it answered 400. Ask the model directly to see more.", (await file.Memory.CountReadingAsync(file.Ada)).LastError);
        Assert.Contains(log.Entries, entry => entry.Event == 1003);
        Assert.Contains(log.Entries, entry => entry.Event == 1101);
        Assert.DoesNotContain(log.Entries, entry => entry.ToString().Contains("zeppelin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_OneReadingTakesTwoCalls_BothAreWithinTheCeiling()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await MemoryFile.OpenAsync(options =>
        {
            options.Reader = new ChatClientMemReader(model, new() { MaxMessagesPerCall = 2 });
            options.ReadingCeiling = new() { CallsPerHour = 3 };
        });
        foreach (var session in new[] { "a", "b" })
        {
            await file.Memory.AddAsync([.. Enumerable.Range(0, 4).Select(i => file.Say($"note: User mentioned thing {i} in {session}."))], file.Ada.InSession(session));
            await file.Memory.FlushAsync();
        }

        Assert.Equal(2, model.Calls.Count);
        Assert.Equal(1, (await file.Memory.CountReadingAsync(file.Ada)).Paused);
        file.Time.Advance(TimeSpan.FromHours(1));
        await file.Memory.FlushAsync();
        Assert.Equal(4, model.Calls.Count);
    }

    [Fact]
    public async Task Reading_SchemaIsRefusedAtTheCeiling_IsAskedWithoutInTheNextHour()
    {
        using var model = ModelAnswers.Notes();
        var answer = model.OnResponse;
        model.OnResponse = (call, token) => call.Options?.ResponseFormat is null ? answer(call, token) : throw new NotSupportedException();
        await using var file = await MemoryFile.OpenAsync(options =>
        {
            options.Reader = new ChatClientMemReader(model);
            options.ReadingCeiling = new() { CallsPerHour = 1 };
        });
        await file.TellAsync("note: User mentioned a zeppelin.", file.Ada);
        Assert.Single(model.Calls);

        file.Time.Advance(TimeSpan.FromMinutes(5));
        await file.Memory.FlushAsync();
        Assert.Single(model.Calls);

        file.Time.Advance(TimeSpan.FromHours(1));
        await file.Memory.FlushAsync();
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal(0, (await file.Memory.CountReadingAsync(file.Ada)).Queued);
    }

    [Fact]
    public async Task Reading_Ceiling_StopsTheModelKeepsEverythingElseAndGoesOnLater()
    {
        using var model = ModelAnswers.Notes();
        using var log = new RecordingLoggerFactory();
        await using var file = await MemoryFile.OpenAsync(options =>
        {
            options.Reader = new ChatClientMemReader(model);
            options.ReadingCeiling = new() { CallsPerHour = 2 };
            options.LoggerFactory = log;
        });
        for (var i = 0; i < 4; i++)
        {
            await file.TellAsync($"I live in house {i}. note: User mentioned thing {i}.", file.Ada.InSession($"s{i}"));
        }

        var counts = await file.Memory.Store.Jobs.CountAsync(null);
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal((2, 2), (counts.Queued, counts.Paused));
        Assert.Equal("2 of 2 calls of the hour are used; reading by chat client goes on at 2024-05-01 13:00 UTC.", counts.PausedReason);
        Assert.Single(log.Entries, entry => entry.Event == 1011);
        Assert.NotEmpty(await file.FindAsync("thing 3"));

        file.Time.Advance(TimeSpan.FromHours(1));
        await file.Memory.FlushAsync();

        Assert.Equal(4, model.Calls.Count);
        Assert.Equal(0, (await file.Memory.Store.Jobs.CountAsync(null)).Queued);
    }

    [Fact]
    public async Task WhenRead_WorkOfAModelThatIsNotThere_IsNotWaitedFor()
    {
        using var folder = new TemporaryFolder();
        using var model = ScriptedChatClient.Failing(new InvalidOperationException("not now"));
        var ada = MemoryScope.ForUser("ada");
        var time = new ManualTime();
        await using (var memory = await MemoryOS.OpenAsync(folder.File(), new() { Reader = new ChatClientMemReader(model), ReadInBackground = false, TimeProvider = time }))
        {
            await memory.AddAsync("I live in Oslo.", ada);
            await memory.WhenReadAsync(ada);
        }

        time.Advance(TimeSpan.FromHours(1));
        await using var without = await MemoryOS.OpenAsync(folder.File(), new() { ReadInBackground = false, TimeProvider = time });
        await without.AddAsync("I work in Bergen.", ada);
        await without.WhenReadAsync(ada);

        Assert.Equal(1, (await without.CountReadingAsync(ada)).Due);
        Assert.Equal(2, (await without.Store.Records.ListAsync(await without.ResolveAsync(ada), new())).Count);
    }

    [Fact]
    public async Task Reading_Tokens_AreInTheLedgerAndNoTurn()
    {
        using var model = new ScriptedChatClient { OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "[]")) { Usage = new() { InputTokenCount = 700, OutputTokenCount = 20 } }) };
        await using var file = await MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));

        await file.TellAsync("I live in Oslo.");

        var sum = await file.Memory.Ledger.SumAsync(file.Ada);
        Assert.Equal((0, 720L), (sum.Turns, sum.SpentTokens));
        Assert.Equal(new ModelUsage(1, 700, 20), (await file.Memory.Store.Usage.SumAsync(null, file.Time.Now)).Usage);
    }

    [Fact]
    public async Task Reading_TwoStoresOnOneFile_ReadEachMessageOnce()
    {
        using var folder = new TemporaryFolder();
        using var first = ModelAnswers.Notes();
        using var second = ModelAnswers.Notes();
        await using var one = await MemoryOS.OpenAsync(folder.File(), new() { Reader = new ChatClientMemReader(first), ModelConcurrency = 4 });
        await using var two = await MemoryOS.OpenAsync(folder.File(), new() { Reader = new ChatClientMemReader(second), ModelConcurrency = 4 });
        var ada = MemoryScope.ForUser("ada");
        for (var i = 0; i < 40; i++)
        {
            await (i % 2 == 0 ? one : two).AddAsync($"note: User has thing number {i} at home.", ada.InSession($"s{i % 8}"));
        }

        await Task.WhenAll(one.WhenReadAsync(ada), two.WhenReadAsync(ada));

        var access = await one.ResolveAsync(ada);
        var records = await one.Store.Records.ListAsync(access, new() { State = null, Limit = 1000 });
        Assert.Equal(40, records.Count);
        Assert.Equal(40, records.Select(record => record.Text).Distinct().Count());
        Assert.Equal(40, first.Calls.Concat(second.Calls).SelectMany(ModelAnswers.Messages).Count(message => message.GetProperty("new").GetBoolean()));
    }

    [Fact]
    public async Task Dispose_ModelStillThinks_GivesTheJobBackUntried()
    {
        using var folder = new TemporaryFolder();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var slow = new ScriptedChatClient
        {
            OnResponse = async (_, cancellationToken) =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return new();
            },
        };
        await using (var memory = await MemoryOS.OpenAsync(folder.File(), new() { Reader = new ChatClientMemReader(slow), DisposeGrace = TimeSpan.Zero }))
        {
            await memory.AddAsync("note: User keeps bees at home.", MemoryScope.ForUser("ada"));
            await asked.Task;
        }

        using var quick = ModelAnswers.Notes();
        await using var again = await MemoryOS.OpenAsync(folder.File(), new() { Reader = new ChatClientMemReader(quick), ReadInBackground = false });
        Assert.Equal(new JobCounts(1, 0, null) { Due = 1 }, await again.Store.Jobs.CountAsync(null));
        await again.FlushAsync();
        Assert.Single(quick.Calls);
    }

    [Fact]
    public async Task Dispose_WithinTheGrace_FinishesWhatIsDue()
    {
        using var folder = new TemporaryFolder();
        using var model = ModelAnswers.Notes();
        await using (var memory = await MemoryOS.OpenAsync(folder.File(), new() { Reader = new ChatClientMemReader(model), DisposeGrace = TimeSpan.FromMinutes(1) }))
        {
            await memory.AddAsync("note: User keeps bees at home.", MemoryScope.ForUser("ada"));
        }

        await using var again = await MemoryOS.OpenAsync(folder.File(), new() { ReadInBackground = false });
        Assert.Equal(0, (await again.Store.Jobs.CountAsync(null)).Queued);
        Assert.Single(model.Calls);
    }

    private static async Task<IEnumerable<MemoryRecord>> AllAsync(MemoryFile file) =>
        await file.Memory.Store.Records.ListAsync(await file.Memory.ResolveAsync(file.Ada), new() { State = null, Limit = 1000 });

    private static async Task<string[]> RecordsAsync(MemoryFile file) =>
        [.. (await AllAsync(file)).Where(record => record.State == RecordState.Current).Select(record => record.Text)];
}
