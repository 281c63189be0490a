using MemOS.Cubes;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Reading;

/// <summary>Which evidence a record derives from.</summary>
internal static class RecordSources
{
    private const string Known = "SELECT 1 FROM evidence WHERE id = ?1 AND id BETWEEN ?2 AND ?3 AND state <> 4";
    private const string Insert = "INSERT INTO record_sources (record, ordinal, evidence, since) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    private const string Ends = "SELECT min(ordinal), max(ordinal) FROM record_sources WHERE record = ?1 AND record BETWEEN ?2 AND ?3";
    private const string OfRecords = """
        SELECT record, evidence, since FROM record_sources
        WHERE record IN (SELECT value FROM json_each(?1)) AND record >> 32 IN (SELECT value FROM json_each(?2))
        ORDER BY record, ordinal
        """;

    /// <summary>Throws unless there is a source, and all are known and readable.</summary>
    public static void Check(Connection connection, CubeAccess access, IReadOnlyList<MemoryId> sources)
    {
        if (sources.Count == 0)
        {
            throw new ArgumentException("A record needs at least one source: name the evidence that says it.");
        }

        CheckKnown(connection, access, sources);
    }

    /// <summary>Throws unless all sources are known and readable.</summary>
    public static void CheckKnown(Connection connection, CubeAccess access, IReadOnlyList<MemoryId> sources)
    {
        foreach (var source in sources)
        {
            var (first, last) = CubeRange.Of(source.Cube, MemoryItemKind.Evidence);
            if (!access.CanRead(source) || connection.Prepare(Known).Bind(source.Value).Bind(first).Bind(last).Scalar() is null)
            {
                throw new MemoryNotFoundException($"There is no evidence {source} to derive a record from: it was erased, or belongs to another cube.");
            }
        }
    }

    /// <summary>Adds sources after those that are there; known ones stay where they are.</summary>
    /// <returns>How many were new.</returns>
    public static int Append(Connection connection, MemoryId record, IReadOnlyList<MemoryId> sources, int since)
    {
        var ordinal = FindEnds(connection, record).Max;
        return Put(connection, record, sources, since, ordinal + 1);
    }

    /// <summary>Adds sources before those that are there; known ones stay where they are.</summary>
    public static void Prepend(Connection connection, MemoryId record, IReadOnlyList<MemoryId> sources, int since)
    {
        var ordinal = FindEnds(connection, record).Min;
        Put(connection, record, sources, since, ordinal - sources.Count);
    }

    /// <summary>The sources of records with the version since which each counts, the telling message first.</summary>
    public static Dictionary<long, List<(MemoryId Evidence, int Since)>> Load(Connection connection, string records, IReadOnlyList<int> cubes)
    {
        var sources = new Dictionary<long, List<(MemoryId, int)>>();
        using var row = connection.Prepare(OfRecords).Bind(records).Bind(JsonList.Of(cubes));
        while (row.Step())
        {
            var record = row.Int64(0);
            if (!sources.TryGetValue(record, out var list))
            {
                sources.Add(record, list = []);
            }

            list.Add((new(row.Int64(1)), row.Int32(2)));
        }

        return sources;
    }

    private static int Put(Connection connection, MemoryId record, IReadOnlyList<MemoryId> sources, int since, int ordinal)
    {
        var added = 0;
        foreach (var source in sources)
        {
            connection.Prepare(Insert).Bind(record.Value).Bind(ordinal++).Bind(source.Value).Bind(since).Run();
            added += connection.Changes;
        }

        return added;
    }

    private static (int Min, int Max) FindEnds(Connection connection, MemoryId record)
    {
        var (first, last) = CubeRange.Of(record.Cube, MemoryItemKind.Record);
        using var row = connection.Prepare(Ends).Bind(record.Value).Bind(first).Bind(last);
        return row.Step() && !row.IsNull(0) ? (row.Int32(0), row.Int32(1)) : (0, -1);
    }
}
