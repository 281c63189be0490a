using MemOS.Reading;
using MemOS.Recall;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall.Cache;

/// <summary>What a search asks of the file itself.</summary>
internal static class RecallQueries
{
    private const string Postings = "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4";

    private const string Neighbours = """
        SELECT e.id, n.id FROM evidence e CROSS JOIN evidence n
        WHERE e.id IN (SELECT value FROM json_each(?1)) AND e.id >> 32 = ?2 AND n.session = e.session AND n.state = 1
            AND n.position >= coalesce((SELECT min(position) FROM (
                SELECT b.position FROM evidence b WHERE b.session = e.session AND b.position < e.position AND b.state = 1 ORDER BY b.position DESC LIMIT ?3)), e.position)
            AND n.position <= coalesce((SELECT max(position) FROM (
                SELECT a.position FROM evidence a WHERE a.session = e.session AND a.position > e.position AND a.state = 1 ORDER BY a.position LIMIT ?3)), e.position)
        ORDER BY e.id, n.position
        """;

    private const string Derived = """
        SELECT t.evidence, t.record FROM record_sources t CROSS JOIN record_versions r
        WHERE t.evidence IN (SELECT value FROM json_each(?1)) AND t.evidence >> 32 = ?2 AND r.id = t.record AND r.latest = 1 AND r.state = 1
            AND r.id >> 32 IN (SELECT value FROM json_each(?3))
        """;

    // What is said again more fully, or by the person it is about, is as true as before.
    private const string Superseded = """
        SELECT t.evidence, r.valid_to, r.valid_to_offset,
            (SELECT n.evidence FROM record_sources n WHERE n.record = r.superseded_by ORDER BY n.ordinal LIMIT 1),
            r.text,
            NOT EXISTS (
                SELECT 1 FROM record_sources o CROSS JOIN record_versions c
                WHERE o.evidence = t.evidence AND c.id = o.record AND c.latest = 1 AND c.state = 1),
            t.record,
            r.superseded_by
        FROM record_sources t CROSS JOIN record_versions r
        WHERE t.evidence IN (SELECT value FROM json_each(?1)) AND t.evidence >> 32 = ?2 AND r.id = t.record AND r.latest = 1 AND r.state = 2
            AND r.valid_to IS NOT NULL AND coalesce(r.reason, '') NOT IN ('said more fully', 'said in person') AND r.id >> 32 IN (SELECT value FROM json_each(?3))
        """;

    private const string ByKind = """
        SELECT id FROM record_versions WHERE id >> 32 = ?1 AND kind = ?2 AND latest = 1 AND state = 1 ORDER BY id DESC LIMIT ?3
        """;

    /// <summary>The newest items of a cube that hold a term, ascending.</summary>
    public static long[] FindPostings(Connection connection, int cube, string term, int limit)
    {
        var (first, last) = CubeRange.Of(cube);
        var ids = connection.Prepare(Postings).Bind(CubeTerm.Quote(CubeTerm.Prefix(cube), term)).Bind(first).Bind(last).Bind(limit).ReadIds();
        ids.Reverse();
        return [.. ids];
    }

    /// <summary>The active messages around each of a cube's messages, in their order, itself included while it is active.</summary>
    public static ILookup<long, long> FindNeighbours(Connection connection, int cube, IReadOnlyCollection<long> evidence, int distance) =>
        Pairs(connection.Prepare(Neighbours).Bind(JsonList.Of(evidence)).Bind(cube).Bind(distance)).ToLookup(static pair => pair.First, static pair => pair.Second);

    /// <summary>The current records of readable cubes that derive from a cube's messages.</summary>
    public static ILookup<long, long> FindDerived(Connection connection, int cube, IReadOnlyCollection<long> evidence, IReadOnlyList<int> readable) =>
        Pairs(connection.Prepare(Derived).Bind(JsonList.Of(evidence)).Bind(cube).Bind(JsonList.Of(readable))).ToLookup(static pair => pair.First, static pair => pair.Second);

    /// <summary>What a cube's messages say that is no longer true, by records of readable cubes.</summary>
    public static ILookup<long, SupersededStatement> FindSuperseded(Connection connection, int cube, IReadOnlyCollection<long> evidence, IReadOnlyList<int> readable)
    {
        var found = new List<SupersededStatement>();
        using var row = connection.Prepare(Superseded).Bind(JsonList.Of(evidence)).Bind(cube).Bind(JsonList.Of(readable));
        while (row.Step())
        {
            found.Add(new(row.Int64(0), row.IsNull(3) ? null : row.Int64(3), row.Text(4), row.Int64(5) != 0, Times.FromUtc(row.Int64(1), row.Int64(2)), row.Int64(6), row.Int64OrNull(7)));
        }

        return found.ToLookup(static statement => statement.Evidence);
    }

    /// <summary>The current records of a kind, newest first.</summary>
    public static long[] FindByKind(Connection connection, int cube, MemoryKind kind, int limit) =>
        [.. connection.Prepare(ByKind).Bind(cube).Bind((int)kind).Bind(limit).ReadIds()];

    private static List<(long First, long Second)> Pairs(Statement statement)
    {
        var pairs = new List<(long, long)>();
        using (statement)
        {
            while (statement.Step())
            {
                pairs.Add((statement.Int64(0), statement.Int64(1)));
            }
        }

        return pairs;
    }
}
