using MemOS.Evolution.Tasks;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evolution;

/// <summary>The spans of sessions that are in no task. A span's number is the id of its first message, which binds it to a cube.</summary>
internal static class SkippedTable
{
    // As with a task: where a message was forgotten, nothing tells that it was there.
    private const string List = """
        SELECT k.first, k.session, k.reason, k.skipped_at, e.time, e.offset FROM skipped k JOIN evidence e ON e.id = k.first
        WHERE k.first BETWEEN ?1 AND ?2
            AND NOT EXISTS (SELECT 1 FROM skipped_sources s JOIN evidence o ON o.id = s.evidence WHERE s.span = k.first AND o.state <> 1)
        ORDER BY e.time - e.offset * 600000000 DESC, k.first DESC LIMIT ?3
        """;

    private const string Sources = "SELECT evidence FROM skipped_sources WHERE span = ?1 AND span >> 32 = ?2 ORDER BY evidence";
    private const string OfSession = "SELECT first, reason FROM skipped WHERE first BETWEEN ?1 AND ?2 AND session = ?3";

    // What begins before and reaches into what is segmented again keeps its beginning alone.
    private const string Shorten = """
        DELETE FROM skipped_sources WHERE evidence BETWEEN ?1 AND ?2 AND span < ?1 AND span >> 32 = ?4
            AND span IN (SELECT first FROM skipped k WHERE k.first = span AND k.session = ?3)
        """;

    private const string Delete = "DELETE FROM skipped WHERE first = ?1 AND first >> 32 = ?2";
    private const string Insert = "INSERT INTO skipped (first, session, reason, skipped_at) VALUES (?1, ?2, ?3, ?4)";
    private const string Link = "INSERT INTO skipped_sources (span, evidence) VALUES (?1, ?2)";

    /// <summary>The spans of a cube whose messages are all in recall, newest first.</summary>
    public static IReadOnlyList<StoredSkippedSpan> Read(Connection connection, int cube, int limit)
    {
        var (first, last) = CubeRange.Of(cube, MemoryItemKind.Evidence);
        var spans = new List<StoredSkippedSpan>();
        using var row = connection.Prepare(List).Bind(first).Bind(last).Bind(limit);
        while (row.Step())
        {
            spans.Add(new(
                new(ReadSources(connection, cube, row.Int64(0)), row.Text(2)),
                SessionTable.Name(row.Text(1)),
                Times.FromLocal(row.Int64(4), row.Int64(5)),
                Times.FromUtc(row.Int64(3))));
        }

        return spans;
    }

    /// <summary>Replaces what is recorded of a session, from a message on; what did not change stays as it was recorded.</summary>
    public static void Replace(Connection connection, int cube, string session, IReadOnlyList<SkippedSpan> spans, MemoryId? from, long now)
    {
        var (first, last) = CubeRange.Of(cube, MemoryItemKind.Evidence);
        var start = from?.Value ?? first;
        connection.Prepare(Shorten).Bind(start).Bind(last).Bind(session).Bind(cube).Run();
        var found = spans.ToDictionary(static span => span.Evidence[0].Value);
        foreach (var (number, reason) in Current(connection, start, last, session))
        {
            if (found.TryGetValue(number, out var same) && same.Reason == reason && same.Evidence.SequenceEqual(ReadSources(connection, cube, number)))
            {
                found.Remove(number);
            }
            else
            {
                connection.Prepare(Delete).Bind(number).Bind(cube).Run();
            }
        }

        foreach (var (number, span) in found)
        {
            connection.Prepare(Insert).Bind(number).Bind(session).Bind(span.Reason).Bind(now).Run();
            foreach (var source in span.Evidence)
            {
                connection.Prepare(Link).Bind(number).Bind(source.Value).Run();
            }
        }
    }

    private static List<(long Number, string Reason)> Current(Connection connection, long start, long last, string session)
    {
        var current = new List<(long, string)>();
        using var row = connection.Prepare(OfSession).Bind(start).Bind(last).Bind(session);
        while (row.Step())
        {
            current.Add((row.Int64(0), row.Text(1)));
        }

        return current;
    }

    private static List<MemoryId> ReadSources(Connection connection, int cube, long number) =>
        connection.Prepare(Sources).Bind(number).Bind(cube).ReadIds().ConvertAll(static id => new MemoryId(id));
}
