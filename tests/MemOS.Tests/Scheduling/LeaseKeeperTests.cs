using MemOS.Scheduling;
using MemOS.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace MemOS.Tests.Scheduling;

// By a clock of their own: by the machine's, a busy machine lets a lease end between two renewals.
public class LeaseKeeperTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1.5);
    private readonly SteppedTime time = new();
    private readonly SemaphoreSlim asked = new(0);

    [Fact]
    public async Task Renewal_FailsOnce_IsTriedAgainAndTheWorkGoesOn()
    {
        var store = RenewalScript.Answering(call =>
        {
            asked.Release();
            return call == 1 ? throw new MemoryStoreException("busy") : Task.FromResult(true);
        });

        await using var keeper = Start(store);
        await LetPassAsync(Lease / 3);
        await LetPassAsync(Lease / 3);

        // By now the lease would have ended that was never renewed: only a keeper that still holds it asks again.
        await LetPassAsync(Lease / 3);
        Assert.False(keeper.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Renewal_FailsUntilTheLeaseEnds_StopsTheWork()
    {
        var store = RenewalScript.Answering(_ =>
        {
            asked.Release();
            return Task.FromException<bool>(new MemoryStoreException("busy"));
        });
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        await using var keeper = Start(store);
        await using var _ = keeper.Token.Register(stopped.SetResult);
        await LetPassAsync(Lease / 3);
        await LetPassAsync(Lease / 3);
        time.Advance(Lease / 3);

        await stopped.Task.WaitAsync(Patience);
    }

    private LeaseKeeper Start(IJobStore store) => LeaseKeeper.Start(store, [], Lease, time, NullLogger.Instance, CancellationToken.None);

    private async Task LetPassAsync(TimeSpan span)
    {
        time.Advance(span);
        Assert.True(await asked.WaitAsync(Patience));
    }
}
