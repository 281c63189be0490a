using MemOS.Cubes;
using MemOS.Recall;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall;

/// <inheritdoc cref="IVectorStore"/>
internal sealed class SqliteVectorStore(Database database) : IVectorStore
{
    private const string Missing = """
        SELECT i.id, i.text FROM (
            SELECT e.id AS id, coalesce(e.text, o.text) AS text FROM evidence e LEFT JOIN evidence o ON o.id = e.origin
            WHERE e.id BETWEEN ?1 AND ?2 AND e.state = 1 AND coalesce(e.text, o.text) <> ''
            UNION ALL
            SELECT r.id, r.text FROM record_versions r WHERE r.id BETWEEN ?3 AND ?4 AND r.latest = 1 AND r.state = 1) i
        WHERE i.id > ?7 AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.id = i.id AND v.model = ?5)
        ORDER BY i.id LIMIT ?6
        """;

    private const string TextOf = """
        SELECT coalesce(e.text, o.text) FROM evidence e LEFT JOIN evidence o ON o.id = e.origin WHERE e.id = ?1 AND e.id >> 32 = ?2 AND e.state = 1
        UNION ALL
        SELECT text FROM record_versions WHERE id = ?1 AND id >> 32 = ?2 AND latest = 1 AND state = 1
        """;

    private const string Cubes = "SELECT number FROM cubes ORDER BY number";

    /// <inheritdoc/>
    public Task<IReadOnlyList<(MemoryId Id, string Text)>> GetMissingAsync(CubeAccess access, string model, int limit, MemoryId after = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentException.ThrowIfNullOrEmpty(model);
        return database.ReadAsync<IReadOnlyList<(MemoryId, string)>>(
            connection => FindMissing(connection, access.Home, VectorTable.FindModelNumber(connection, model)?.Number ?? 0, Math.Max(limit, 0), after),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryId>> ReuseAsync(CubeAccess access, string model, IReadOnlyList<(MemoryId Id, string Text)> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(items);
        var hashed = items.Where(item => item.Id.Cube == access.Home).Select(item => (item.Id, Hash: VectorTable.HashOf(item.Text))).ToList();
        return hashed.Count == 0 ? Task.FromResult<IReadOnlyList<MemoryId>>([]) : database.WriteAsync<IReadOnlyList<MemoryId>>(
            connection =>
            {
                var reused = new List<MemoryId>();
                if (VectorTable.FindModelNumber(connection, model) is not { } known)
                {
                    return reused;
                }

                foreach (var (id, hash) in hashed)
                {
                    if (VectorTable.TryCopy(connection, known.Number, id, hash))
                    {
                        reused.Add(id);
                    }
                }

                return reused;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<int>> FindIncompleteAsync(string model, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        return database.ReadAsync<IReadOnlyList<int>>(
            connection =>
            {
                var number = VectorTable.FindModelNumber(connection, model)?.Number ?? 0;
                return [.. connection.Prepare(Cubes).ReadIds().Select(static cube => (int)cube).Where(cube => FindMissing(connection, cube, number, 1, default).Count > 0)];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task PutAsync(CubeAccess access, string model, IReadOnlyList<(MemoryId Id, ReadOnlyMemory<float> Vector)> vectors, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Count == 0)
        {
            return Task.CompletedTask;
        }

        var dimension = vectors[0].Vector.Length;
        if (dimension == 0 || vectors.Any(vector => vector.Vector.Length != dimension))
        {
            throw new ArgumentException("The vectors of one model have one dimension, of at least 1.", nameof(vectors));
        }

        return database.WriteAsync(
            connection =>
            {
                var number = VectorTable.GetModelNumber(connection, model, dimension);
                foreach (var (id, vector) in vectors)
                {
                    if (id.Cube == access.Home && FindText(connection, id) is { } text)
                    {
                        VectorTable.Put(connection, number, id, vector.Span, VectorTable.HashOf(text));
                    }
                }

                return true;
            },
            cancellationToken);
    }

    private static string? FindText(Connection connection, MemoryId id)
    {
        using var row = connection.Prepare(TextOf).Bind(id.Value).Bind(id.Cube);
        return row.Step() ? row.TextOrNull(0) ?? "" : null;
    }

    private static List<(MemoryId Id, string Text)> FindMissing(Connection connection, int cube, long model, int limit, MemoryId after)
    {
        var evidence = CubeRange.Of(cube, MemoryItemKind.Evidence);
        var records = CubeRange.Of(cube, MemoryItemKind.Record);
        var missing = new List<(MemoryId, string)>();
        using var row = connection.Prepare(Missing)
            .Bind(evidence.First).Bind(evidence.Last).Bind(records.First).Bind(records.Last).Bind(model).Bind(limit).Bind(after.Value);
        while (row.Step())
        {
            missing.Add((new(row.Int64(0)), row.Text(1)));
        }

        return missing;
    }
}
