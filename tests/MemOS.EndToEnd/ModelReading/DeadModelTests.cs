using System.Collections.Concurrent;
using MemOS.EndToEnd.Operations;
using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.ModelReading;

/// <summary>A model that is out of order is not asked again and again while somebody waits, and costs no job its tries.</summary>
public class DeadModelTests
{
    private const int Sessions = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Flush_ModelIsDown_StopsAfterAFewFailuresAndKeepsTheJobs()
    {
        using var log = new RecordingLoggerFactory();
        using var model = ScriptedChatClient.Failing(new HttpRequestException("down"));
        await using var file = await OpenAsync(model, options => options.LoggerFactory = log);

        await file.Memory.FlushAsync();

        var counts = await file.Memory.CountReadingAsync(file.Ada);
        Assert.Equal((3, Sessions, Sessions - 3, 0), (model.Calls.Count, counts.Queued, counts.Due, counts.Dead));
        Assert.NotNull(counts.LastError);
        Assert.Single(log.Entries, entry => entry.Event == 1012);
    }

    [Fact]
    public async Task Flush_ModelIsDown_TriesOthersTheNextTime()
    {
        using var model = ScriptedChatClient.Failing(new HttpRequestException("down"));
        await using var file = await OpenAsync(model);
        for (var i = 0; i < 3; i++)
        {
            await file.Memory.FlushAsync();
            file.Time.Advance(TimeSpan.FromHours(1));
        }

        var leases = new List<JobLease>();
        while (await file.Memory.Store.Jobs.LeaseAsync(JobKind.Refine, 1, TimeSpan.FromMinutes(1)) is [var lease])
        {
            leases.Add(lease);
        }

        Assert.Equal((9, 1), (leases.Sum(lease => lease.Attempts), leases.Max(lease => lease.Attempts)));
    }

    [Fact]
    public async Task Flush_EveryOtherReadingFailsAndTakesLong_TriesEachJobOnce()
    {
        using var model = ModelAnswers.Notes();
        await using var file = await OpenAsync(model);
        var tries = new ConcurrentDictionary<string, int>();
        var answer = model.OnResponse;
        model.OnResponse = (call, token) =>
        {
            // So long that what has failed before is due again.
            file.Time.Advance(TimeSpan.FromSeconds(10));
            var text = ModelAnswers.Messages(call).Single().GetProperty("text").GetString()!;
            tries.AddOrUpdate(text, 1, static (_, count) => count + 1);
            return text.Contains("even", StringComparison.Ordinal) ? throw new InvalidOperationException("not this one") : answer(call, token);
        };

        await file.Memory.FlushAsync();

        Assert.Equal((Sessions, 1), (tries.Count, tries.Values.Max()));
        Assert.Equal(Sessions / 2, (await file.Memory.CountReadingAsync(file.Ada)).Queued);
    }

    [Fact]
    public async Task WhenRead_ModelIsDown_Completes()
    {
        using var model = ScriptedChatClient.Failing(new HttpRequestException("down"));
        await using var file = await OpenAsync(model);

        await file.Memory.WhenReadAsync(file.Ada).WaitAsync(Patience);

        Assert.Equal(3, model.Calls.Count);
    }

    [Fact]
    public async Task WhenRead_FirstOfASessionWaitsForALaterTry_DoesNotWaitForWhatStandsBehindIt()
    {
        using var model = ScriptedChatClient.Failing(new HttpRequestException("down"));
        await using var file = await MemoryFile.OpenAsync(options => options.Reader = new ChatClientMemReader(model));
        await file.Memory.AddAsync([.. Enumerable.Range(0, 64).Select(i => file.Say($"I like song number {i}."))], file.Ada.InSession("s"));

        await file.Memory.WhenReadAsync(file.Ada).WaitAsync(Patience);

        Assert.Equal(2, (await file.Memory.CountReadingAsync(file.Ada)).Queued);
    }

    [Fact]
    public async Task Background_ModelIsDown_GoesOnByItselfAfterAPauseAndNotForWhatIsAddedMeanwhile()
    {
        using var folder = new TemporaryFolder();
        using var model = ScriptedChatClient.Failing(new HttpRequestException("down"));
        var time = new SteppedTime();
        var ada = MemoryScope.ForUser("ada");
        await using (var without = await MemoryOS.OpenAsync(folder.File(), new() { TimeProvider = time, ReadInBackground = false }))
        {
            for (var i = 0; i < Sessions; i++)
            {
                await without.AddAsync($"note: User has thing number {i}.", ada.InSession($"s{i}"));
            }
        }

        await using var memory = await MemoryOS.OpenAsync(
            folder.File(), new() { Reader = new ChatClientMemReader(model), ReadingMode = ReadingMode.Fine, ModelConcurrency = 1, TimeProvider = time, Evolution = new() { InBackground = false } });
        await time.WhenWaitingAsync(TimeSpan.FromSeconds(5)).WaitAsync(Patience);
        Assert.Equal(3, model.Calls.Count);
        await memory.AddAsync("note: User has one thing more.", ada.InSession("more"));
        await time.WhenWaitingAsync(TimeSpan.FromSeconds(5)).WaitAsync(Patience);
        Assert.Equal(3, model.Calls.Count);

        time.Advance(TimeSpan.FromSeconds(5));
        await time.WhenWaitingAsync(TimeSpan.FromSeconds(15)).WaitAsync(Patience);
        Assert.Equal(6, model.Calls.Count);

        model.OnResponse = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "[]")));
        time.Advance(TimeSpan.FromMinutes(1));
        await memory.WhenReadAsync(ada).WaitAsync(Patience);
        Assert.Equal(0, (await memory.CountReadingAsync(ada)).Queued);
    }

    private static async Task<MemoryFile> OpenAsync(ScriptedChatClient model, Action<MemoryOSOptions>? configure = null)
    {
        var file = await MemoryFile.OpenAsync(options =>
        {
            options.Reader = new ChatClientMemReader(model);
            options.ModelConcurrency = 1;
            configure?.Invoke(options);
        });
        for (var i = 0; i < Sessions; i++)
        {
            await file.Memory.AddAsync([file.Say($"I like song number {i}, which is {(i % 2 == 0 ? "even" : "odd")}.")], file.Ada.InSession($"s{i}"));
        }

        return file;
    }
}
