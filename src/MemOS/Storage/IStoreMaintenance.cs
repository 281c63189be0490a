namespace MemOS.Storage;

/// <summary>Health, size and backup of a store. All members are safe for concurrent use.</summary>
public interface IStoreMaintenance
{
    /// <summary>Where the store is, for people to read.</summary>
    string Location { get; }

    /// <summary>Whether the store can only be read, since it was opened so or cannot be written. Every write fails with a <see cref="MemoryStoreException"/>.</summary>
    bool IsReadOnly { get; }

    /// <summary>Checks the store; a deep check reads every page and compares every index with its source.</summary>
    Task<IReadOnlyList<StoreProblem>> CheckAsync(bool deep, IProgress<double>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Makes again what is derived from the evidence and records: indexes, the word index, counters.</summary>
    /// <exception cref="MemoryStoreException">
    /// The evidence or records themselves are damaged, somebody else wrote meanwhile, or there is no room; nothing was changed.
    /// </exception>
    Task RepairAsync(IProgress<double>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Counts of the whole store.</summary>
    Task<StoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes a consistent copy of the store to a new file while work goes on.</summary>
    /// <exception cref="MemoryStoreException">The target exists or cannot be written.</exception>
    Task BackupAsync(string path, IProgress<double>? progress = null, CancellationToken cancellationToken = default);
}
