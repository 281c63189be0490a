using MemOS.Recall.Words;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall;

/// <summary>Makes the word index anew from evidence and records, inside a transaction of the writer.</summary>
internal static class WordIndexBuilder
{
    private const int PageSize = 1000;

    private const string Definition = "SELECT sql FROM sqlite_schema WHERE name = 'words'";

    private const string Drop = "DROP TABLE words";

    private const string Secure = "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)";

    private const string Active = """
        SELECT i.id, i.text, i.speaker, i.length, i.version FROM (
            SELECT e.id AS id, coalesce(e.text, o.text) AS text, coalesce(e.author, o.author) AS speaker, e.length AS length, 0 AS version
            FROM evidence e LEFT JOIN evidence o ON o.id = e.origin WHERE e.state = 1 AND e.id > ?1 AND e.id <= ?3
            UNION ALL
            SELECT r.id, r.text, NULL, r.length, r.version FROM record_versions r WHERE r.latest = 1 AND r.state = 1 AND r.id > ?1 AND r.id <= ?3) i
        ORDER BY i.id LIMIT ?2
        """;

    private const string SetEvidenceLength = "UPDATE evidence SET length = ?2 WHERE id = ?1 AND id >> 32 = ?1 >> 32";

    private const string SetRecordLength = "UPDATE record_versions SET length = ?2 WHERE id = ?1 AND version = ?3 AND id >> 32 = ?1 >> 32";

    private const string Total = "SELECT coalesce(sum(documents), 0) FROM cubes";

    private const string Recount = """
        UPDATE cubes SET
            documents = (SELECT count(*) FROM evidence e WHERE e.id BETWEEN cubes.number << 32 AND (cubes.number << 32) + 536870911 AND e.state = 1)
                + (SELECT count(*) FROM record_versions r WHERE r.id BETWEEN cubes.number << 32 AND (cubes.number << 32) + 4294967295 AND r.latest = 1 AND r.state = 1),
            terms = (SELECT coalesce(sum(e.length), 0) FROM evidence e WHERE e.id BETWEEN cubes.number << 32 AND (cubes.number << 32) + 536870911 AND e.state = 1)
                + (SELECT coalesce(sum(r.length), 0) FROM record_versions r WHERE r.id BETWEEN cubes.number << 32 AND (cubes.number << 32) + 4294967295 AND r.latest = 1 AND r.state = 1)
        """;

    private const string DropVectors = """
        DELETE FROM vectors WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.id = vectors.id AND e.state = 1)
            AND NOT EXISTS (SELECT 1 FROM record_versions r WHERE r.id = vectors.id AND r.latest = 1 AND r.state = 1)
        """;

    private const string TouchAll = "INSERT INTO changes (item) VALUES (0)";

    private const string TouchVectors = "UPDATE cubes SET vectors_changed = vectors_changed + 1";

    /// <summary>Drops the index and makes it again with this build's analyzer; counts and vectors are put right as well.</summary>
    public static void Rebuild(Connection connection, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        string definition;
        using (var row = connection.Prepare(Definition))
        {
            row.Step();
            definition = row.Text(0);
        }

        var total = Math.Max(connection.Prepare(Total).Scalar() ?? 0, 1);
        connection.ForgetStatements();
        connection.Execute(Drop);
        connection.Execute(definition);
        connection.Execute(Secure);
        AddAll(connection, 0, long.MaxValue, done => progress?.Report(Math.Min(1, (double)done / total)), cancellationToken);
        connection.Execute(DropVectors);
        connection.Execute(TouchVectors);
        connection.Execute(TouchAll);
        Meta.Set(connection, Meta.IndexVersion, WordAnalyzer.Version);
    }

    /// <summary>Adds what is active in a range of ids, and counts all cubes anew.</summary>
    public static void AddAll(Connection connection, long after, long until, Action<long>? report, CancellationToken cancellationToken)
    {
        var done = 0L;
        while (ReadPage(connection, after, until) is { Count: > 0 } page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var item in page)
            {
                Add(connection, item);
            }

            after = page[^1].Id;
            done += page.Count;
            report?.Invoke(done);
        }

        connection.Execute(Recount);
    }

    private static List<(long Id, string Text, string? Speaker, int Length, int Version)> ReadPage(Connection connection, long after, long until)
    {
        var page = new List<(long, string, string?, int, int)>(PageSize);
        using var row = connection.Prepare(Active).Bind(after).Bind(PageSize).Bind(until);
        while (row.Step())
        {
            page.Add((row.Int64(0), row.Text(1), row.TextOrNull(2), row.Int32(3), row.Int32(4)));
        }

        return page;
    }

    private static void Add(Connection connection, (long Id, string Text, string? Speaker, int Length, int Version) item)
    {
        var words = WordAnalyzer.Analyze(item.Text, item.Speaker);
        WordIndex.AddRow(connection, new(item.Id), words);
        if (words.Length == item.Length)
        {
            return;
        }

        if (item.Version == 0)
        {
            connection.Prepare(SetEvidenceLength).Bind(item.Id).Bind(words.Length).Run();
        }
        else
        {
            connection.Prepare(SetRecordLength).Bind(item.Id).Bind(words.Length).Bind(item.Version).Run();
        }
    }
}
