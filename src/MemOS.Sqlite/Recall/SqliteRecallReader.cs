using System.Numerics.Tensors;
using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Sqlite.Storage;
using MemOS.Time;

namespace MemOS.Sqlite.Recall;

/// <inheritdoc cref="IRecallReader"/>
internal sealed class SqliteRecallReader : IRecallReader
{
    private const string Begin = "BEGIN";

    private const string Statistics = "SELECT documents, terms FROM cubes WHERE number = ?1";

    private const string Postings = "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4";

    private const string Neighbours = """
        SELECT DISTINCT n.id FROM evidence e CROSS JOIN evidence n
        WHERE e.id IN (SELECT value FROM json_each(?1)) AND e.id >> 32 IN (SELECT value FROM json_each(?2)) AND n.session = e.session AND n.state = 1
            AND n.position >= coalesce((SELECT min(position) FROM (
                SELECT b.position FROM evidence b WHERE b.session = e.session AND b.position < e.position AND b.state = 1 ORDER BY b.position DESC LIMIT ?3)), e.position)
            AND n.position <= coalesce((SELECT max(position) FROM (
                SELECT a.position FROM evidence a WHERE a.session = e.session AND a.position > e.position AND a.state = 1 ORDER BY a.position LIMIT ?3)), e.position)
        """;

    private const string Derived = """
        SELECT t.evidence, t.record FROM record_sources t CROSS JOIN record_versions r
        WHERE t.evidence IN (SELECT value FROM json_each(?1)) AND r.id = t.record AND r.latest = 1 AND r.state = 1
            AND r.id >> 32 IN (SELECT value FROM json_each(?2))
        """;

    private const string Superseded = """
        SELECT t.evidence, r.valid_to, r.valid_to_offset,
            (SELECT n.evidence FROM record_sources n WHERE n.record = r.superseded_by ORDER BY n.ordinal LIMIT 1),
            r.text,
            NOT EXISTS (
                SELECT 1 FROM record_sources o CROSS JOIN record_versions c
                WHERE o.evidence = t.evidence AND c.id = o.record AND c.latest = 1 AND c.state = 1)
        FROM record_sources t CROSS JOIN record_versions r
        WHERE t.evidence IN (SELECT value FROM json_each(?1)) AND r.id = t.record AND r.latest = 1 AND r.state = 2 AND r.valid_to IS NOT NULL
            AND r.id >> 32 IN (SELECT value FROM json_each(?2))
        """;

    private const string EventsShort = """
        SELECT id FROM record_versions
        WHERE id >> 32 = ?1 AND latest = 1 AND state = 1 AND event_end - event_start <= 27648000000000
            AND event_start BETWEEN ?2 - 27648000000000 AND ?3 - 1 AND max(event_end, event_start + 1) > ?2
        ORDER BY event_start DESC LIMIT ?4
        """;

    private const string EventsLong = """
        SELECT id FROM record_versions
        WHERE id >> 32 = ?1 AND latest = 1 AND state = 1 AND event_end - event_start > 27648000000000 AND event_start < ?3 AND event_end > ?2
        ORDER BY event_start DESC LIMIT ?4
        """;

    private const string Said = """
        SELECT id FROM evidence
        WHERE id >> 32 = ?1 AND state = 1 AND time / 864000000000 BETWEEN ?2 / 864000000000 AND (?3 - 1) / 864000000000 AND time >= ?2 AND time < ?3
        ORDER BY time / 864000000000 DESC, id DESC LIMIT ?4
        """;

    private const string ByKind = """
        SELECT id FROM record_versions WHERE id >> 32 = ?1 AND kind = ?2 AND latest = 1 AND state = 1 ORDER BY id DESC LIMIT ?3
        """;

    private readonly Connection connection;
    private readonly ConnectionPool pool;
    private readonly VectorCache vectors;
    private readonly CubeAccess access;
    private bool disposed;

    /// <summary>Opens a view; the connection goes back to its pool on disposal.</summary>
    public SqliteRecallReader(Connection connection, ConnectionPool pool, VectorCache vectors, CubeAccess access)
    {
        connection.Prepare(Begin).Run();
        this.connection = connection;
        this.pool = pool;
        this.vectors = vectors;
        this.access = access;
    }

    /// <inheritdoc/>
    public ValueTask<CubeStatistics> GetStatisticsAsync(int cube, CancellationToken cancellationToken = default)
    {
        Check(cube, cancellationToken);
        using var row = connection.Prepare(Statistics).Bind(cube);
        return new(row.Step() && row.Int64(0) is > 0 and var documents ? new CubeStatistics(documents, (double)row.Int64(1) / documents) : default);
    }

    /// <inheritdoc/>
    public ValueTask GetPostingsAsync(int cube, string term, List<long> ids, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(ids);
        Check(cube, cancellationToken);
        ids.Clear();
        if (!CubeTerm.IsOne(term))
        {
            return ValueTask.CompletedTask;
        }

        var (first, last) = CubeRange.Of(cube);
        using (var row = connection.Prepare(Postings).Bind(CubeTerm.Quote(CubeTerm.Prefix(cube), term)).Bind(first).Bind(last).Bind(limit))
        {
            while (row.Step())
            {
                ids.Add(row.Int64(0));
            }
        }

        ids.Reverse();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecallDocument>> DescribeAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Check(cancellationToken);
        return new(RecallDocuments.Describe(connection, ids, access.Readable));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecallDocument>> GetNeighboursAsync(IReadOnlyCollection<long> ids, int distance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        Check(cancellationToken);
        var near = connection.Prepare(Neighbours).Bind(JsonList.Of(ids)).Bind(JsonList.Of(access.Readable)).Bind(distance).ReadIds();
        return new(RecallDocuments.Describe(connection, near, access.Readable));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(long Evidence, long Record)>> GetDerivedAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Check(cancellationToken);
        var pairs = new List<(long, long)>();
        using var row = connection.Prepare(Derived).Bind(JsonList.Of(evidence)).Bind(JsonList.Of(access.Readable));
        while (row.Step())
        {
            pairs.Add((row.Int64(0), row.Int64(1)));
        }

        return new(pairs);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SupersededStatement>> GetSupersededAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Check(cancellationToken);
        var found = new List<SupersededStatement>();
        using var row = connection.Prepare(Superseded).Bind(JsonList.Of(evidence)).Bind(JsonList.Of(access.Readable));
        while (row.Step())
        {
            found.Add(new(row.Int64(0), row.IsNull(3) ? null : row.Int64(3), row.Text(4), row.Int64(5) != 0, Times.FromUtc(row.Int64(1), row.Int64(2))));
        }

        return new(found);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> GetByTimeAsync(int cube, EventTime span, int limit, CancellationToken cancellationToken = default)
    {
        Check(cube, cancellationToken);
        var start = span.Start.Ticks;
        var end = Math.Max(span.End.Ticks, start + 1);
        var found = connection.Prepare(EventsShort).Bind(cube).Bind(start).Bind(end).Bind(limit).ReadIds();
        found.AddRange(connection.Prepare(EventsLong).Bind(cube).Bind(start).Bind(end).Bind(limit).ReadIds());
        found.AddRange(connection.Prepare(Said).Bind(cube).Bind(start).Bind(end).Bind(limit).ReadIds());
        return new(found);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> GetByKindAsync(int cube, IReadOnlyCollection<MemoryKind> kinds, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        Check(cube, cancellationToken);
        var found = new List<long>();
        foreach (var kind in kinds.Distinct())
        {
            found.AddRange(connection.Prepare(ByKind).Bind(cube).Bind((int)kind).Bind(limit).ReadIds());
        }

        found.Sort(static (left, right) => right.CompareTo(left));
        return new(found.Count <= limit ? found : found[..limit]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(long Id, float Similarity)>> GetNearestAsync(int cube, string model, ReadOnlyMemory<float> vector, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        Check(cube, cancellationToken);
        if (VectorTable.FindModelNumber(connection, model) is not { } known || known.Dimension != vector.Length || limit <= 0)
        {
            return new([]);
        }

        var norm = TensorPrimitives.Norm(vector.Span);
        if (norm == 0 || !float.IsFinite(norm))
        {
            return new([]);
        }

        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector.Span, norm, unit);
        return new(vectors.Get(connection, cube, known.Number, known.Dimension).FindNearest(unit, limit));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!disposed)
        {
            disposed = true;
            pool.Return(connection);
        }

        return ValueTask.CompletedTask;
    }

    private void Check(int cube, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        if (!access.Readable.Contains(cube))
        {
            throw new MemoryAccessException($"Cube {cube} is not readable in this scope. Resolve a scope that holds a grant for it.");
        }
    }

    private void Check(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
