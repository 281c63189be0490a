using Microsoft.Extensions.Logging;

namespace MemOS.Scheduling;

/// <summary>Renews leases while slow work goes on, and stops the work when they are lost: then it is somebody else's.</summary>
internal sealed partial class LeaseKeeper : IAsyncDisposable
{
    private readonly ILogger logger;
    private readonly CancellationTokenSource ending;
    private readonly CancellationTokenSource working;
    private readonly Task renewing;

    private LeaseKeeper(IJobStore jobs, IReadOnlyList<JobLease> leases, TimeSpan duration, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        this.logger = logger;
        ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        renewing = RenewAsync(jobs, leases, duration, time);
    }

    /// <summary>Cancelled by the caller, and when a lease is lost or has ended because it could not be renewed.</summary>
    public CancellationToken Token => working.Token;

    /// <summary>Begins to renew, three times in the duration of a lease.</summary>
    public static LeaseKeeper Start(IJobStore jobs, IReadOnlyList<JobLease> leases, TimeSpan duration, TimeProvider time, ILogger logger, CancellationToken cancellationToken) =>
        new(jobs, leases, duration, time, logger, cancellationToken);

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
        var renewed = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(ending.Token).ConfigureAwait(false))
        {
            var asked = time.GetTimestamp();
            if (await TryRenewAsync(jobs, leases, duration).ConfigureAwait(false) is not { } isHeld)
            {
                // A busy store may answer the next time; until the lease ends, nobody else takes the work.
                isHeld = time.GetElapsedTime(renewed) < duration;
            }
            else
            {
                renewed = asked;
            }

            if (!isHeld)
            {
                await working.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
    }

    // Null when the store could not be asked.
    private async Task<bool?> TryRenewAsync(IJobStore jobs, IReadOnlyList<JobLease> leases, TimeSpan duration)
    {
        try
        {
            return await jobs.RenewAsync(leases, duration, ending.Token).ConfigureAwait(false);
        }
        catch (Exception ex) when (!ex.IsAskedBy(ending.Token))
        {
            LogRenewalFailed(ex, leases.Count);
            return null;
        }
    }

    [LoggerMessage(EventId = 1006, Level = LogLevel.Warning, Message = "The lease of {Count} job(s) could not be renewed; it is tried again until the lease ends.")]
    private partial void LogRenewalFailed(Exception exception, int count);
}
