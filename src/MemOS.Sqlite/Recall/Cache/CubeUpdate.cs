using MemOS.Recall.Words;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall.Cache;

/// <summary>What happened to a cube between two of its states, as far as it matters to what is kept of it.</summary>
internal sealed class CubeUpdate
{
    // Beyond that, reading anew what is needed costs less than putting right what is there.
    private const int MostChanges = 64;
    private const int MostItems = 256;

    private const string Changes = "SELECT number, item FROM changes WHERE number > ?1 ORDER BY number LIMIT 1025";

    // A range of ids and no shifted id: an index of those would have the planner go through the whole cube.
    private const string EvidenceWords = """
        SELECT e.id, coalesce(e.text, o.text), coalesce(e.author, o.author) FROM evidence e LEFT JOIN evidence o ON o.id = e.origin
        WHERE e.id IN (SELECT value FROM json_each(?1)) AND e.id BETWEEN ?2 AND ?3 AND e.state = 1
        """;

    private const string RecordWords = """
        SELECT id, text, NULL FROM record_versions WHERE id IN (SELECT value FROM json_each(?1)) AND id BETWEEN ?2 AND ?3 AND latest = 1 AND state = 1
        """;

    // A statement that was replaced tells where the one that replaced it comes from.
    private const string Touched = """
        SELECT t.record, t.evidence FROM record_sources t WHERE t.record IN (SELECT value FROM json_each(?1)) AND t.record >> 32 = ?2
        UNION ALL
        SELECT 0, t.evidence FROM record_versions r CROSS JOIN record_sources t
        WHERE r.superseded_by IN (SELECT value FROM json_each(?1)) AND t.record = r.id AND t.record >> 32 = ?2
        """;

    private static readonly HashSet<string> NoTerms = [];

    private CubeUpdate()
    {
    }

    /// <summary>Items whose words changed.</summary>
    public List<IndexChange> Index { get; } = [];

    /// <summary>Items that are described otherwise, or no more.</summary>
    public HashSet<long> Documents { get; private init; } = [];

    /// <summary>Messages that have other neighbours.</summary>
    public HashSet<long> Neighbours { get; } = [];

    /// <summary>Messages of which other records derive, or other statements are outdated; <see langword="null"/> when it may be any.</summary>
    public HashSet<long>? Statements { get; private set; } = [];

    /// <summary>Whether any record came, changed or went.</summary>
    public bool TouchesRecords { get; private set; }

    /// <summary>Whether a message left recall, or a record was erased: then not even their words are to stay.</summary>
    public bool Removes { get; private set; }

    /// <summary>Reads the update in a view of the later state.</summary>
    /// <returns><see langword="null"/> when there is too much of it, or when it is not known any more.</returns>
    public static CubeUpdate? TryRead(Connection connection, int cube, CubeState from, CubeState to)
    {
        if (to.LastEvidence - from.LastEvidence > MostItems || to.LastRecord - from.LastRecord > MostItems || ReadChanges(connection, cube, from, to) is not { } changed)
        {
            return null;
        }

        var update = new CubeUpdate { Documents = changed };
        update.ReadEvidence(connection, cube, changed, from, to);
        update.ReadRecords(connection, cube, changed, from, to);
        return update;
    }

    private static HashSet<long>? ReadChanges(Connection connection, int cube, CubeState from, CubeState to)
    {
        var changed = new HashSet<long>();
        if (from.Change == to.Change)
        {
            return changed;
        }

        var next = from.Change;
        using var row = connection.Prepare(Changes).Bind(from.Change);
        while (row.Step())
        {
            var item = row.Int64(1);
            if (row.Int64(0) != ++next || item == 0)
            {
                return null;
            }

            if (new MemoryId(item).Cube == cube && changed.Add(item) && changed.Count > MostChanges)
            {
                return null;
            }
        }

        return changed;
    }

    private void ReadEvidence(Connection connection, int cube, HashSet<long> changed, CubeState from, CubeState to)
    {
        var items = Collect(cube, MemoryItemKind.Evidence, changed, from.LastEvidence, to.LastEvidence);
        if (items.Count == 0)
        {
            return;
        }

        ReadWords(connection.Prepare(EvidenceWords), items, CubeRange.Of(cube));
        Removes |= Index.Exists(static change => change.Terms == NoTerms);
        foreach (var around in RecallQueries.FindNeighbours(connection, cube, items, CubeCache.KeptDistance))
        {
            Neighbours.UnionWith(around);
        }

        Neighbours.UnionWith(items);
    }

    private void ReadRecords(Connection connection, int cube, HashSet<long> changed, CubeState from, CubeState to)
    {
        var items = Collect(cube, MemoryItemKind.Record, changed, from.LastRecord, to.LastRecord);
        if (items.Count == 0)
        {
            return;
        }

        TouchesRecords = true;
        ReadWords(connection.Prepare(RecordWords), items, CubeRange.Of(cube));
        var gone = items.ToHashSet();
        var touched = new HashSet<long>();
        using var row = connection.Prepare(Touched).Bind(JsonList.Of(items)).Bind(cube);
        while (row.Step())
        {
            gone.Remove(row.Int64(0));
            touched.Add(row.Int64(1));
        }

        // Where an erased record came from is not known any more.
        Statements = gone.Count == 0 ? touched : null;
        Removes |= gone.Count > 0;
    }

    private void ReadWords(Statement words, List<long> items, (long First, long Last) range)
    {
        var found = new Dictionary<long, IReadOnlySet<string>>();
        using (var row = words.Bind(JsonList.Of(items)).Bind(range.First).Bind(range.Last))
        {
            while (row.Step())
            {
                found[row.Int64(0)] = WordAnalyzer.Analyze(row.Text(1), row.TextOrNull(2)).Terms.ToHashSet(StringComparer.Ordinal);
            }
        }

        Index.AddRange(items.Select(id => new IndexChange(id, found.GetValueOrDefault(id, NoTerms))));
    }

    private static List<long> Collect(int cube, MemoryItemKind kind, HashSet<long> changed, int from, int to)
    {
        var first = MemoryId.First(cube, kind);
        var items = changed.Where(id => new MemoryId(id).Kind == kind && id <= first + from).ToList();
        for (var sequence = from + 1; sequence <= to; sequence++)
        {
            items.Add(first + sequence);
        }

        return items;
    }
}
