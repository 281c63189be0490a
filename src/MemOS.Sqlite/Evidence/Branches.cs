using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Sqlite.Reading;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evidence;

/// <summary>
/// Leaves a branch of a conversation: its messages, and their links in other cubes, are kept and no longer recalled. A record
/// that only such messages support is no longer held to be true.
/// </summary>
internal static class Branches
{
    private const string Abandoned = """
        UPDATE evidence SET state = 2
        WHERE state = 1 AND ((id IN (SELECT value FROM json_each(?1)) AND id >> 32 = ?2) OR (origin IN (SELECT value FROM json_each(?1)) AND origin >> 32 = ?2))
        RETURNING id, length
        """;

    private const string Unsupported = """
        SELECT DISTINCT r.id FROM record_sources t JOIN record_versions r ON r.id = t.record AND r.latest = 1 AND r.state = 1
        WHERE t.evidence IN (SELECT value FROM json_each(?1)) AND r.id >> 32 = t.evidence >> 32 AND NOT EXISTS (
            SELECT 1 FROM record_sources o JOIN evidence e ON e.id = o.evidence WHERE o.record = r.id AND e.state = 1)
        """;

    /// <summary>Abandons messages of the home cube; others are left alone.</summary>
    public static void Abandon(Connection connection, CubeAccess access, IReadOnlyList<MemoryId> ids, DateTimeOffset now)
    {
        var own = ids.Where(id => id.Cube == access.Home).ToList();
        if (own.Count == 0)
        {
            return;
        }

        var gone = new List<(MemoryId Id, int Length)>();
        using (var statement = connection.Prepare(Abandoned).Bind(JsonList.Of(own)).Bind(access.Home))
        {
            while (statement.Step())
            {
                gone.Add((new(statement.Int64(0)), statement.Int32(1)));
            }
        }

        foreach (var (id, length) in gone)
        {
            WordIndex.Remove(connection, id, length);
        }

        foreach (var record in ReadIds(connection.Prepare(Unsupported).Bind(JsonList.Of(gone.Select(static item => item.Id)))))
        {
            var (before, length) = RecordTable.Find(connection, record)!.Value;
            RecordTable.Change(connection, before, length, before with
            {
                State = RecordState.Superseded,
                ValidTo = now,
                RecordedAt = now,
                Reason = "its message was taken back",
            });
        }
    }

    private static List<MemoryId> ReadIds(Statement statement) => [.. statement.ReadIds().Select(static id => new MemoryId(id))];
}
