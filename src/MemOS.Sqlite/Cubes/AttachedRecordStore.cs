using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Scheduling;

namespace MemOS.Sqlite.Cubes;

/// <summary>The records of the main file and of attached cubes as one.</summary>
internal sealed class AttachedRecordStore(IRecordStore main, AttachedCubes cubes) : IRecordStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryId>?> ApplyAsync(CubeAccess access, IReadOnlyList<RecordChange> changes, IReadOnlyList<JobLease> completes, CancellationToken cancellationToken = default) =>
        main.ApplyAsync(access, changes, completes, cancellationToken);

    /// <inheritdoc/>
    public Task<MemoryRecord> CorrectAsync(CubeAccess access, MemoryId id, RecordContent content, EvidenceDraft correction, string reason, CancellationToken cancellationToken = default) =>
        main.CorrectAsync(access, id, content, correction, reason, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MemoryRecord>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var attached = cubes.FindAll(access.Readable);
        if (attached.Count == 0)
        {
            return await main.GetAsync(access, ids, cancellationToken).ConfigureAwait(false);
        }

        var found = (await main.GetAsync(AttachedCubes.InMain(access, attached), ids, cancellationToken).ConfigureAwait(false)).ToDictionary(static record => record.Id);
        foreach (var (cube, file) in attached)
        {
            var wanted = ids.Where(id => id.Cube == cube).Select(file.ToFile).ToList();
            foreach (var record in await file.Records.GetAsync(AttachedFile.Inside(access), wanted, cancellationToken).ConfigureAwait(false))
            {
                found[file.FromFile(record.Id)] = file.FromFile(record);
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> ListAsync(CubeAccess access, RecordFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(filter);
        return CubePages.ReadAsync(
            cubes.FindAll(access.Readable), access, filter.After, filter.Limit,
            (part, after, limit) => main.ListAsync(part, filter with { After = after, Limit = limit }, cancellationToken),
            async (file, after, limit) =>
                [.. (await file.Records.ListAsync(AttachedFile.Inside(access), filter with { After = after, Limit = limit }, cancellationToken).ConfigureAwait(false)).Select(file.FromFile)]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> FindAsync(CubeAccess access, IReadOnlyList<string> textKeys, IReadOnlyList<(string Subject, string Slot)> slots, CancellationToken cancellationToken = default) =>
        main.FindAsync(access, textKeys, slots, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MemoryRecord>> HistoryAsync(CubeAccess access, MemoryId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return access.CanRead(id) && cubes.Find(id.Cube) is { } file
            ? [.. (await file.Records.HistoryAsync(AttachedFile.Inside(access), file.ToFile(id), cancellationToken).ConfigureAwait(false)).Select(file.FromFile)]
            : await main.HistoryAsync(access, id, cancellationToken).ConfigureAwait(false);
    }
}
