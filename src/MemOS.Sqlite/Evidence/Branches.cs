using MemOS.Cubes;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evidence;

/// <summary>Leaves a branch of a conversation: its messages, and their links in other cubes, are kept and no longer recalled.</summary>
internal static class Branches
{
    private const string Abandoned = """
        UPDATE evidence SET state = 2
        WHERE state = 1 AND (id IN (SELECT value FROM json_each(?1)) OR origin IN (SELECT value FROM json_each(?1)))
        RETURNING id, length
        """;

    /// <summary>Abandons messages of the home cube; others are left alone.</summary>
    public static void Abandon(Connection connection, CubeAccess access, IReadOnlyList<MemoryId> ids, long now)
    {
        var own = ids.Where(id => id.Cube == access.Home).ToList();
        if (own.Count == 0)
        {
            return;
        }

        var gone = new List<(MemoryId Id, int Length)>();
        using (var statement = connection.Prepare(Abandoned).Bind(JsonList.Of(own)))
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
    }
}
