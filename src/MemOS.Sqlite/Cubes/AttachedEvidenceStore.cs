using MemOS.Cubes;
using MemOS.Evidence;

namespace MemOS.Sqlite.Cubes;

/// <summary>The messages of the main file and of attached cubes as one.</summary>
internal sealed class AttachedEvidenceStore(IEvidenceStore main, AttachedCubes cubes) : IEvidenceStore
{
    private readonly AttachedItems<IEvidenceStore, EvidenceItem> items = new(main, cubes, static file => file.Evidence, static (file, item) => file.FromFile(item));

    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendedEvidence>> AppendAsync(CubeAccess access, EvidenceBatch batch, CancellationToken cancellationToken = default) =>
        main.AppendAsync(access, batch, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> GetLogAsync(CubeAccess access, string? session, int limit, IReadOnlyCollection<ContentHash>? held = null, CancellationToken cancellationToken = default) =>
        main.GetLogAsync(access, session, limit, held, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default) =>
        items.GetAsync(access, ids, static item => item.Id, (store, part, wanted) => store.GetAsync(part, wanted, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> ListAsync(CubeAccess access, EvidenceFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return items.ListAsync(access, filter.After, filter.Limit, (store, part, after, limit) => store.ListAsync(part, filter with { After = after, Limit = limit }, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> GetPrecedingAsync(CubeAccess access, MemoryId id, int count, CancellationToken cancellationToken = default) =>
        items.OfAsync(access, id, (store, part, item) => store.GetPrecedingAsync(part, item, count, cancellationToken));
}
