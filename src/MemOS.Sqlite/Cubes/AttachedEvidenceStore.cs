using MemOS.Cubes;
using MemOS.Evidence;

namespace MemOS.Sqlite.Cubes;

/// <summary>The messages of the main file and of attached cubes as one.</summary>
internal sealed class AttachedEvidenceStore(IEvidenceStore main, AttachedCubes cubes) : IEvidenceStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendedEvidence>> AppendAsync(CubeAccess access, EvidenceBatch batch, CancellationToken cancellationToken = default) =>
        main.AppendAsync(access, batch, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> GetLogAsync(CubeAccess access, string? session, int limit, IReadOnlyCollection<ContentHash>? held = null, CancellationToken cancellationToken = default) =>
        main.GetLogAsync(access, session, limit, held, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EvidenceItem>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var attached = cubes.FindAll(access.Readable);
        if (attached.Count == 0)
        {
            return await main.GetAsync(access, ids, cancellationToken).ConfigureAwait(false);
        }

        var found = (await main.GetAsync(AttachedCubes.InMain(access, attached), ids, cancellationToken).ConfigureAwait(false)).ToDictionary(static item => item.Id);
        foreach (var (cube, file) in attached)
        {
            var wanted = ids.Where(id => id.Cube == cube).Select(file.ToFile).ToList();
            foreach (var item in await file.Evidence.GetAsync(AttachedFile.Inside(access), wanted, cancellationToken).ConfigureAwait(false))
            {
                found[file.FromFile(item.Id)] = file.FromFile(item);
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> ListAsync(CubeAccess access, EvidenceFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(filter);
        return CubePages.ReadAsync(
            cubes.FindAll(access.Readable), access, filter.After, filter.Limit,
            (part, after, limit) => main.ListAsync(part, filter with { After = after, Limit = limit }, cancellationToken),
            async (file, after, limit) =>
                [.. (await file.Evidence.ListAsync(AttachedFile.Inside(access), filter with { After = after, Limit = limit }, cancellationToken).ConfigureAwait(false)).Select(file.FromFile)]);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EvidenceItem>> GetPrecedingAsync(CubeAccess access, MemoryId id, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return access.CanRead(id) && cubes.Find(id.Cube) is { } file
            ? [.. (await file.Evidence.GetPrecedingAsync(AttachedFile.Inside(access), file.ToFile(id), count, cancellationToken).ConfigureAwait(false)).Select(file.FromFile)]
            : await main.GetPrecedingAsync(access, id, count, cancellationToken).ConfigureAwait(false);
    }
}
