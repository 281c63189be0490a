namespace MemOS.Scheduling;

/// <summary>Renews leases while slow work goes on, and stops the work when they are lost: then it is somebody else's.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource ending;
    private readonly CancellationTokenSource working;
    private readonly Task renewing;

    private LeaseKeeper(IJobStore jobs, IReadOnlyList<JobLease> leases, TimeSpan duration, TimeProvider time, CancellationToken cancellationToken)
    {
        ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        renewing = RenewAsync(jobs, leases, duration, time);
    }

    /// <summary>Cancelled by the caller, and when a lease is lost.</summary>
    public CancellationToken Token => working.Token;

    /// <summary>Begins to renew, three times in the duration of a lease.</summary>
    public static LeaseKeeper Start(IJobStore jobs, IReadOnlyList<JobLease> leases, TimeSpan duration, TimeProvider time, CancellationToken cancellationToken) =>
        new(jobs, leases, duration, time, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
        working.Dispose();
    }

    private async Task RenewAsync(IJobStore jobs, IReadOnlyList<JobLease> leases, TimeSpan duration, TimeProvider time)
    {
        using var timer = new PeriodicTimer(duration / 3, time);
        while (await timer.WaitForNextTickAsync(ending.Token).ConfigureAwait(false))
        {
            if (!await jobs.RenewAsync(leases, duration, ending.Token).ConfigureAwait(false))
            {
                await working.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
    }
}
