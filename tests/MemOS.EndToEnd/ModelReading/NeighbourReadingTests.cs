using MemOS.EndToEnd.Operations;
using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.TestKit;

namespace MemOS.EndToEnd.ModelReading;

/// <summary>What a model cannot read does not count against what is read with it.</summary>
public class NeighbourReadingTests
{
    private const int PerJob = 32;

    [Fact]
    public async Task Refine_FirstOfTwoJobsCannotBeRead_CountsForItAloneAndIsThenReadAlone()
    {
        using var model = Refusing("poison");
        await using var file = await OpenAsync(model, poisoned: 0);

        await file.Memory.FlushAsync();
        Assert.Equal((int[])[1, 0], await AttemptsAsync(file));
        Assert.Equal(2, model.Calls.Count);

        await file.Memory.FlushAsync();
        Assert.Equal((int[])[2, 0], await AttemptsAsync(file));
        Assert.Equal(3, model.Calls.Count);
    }

    [Fact]
    public async Task Refine_SecondOfTwoJobsCannotBeRead_TheFirstIsReadAndDone()
    {
        using var model = Refusing("poison");
        await using var file = await OpenAsync(model, poisoned: PerJob + 20);

        await file.Memory.FlushAsync();

        Assert.Equal((int[])[1], await AttemptsAsync(file));
        Assert.Contains(await file.Memory.ListAsync(file.Ada), record => record.Text == "User keeps bees at home.");
    }

    private static ScriptedChatClient Refusing(string word)
    {
        var model = ModelAnswers.Notes();
        var answer = model.OnResponse;
        model.OnResponse = (call, token) => ModelAnswers.Messages(call).Any(message => message.GetProperty("new").GetBoolean() && message.GetProperty("text").GetString()!.Contains(word, StringComparison.Ordinal))
            ? throw new InvalidOperationException("cannot read this")
            : answer(call, token);
        return model;
    }

    private static async Task<MemoryFile> OpenAsync(ScriptedChatClient model, int poisoned)
    {
        var file = await MemoryFile.OpenAsync(options =>
        {
            options.Reader = new ChatClientMemReader(model);
            options.ReadingMode = ReadingMode.Fine;
        });
        await file.Memory.AddAsync([.. Enumerable.Range(0, 2 * PerJob).Select(i => file.Say(i == poisoned ? "poison" : i == 1 ? "note: User keeps bees at home." : $"Hello {i}."))], file.Ada.InSession("s"));
        return file;
    }

    // Moves the clock past the pause, and gives what it took back.
    private static async Task<IEnumerable<int>> AttemptsAsync(MemoryFile file)
    {
        file.Time.Advance(TimeSpan.FromMinutes(1));
        var leases = await file.Memory.Store.Jobs.LeaseAsync(JobKind.Read, 10, TimeSpan.FromMinutes(1));
        await file.Memory.Store.Jobs.ReleaseAsync(leases);
        return leases.Select(lease => lease.Attempts);
    }
}
