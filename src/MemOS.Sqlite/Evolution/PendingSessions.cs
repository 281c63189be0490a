using MemOS.Evolution.Tasks;
using MemOS.Sqlite.Cubes;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evolution;

/// <summary>Which sessions of the file wait for segmentation, and how far each was segmented. No content passes through here.</summary>
internal static class PendingSessions
{
    // A cube that is attached from a file has no sessions here.
    private const string Pending = """
        SELECT s.cube, s.name, m.start, s.next_position FROM sessions s LEFT JOIN segmented m ON m.session = s.number
        WHERE s.origin = 0 AND s.next_position > 0 AND (m.session IS NULL OR m.place < s.next_position OR m.open_until <= ?1)
        ORDER BY s.number LIMIT ?2
        """;

    private const string Put = """
        INSERT INTO segmented (session, place, start, open_until) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (session) DO UPDATE SET place = excluded.place, start = excluded.start, open_until = excluded.open_until
        """;

    public static IReadOnlyList<PendingSession> Read(Connection connection, DateTimeOffset now, int limit)
    {
        var pending = new List<(int Cube, string? Session, int Place, MemoryId? From)>();
        using (var row = connection.Prepare(Pending).Bind(now.UtcTicks).Bind(Math.Max(limit, 0)))
        {
            while (row.Step())
            {
                pending.Add((row.Int32(0), SessionTable.Name(row.Text(1)), row.Int32(3), row.IsNull(2) ? null : new MemoryId(row.Int64(2))));
            }
        }

        return [.. pending.Select(found => new PendingSession(CubeOwner.Access(connection, found.Cube, found.Session), found.Session, found.Place, found.From))];
    }

    public static void Mark(Connection connection, int cube, string? session, SegmentationMark mark)
    {
        if (SessionTable.FindNumber(connection, cube, session) is { } number)
        {
            connection.Prepare(Put).Bind(number).Bind(mark.Place).Bind(mark.From.Value).Bind(mark.OpenUntil?.UtcTicks).Run();
        }
    }
}
