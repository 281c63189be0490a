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
        WHERE NOT EXISTS (SELECT 1 FROM vectors v WHERE v.id = i.id AND v.model = ?5)
        ORDER BY i.id LIMIT ?6
        """;

    private const string IsActive = """
        SELECT 1 FROM evidence WHERE id = ?1 AND id >> 32 = ?2 AND state = 1
        UNION ALL
        SELECT 1 FROM record_versions WHERE id = ?1 AND id >> 32 = ?2 AND latest = 1 AND state = 1
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<(MemoryId Id, string Text)>> GetMissingAsync(CubeAccess access, string model, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentException.ThrowIfNullOrEmpty(model);
        return database.ReadAsync<IReadOnlyList<(MemoryId, string)>>(
            connection =>
            {
                var evidence = CubeRange.Of(access.Home, MemoryItemKind.Evidence);
                var records = CubeRange.Of(access.Home, MemoryItemKind.Record);
                var number = VectorTable.FindModelNumber(connection, model)?.Number ?? 0;
                var missing = new List<(MemoryId, string)>();
                using var row = connection.Prepare(Missing)
                    .Bind(evidence.First).Bind(evidence.Last).Bind(records.First).Bind(records.Last).Bind(number).Bind(Math.Max(limit, 0));
                while (row.Step())
                {
                    missing.Add((new(row.Int64(0)), row.Text(1)));
                }

                return missing;
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
                    if (id.Cube == access.Home && connection.Prepare(IsActive).Bind(id.Value).Bind(access.Home).Scalar() is not null)
                    {
                        VectorTable.Put(connection, number, id, vector.Span);
                    }
                }

                return true;
            },
            cancellationToken);
    }
}
