using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Scheduling;

namespace MemOS.Sqlite.Cubes;

/// <summary>The records of the main file and of attached cubes as one.</summary>
internal sealed class AttachedRecordStore(IRecordStore main, AttachedCubes cubes) : IRecordStore
{
    private readonly AttachedItems<IRecordStore, MemoryRecord> items = new(main, cubes, static file => file.Records, static (file, record) => file.FromFile(record));

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryId>?> ApplyAsync(CubeAccess access, IReadOnlyList<RecordChange> changes, IReadOnlyList<JobLease> completes, CancellationToken cancellationToken = default) =>
        main.ApplyAsync(access, changes, completes, cancellationToken);

    /// <inheritdoc/>
    public Task<MemoryRecord> CorrectAsync(CubeAccess access, MemoryId id, RecordContent content, EvidenceDraft correction, string reason, CancellationToken cancellationToken = default) =>
        main.CorrectAsync(access, id, content, correction, reason, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default) =>
        items.GetAsync(access, ids, static record => record.Id, (store, part, wanted) => store.GetAsync(part, wanted, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> ListAsync(CubeAccess access, RecordFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return items.ListAsync(access, filter.After, filter.Limit, (store, part, after, limit) => store.ListAsync(part, filter with { After = after, Limit = limit }, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> FindAsync(CubeAccess access, IReadOnlyList<string> textKeys, IReadOnlyList<(string Subject, string Slot)> slots, CancellationToken cancellationToken = default) =>
        main.FindAsync(access, textKeys, slots, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> HistoryAsync(CubeAccess access, MemoryId id, CancellationToken cancellationToken = default) =>
        items.OfAsync(access, id, (store, part, record) => store.HistoryAsync(part, record, cancellationToken));
}
