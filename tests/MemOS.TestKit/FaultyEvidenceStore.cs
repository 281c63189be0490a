using MemOS.Cubes;
using MemOS.Evidence;

namespace MemOS.TestKit;

/// <summary>The evidence of another store, failing when a test says so.</summary>
public sealed class FaultyEvidenceStore(IEvidenceStore inner) : IEvidenceStore
{
    /// <summary>What appending throws; <see langword="null"/> while it works.</summary>
    public Exception? AppendFails { get; set; }

    /// <summary>How many batches were appended.</summary>
    public int Appends { get; private set; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendedEvidence>> AppendAsync(CubeAccess access, EvidenceBatch batch, CancellationToken cancellationToken = default)
    {
        if (AppendFails is { } error)
        {
            return Task.FromException<IReadOnlyList<AppendedEvidence>>(error);
        }

        Appends++;
        return inner.AppendAsync(access, batch, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> GetLogAsync(CubeAccess access, string? session, int limit, IReadOnlyCollection<ContentHash>? held = null, CancellationToken cancellationToken = default) =>
        inner.GetLogAsync(access, session, limit, held, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default) =>
        inner.GetAsync(access, ids, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> ListAsync(CubeAccess access, EvidenceFilter filter, CancellationToken cancellationToken = default) =>
        inner.ListAsync(access, filter, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> GetPrecedingAsync(CubeAccess access, MemoryId id, int count, CancellationToken cancellationToken = default) =>
        inner.GetPrecedingAsync(access, id, count, cancellationToken);
}
