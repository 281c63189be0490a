using System.Text.Json;
using System.Text.Json.Nodes;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Scheduling;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Reading;

/// <inheritdoc cref="IRecordStore"/>
internal sealed class SqliteRecordStore(Database database) : IRecordStore
{
    private const int LargestPage = 1000;

    private const string ByIds = $"""
        SELECT {RecordRow.Columns} FROM record_versions r
        WHERE r.id IN (SELECT value FROM json_each(?1)) AND r.id >> 32 IN (SELECT value FROM json_each(?2)) AND r.latest = 1
        """;

    private const string Fits = """
        (?11 IS NULL OR r.superseded_by = ?11) AND (?5 IS NULL OR r.subject_key = ?5) AND (?6 IS NULL OR r.slot = ?6)
            AND (?7 IS NULL OR EXISTS (
                SELECT 1 FROM record_sources t JOIN evidence e ON e.id = t.evidence JOIN sessions s ON s.number = e.session
                WHERE t.record = r.id AND s.name = ?7))
        ORDER BY r.id LIMIT ?8
        """;

    private const string Page = $"""
        SELECT {RecordRow.Columns} FROM record_versions r
        WHERE r.id BETWEEN ?1 AND ?2 AND CASE WHEN ?9 IS NULL THEN r.latest = 1 ELSE
                r.version = (SELECT max(v.version) FROM record_versions v WHERE v.id = r.id AND v.recorded_at <= ?9)
                AND NOT EXISTS (SELECT 1 FROM record_versions f WHERE f.id = r.id AND f.latest = 1 AND f.state = 3) END
            AND (?10 IS NULL OR (r.state <> 3 AND r.valid_from <= ?10 AND (r.valid_to IS NULL OR r.valid_to > ?10)))
            AND (?3 IS NULL OR r.state = ?3) AND (?4 IS NULL OR r.kind = ?4)
            AND {Fits}
        """;

    // What is asked of every turn: the current records of a kind, of which there are few, whatever else the cube holds.
    private const string PageOfKind = $"""
        SELECT {RecordRow.Columns} FROM record_versions r
        WHERE r.id >> 32 = ?1 >> 32 AND r.id BETWEEN ?1 AND ?2 AND r.kind = ?4 AND r.latest = 1 AND r.state = 1
            AND {Fits}
        """;

    private const string ByText = $"""
        SELECT {RecordRow.Columns} FROM record_versions r
        WHERE r.id >> 32 = ?1 AND r.latest = 1 AND r.state = 1 AND r.text_key IN (SELECT value FROM json_each(?2))
        """;

    private const string BySlot = $"""
        SELECT {RecordRow.Columns} FROM json_each(?2) j CROSS JOIN record_versions r
        WHERE r.id >> 32 = ?1 AND r.latest = 1 AND r.state = 1 AND r.slot IS NOT NULL AND r.slot = j.value ->> 0 AND r.subject_key = j.value ->> 1
        """;

    private const string Versions = $"SELECT {RecordRow.Columns} FROM record_versions r WHERE r.id = ?1 AND r.id BETWEEN ?2 AND ?3 ORDER BY r.version";

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryId>?> ApplyAsync(CubeAccess access, IReadOnlyList<RecordChange> changes, IReadOnlyList<JobLease> completes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(completes);
        return database.WriteAsync(
            connection => JobTable.TryComplete(connection, completes, database.Now)
                ? new RecordChanges(connection, access, database.Options).Apply(changes)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MemoryRecord> CorrectAsync(CubeAccess access, MemoryId id, RecordContent content, EvidenceDraft correction, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(correction);
        var append = new EvidenceAppender(access, new() { Session = access.Scope.Session, Items = [correction], Read = false }, database.Options);
        return database.WriteAsync(
            connection =>
            {
                if (RecordTable.Find(connection, id) is { Record.State: RecordState.Forgotten })
                {
                    throw new MemoryNotFoundException($"Record {id} is forgotten. Restore it before it is corrected.");
                }

                var evidence = append.Run(connection)[0].Id;
                new RecordChanges(connection, access, database.Options).Apply([new RecordChange.Revise(id, content, [evidence], reason)]);
                var sources = RecordSources.Load(connection, JsonList.Of([id]), [id.Cube])[id.Value];
                return RecordTable.Find(connection, id)!.Value.Record with { Sources = [.. sources.Select(static source => source.Evidence)] };
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> GetAsync(CubeAccess access, IReadOnlyList<MemoryId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(ids);
        return database.ReadAsync<IReadOnlyList<MemoryRecord>>(
            connection =>
            {
                var found = RecordRow.ReadAll(connection, connection.Prepare(ByIds).Bind(JsonList.Of(ids)).Bind(JsonList.Of(access.Readable)), access.Readable)
                    .ToDictionary(static record => record.Id);
                return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> ListAsync(CubeAccess access, RecordFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(filter);
        return database.ReadAsync<IReadOnlyList<MemoryRecord>>(
            connection =>
            {
                var limit = Math.Clamp(filter.Limit, 1, LargestPage);
                var subject = filter.Subject is { } given ? RecordRow.SubjectKey(given) : (long?)null;
                var sql = filter is { Kind: not null, State: RecordState.Current, AsOf: null, ValidAt: null } ? PageOfKind : Page;
                var records = new List<MemoryRecord>();
                foreach (var (first, last) in CubeRange.After(access, MemoryItemKind.Record, filter.After))
                {
                    var page = connection.Prepare(sql)
                        .Bind(first).Bind(last).Bind(filter.ValidAt is null ? (long?)filter.State : null).Bind((long?)filter.Kind).Bind(subject)
                        .Bind(filter.Slot).Bind(filter.Session).Bind(limit - records.Count)
                        .Bind(filter.AsOf?.UtcTicks).Bind(filter.ValidAt?.UtcTicks).Bind(filter.SupersededBy?.Value);
                    records.AddRange(RecordRow.ReadAll(connection, page, access.Readable));
                    if (records.Count == limit)
                    {
                        break;
                    }
                }

                return records;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> FindAsync(CubeAccess access, IReadOnlyList<string> textKeys, IReadOnlyList<(string Subject, string Slot)> slots, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(textKeys);
        ArgumentNullException.ThrowIfNull(slots);
        return database.ReadAsync<IReadOnlyList<MemoryRecord>>(
            connection =>
            {
                var found = new SortedDictionary<MemoryId, MemoryRecord>();
                if (textKeys.Count > 0)
                {
                    var keys = JsonList.Of(textKeys.Select(RecordRow.TextKey));
                    Collect(connection, connection.Prepare(ByText).Bind(access.Home).Bind(keys), access, found);
                }

                if (slots.Count > 0)
                {
                    Collect(connection, connection.Prepare(BySlot).Bind(access.Home).Bind(Pairs(slots)), access, found);
                }

                return [.. found.Values];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryRecord>> HistoryAsync(CubeAccess access, MemoryId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        if (!access.CanRead(id))
        {
            return Task.FromResult<IReadOnlyList<MemoryRecord>>([]);
        }

        return database.ReadAsync<IReadOnlyList<MemoryRecord>>(
            connection =>
            {
                var (first, last) = CubeRange.Of(id.Cube, MemoryItemKind.Record);
                return RecordRow.ReadAll(connection, connection.Prepare(Versions).Bind(id.Value).Bind(first).Bind(last), access.Readable);
            },
            cancellationToken);
    }

    private static void Collect(Connection connection, Statement statement, CubeAccess access, SortedDictionary<MemoryId, MemoryRecord> found)
    {
        foreach (var record in RecordRow.ReadAll(connection, statement, access.Readable))
        {
            found[record.Id] = record;
        }
    }

    private static string Pairs(IReadOnlyList<(string Subject, string Slot)> slots)
    {
        var pairs = new JsonArray();
        foreach (var (subject, slot) in slots.Distinct())
        {
            pairs.Add((JsonNode)new JsonArray(slot, RecordRow.SubjectKey(subject)));
        }

        return pairs.ToJsonString(JsonSerializerOptions.Default);
    }
}
