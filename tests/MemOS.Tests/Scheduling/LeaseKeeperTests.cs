using MemOS.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;

namespace MemOS.Tests.Scheduling;

public class LeaseKeeperTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Renewal_FailsOnce_IsTriedAgainAndTheWorkGoesOn()
    {
        var again = new TaskCompletionSource();
        var store = RenewalScript.Answering(call =>
        {
            if (call == 1)
            {
                throw new MemoryStoreException("busy");
            }

            again.TrySetResult();
            return Task.FromResult(true);
        });

        await using var keeper = LeaseKeeper.Start(store, [], TimeSpan.FromSeconds(1.5), TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        await again.Task.WaitAsync(Patience);

        Assert.False(keeper.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Renewal_FailsUntilTheLeaseEnds_StopsTheWork()
    {
        var calls = 0;
        var store = RenewalScript.Answering(call =>
        {
            calls = call;
            return Task.FromException<bool>(new MemoryStoreException("busy"));
        });
        var stopped = new TaskCompletionSource();

        await using var keeper = LeaseKeeper.Start(store, [], TimeSpan.FromSeconds(0.3), TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        await using var _ = keeper.Token.Register(stopped.SetResult);
        await stopped.Task.WaitAsync(Patience);

        Assert.True(calls > 0);
    }
}
