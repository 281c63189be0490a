using MemOS.Scheduling;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>
    /// Completes when everything that was recorded for the scope has been read, here or by another process on the same store, or has failed
    /// and waits to be tried again, or waits for a model that failed a few times in a row, or for a cost ceiling to lift.
    /// </summary>
    /// <inheritdoc cref="ResolveAsync" path="/exception"/>
    public async Task WhenReadAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        if (Store.Maintenance.IsReadOnly)
        {
            return;
        }

        await reading.WhenReadAsync(access, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How much reading waits, failed for good, or is put off by a cost ceiling, over the cubes that the scope may read.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/exception"/>
    public async Task<JobCounts> CountReadingAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Jobs.CountAsync(access, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Queues the readings again that failed for good, or that a ceiling put off, in the cubes that the scope may write, such as after a model's endpoint was mended.</summary>
    /// <returns>How many there were.</returns>
    /// <inheritdoc cref="ResolveAsync" path="/exception"/>
    public async Task<int> RetryReadingAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var retried = await Store.Jobs.RetryDeadAsync(access, cancellationToken).ConfigureAwait(false);
        NotifyAdded();
        return retried;
    }

    /// <summary>What models were asked for the cubes that the scope may read, since a time, to the hour.</summary>
    /// <inheritdoc cref="ResolveAsync" path="/exception"/>
    public async Task<UsageSummary> SumModelUsageAsync(MemoryScope scope, DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Usage.SumAsync(access, since, cancellationToken).ConfigureAwait(false);
    }
}
