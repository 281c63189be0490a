using System.Numerics.Tensors;
using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Sqlite.Recall.Cache;
using MemOS.Sqlite.Storage;
using MemOS.Time;

namespace MemOS.Sqlite.Recall;

/// <inheritdoc cref="IRecallReader"/>
internal sealed class SqliteRecallReader : IRecallReader
{
    private const string Begin = "BEGIN";

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

    private readonly Database database;
    private readonly Connection connection;
    private readonly VectorCache vectors;
    private readonly RecallCache cache;
    private readonly CubeAccess access;
    private readonly int epoch;
    private readonly List<(int Cube, CubeCache Cache)> entered = [];
    private bool disposed;

    /// <summary>Opens a view; the connection goes back to its pool on disposal.</summary>
    public SqliteRecallReader(Database database, Connection connection, VectorCache vectors, RecallCache cache, CubeAccess access)
    {
        epoch = cache.Epoch;
        connection.Prepare(Begin).Run();
        this.database = database;
        this.connection = connection;
        this.vectors = vectors;
        this.cache = cache;
        this.access = access;
    }

    /// <inheritdoc/>
    public ValueTask<CubeStatistics> GetStatisticsAsync(int cube, CancellationToken cancellationToken = default)
    {
        Check(cube, cancellationToken);
        return new(CacheOf(cube).State.Statistics);
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<long>> GetPostingsAsync(int cube, string term, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(term);
        Check(cube, cancellationToken);
        return new(CubeTerm.IsOne(term) && limit > 0 ? CacheOf(cube).GetPostings(connection, term, limit) : default);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecallDocument>> DescribeAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Check(cancellationToken);
        return new(Describe(Sort(ids)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecallDocument>> GetNeighboursAsync(IReadOnlyCollection<long> ids, int distance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        Check(cancellationToken);
        var evidence = Array.FindAll(Sort(ids), static id => new MemoryId(id).Kind == MemoryItemKind.Evidence);
        if (distance == 0)
        {
            return new(Describe(evidence));
        }

        var near = new List<long>(evidence.Length * ((2 * distance) + 1));
        foreach (var (cube, part) in ByCube(evidence))
        {
            CacheOf(cube).AddNeighbours(connection, part.Span, distance, near);
        }

        return new(Describe(Sort(near)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(long Evidence, long Record)>> GetDerivedAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Check(cancellationToken);
        var found = new List<(long, long)>();
        foreach (var (cube, part) in ByCube(Sort(evidence)))
        {
            CacheOf(cube).AddDerived(connection, part.Span, access.Readable, found);
        }

        return new(found);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SupersededStatement>> GetSupersededAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Check(cancellationToken);
        var found = new List<SupersededStatement>();
        foreach (var (cube, part) in ByCube(Sort(evidence)))
        {
            CacheOf(cube).AddSuperseded(connection, part.Span, access.Readable, found);
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
            found.AddRange(CacheOf(cube).GetByKind(connection, kind, limit));
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
            database.Readers.Return(connection);
            foreach (var (cube, used) in entered)
            {
                cache.Leave(database, cube, used);
            }
        }

        return ValueTask.CompletedTask;
    }

    private List<RecallDocument> Describe(long[] sorted)
    {
        var documents = new List<RecallDocument>(sorted.Length);
        foreach (var (cube, part) in ByCube(sorted))
        {
            CacheOf(cube).Describe(connection, part.Span, access.Readable, documents);
        }

        return documents;
    }

    private CubeCache CacheOf(int cube)
    {
        foreach (var (known, held) in entered)
        {
            if (known == cube)
            {
                return held;
            }
        }

        var opened = cache.Enter(database, connection, cube, epoch);
        entered.Add((cube, opened));
        return opened;
    }

    // Ids of a cube stand together; those of cubes that must not be read are passed over.
    private IEnumerable<(int Cube, ReadOnlyMemory<long> Ids)> ByCube(long[] sorted)
    {
        for (var start = 0; start < sorted.Length;)
        {
            var cube = new MemoryId(sorted[start]).Cube;
            var end = start + 1;
            while (end < sorted.Length && new MemoryId(sorted[end]).Cube == cube)
            {
                end++;
            }

            if (access.Readable.Contains(cube))
            {
                yield return (cube, sorted.AsMemory(start, end - start));
            }

            start = end;
        }
    }

    // Ascending, each once.
    private static long[] Sort(IReadOnlyCollection<long> ids)
    {
        var sorted = ids.ToArray();
        Array.Sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[count++] = sorted[i];
            }
        }

        return count == sorted.Length ? sorted : sorted[..count];
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
