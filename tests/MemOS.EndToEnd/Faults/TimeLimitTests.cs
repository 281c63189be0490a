using MemOS.EndToEnd.Operations;
using MemOS.Scheduling;

namespace MemOS.EndToEnd.Faults;

/// <summary>Clients report a time limit of their own as a cancellation that nobody asked for.</summary>
public class TimeLimitTests
{
    [Theory]
    [InlineData(false, JobKind.Read)]
    [InlineData(true, JobKind.Refine)]
    public async Task Reading_TimeLimitOfTheReader_IsAFailureAndIsTriedAgain(bool usesModel, JobKind kind)
    {
        var calls = 0;
        await using var file = await MemoryFile.OpenAsync(options => options.Reader = new InterruptedReader(call =>
        {
            calls = call;
            return call == 1 ? throw new TaskCanceledException("it took too long") : Task.CompletedTask;
        })
        { UsesModel = usesModel });

        await file.TellAsync("I live in Oslo.");

        var counts = await file.Memory.CountReadingAsync(file.Ada);
        Assert.Equal(1, counts.Queued);
        Assert.StartsWith("it did not answer in time.", counts.LastError, StringComparison.Ordinal);
        var due = Assert.NotNull(await file.Memory.Store.Jobs.NextDueAsync(kind));
        file.Time.Advance(due - file.Time.Now);
        await file.Memory.FlushAsync();
        Assert.Equal(0, (await file.Memory.CountReadingAsync(file.Ada)).Queued);
        Assert.Equal(2, calls);
    }
}
