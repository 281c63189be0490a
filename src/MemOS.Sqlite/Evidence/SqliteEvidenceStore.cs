using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evidence;

/// <inheritdoc cref="IEvidenceStore"/>
internal sealed class SqliteEvidenceStore(Database database) : IEvidenceStore
{
    private const int LargestPage = 1000;

    private const string ByIds = $"""
        SELECT {EvidenceRow.Columns} FROM {EvidenceRow.From}
        WHERE e.id IN (SELECT value FROM json_each(?1)) AND e.id >> 32 IN (SELECT value FROM json_each(?2)) AND e.state <> 4
        """;

    private const string Page = $"""
        SELECT {EvidenceRow.Columns} FROM {EvidenceRow.From}
        WHERE e.id BETWEEN ?1 AND ?2 AND (?3 IS NULL OR s.name = ?3) AND (?4 IS NULL OR e.kind = ?4) AND (e.state = 1 OR (?5 AND e.state <> 4))
            AND (?7 IS NULL OR coalesce(e.document, o.document) = ?7)
        ORDER BY e.id LIMIT ?6
        """;

    private const string Preceding = $"""
        SELECT {EvidenceRow.Columns} FROM evidence g CROSS JOIN {EvidenceRow.From}
        WHERE g.id = ?1 AND e.session = g.session AND e.position < g.position AND e.state = 1 AND e.id BETWEEN ?2 AND ?3
        ORDER BY e.position DESC LIMIT ?4
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendedEvidence>> AppendAsync(CubeAccess access, EvidenceBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Items.Count == 0 && batch.Abandon.Count == 0 && batch.Cost is null)
        {
            return Task.FromResult<IReadOnlyList<AppendedEvidence>>([]);
        }

        return database.WriteAsync(new EvidenceAppender(access, batch, database.Options).Run, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> GetLogAsync(CubeAccess access, string? session, int limit, IReadOnlyCollection<ContentHash>? held = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return database.ReadAsync<IReadOnlyList<LogEntry>>(
            connection => SessionTable.FindNumber(connection, access.Home, session) is { } number
                ? new SessionLog(connection, database.Options, access.Home, session ?? "").Read(number, limit, held ?? [])
                : [],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(ids);
        return database.ReadAsync<IReadOnlyList<EvidenceItem>>(
            connection =>
            {
                var found = EvidenceRow.ReadAll(connection.Prepare(ByIds).Bind(JsonList.Of(ids)).Bind(JsonList.Of(access.Readable))).ToDictionary(static item => item.Id);
                return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> ListAsync(CubeAccess access, EvidenceFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(filter);
        return database.ReadAsync<IReadOnlyList<EvidenceItem>>(
            connection =>
            {
                var limit = Math.Clamp(filter.Limit, 1, LargestPage);
                var items = new List<EvidenceItem>();
                foreach (var (first, last) in CubeRange.After(access, MemoryItemKind.Evidence, filter.After))
                {
                    items.AddRange(EvidenceRow.ReadAll(connection.Prepare(Page)
                        .Bind(first).Bind(last).Bind(filter.Session).Bind((long?)filter.Kind).Bind(filter.IncludeInactive ? 1 : 0).Bind(limit - items.Count).Bind(filter.Document)));
                    if (items.Count == limit)
                    {
                        break;
                    }
                }

                return items;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> GetPrecedingAsync(CubeAccess access, MemoryId id, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        if (!access.CanRead(id) || count <= 0)
        {
            return Task.FromResult<IReadOnlyList<EvidenceItem>>([]);
        }

        return database.ReadAsync<IReadOnlyList<EvidenceItem>>(
            connection =>
            {
                var (first, last) = CubeRange.Of(id.Cube, MemoryItemKind.Evidence);
                var items = EvidenceRow.ReadAll(connection.Prepare(Preceding).Bind(id.Value).Bind(first).Bind(last).Bind(count));
                items.Reverse();
                return items;
            },
            cancellationToken);
    }
}
