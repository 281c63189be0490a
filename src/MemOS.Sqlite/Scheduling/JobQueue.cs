using MemOS.Scheduling;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Scheduling;

/// <summary>Queues jobs inside a transaction of the writer.</summary>
internal static class JobQueue
{
    private const string FindOpen = """
        SELECT id, items FROM jobs
        WHERE kind = ?1 AND session = ?2 AND dead = 0 AND token = 0 AND attempts = 0 AND cube = ?3 AND priority = ?4
        ORDER BY id DESC LIMIT 1
        """;

    private const string Extend = "UPDATE jobs SET last = ?2, items = items + ?3 WHERE id = ?1";

    private const string Insert = """
        INSERT INTO jobs (kind, cube, session, first, last, items, due_at, noted_at, priority) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)
        """;

    /// <summary>Queues evidence with ids in a row; it joins the session's last job while that has room and nobody has taken it.</summary>
    public static void Add(Connection connection, JobKind kind, long session, MemoryId first, int count, int itemsPerJob, long now, int priority = 0)
    {
        var next = first.Value;
        using (var open = connection.Prepare(FindOpen).Bind((int)kind).Bind(session).Bind(first.Cube).Bind(priority))
        {
            if (open.Step() && open.Int32(1) is var items && items < itemsPerJob)
            {
                var taken = Math.Min(count, itemsPerJob - items);
                connection.Prepare(Extend).Bind(open.Int64(0)).Bind(next + taken - 1).Bind(taken).Run();
                next += taken;
                count -= taken;
            }
        }

        while (count > 0)
        {
            var taken = Math.Min(count, itemsPerJob);
            AddOne(connection, kind, session, new(next), new(next + taken - 1), taken, now, priority);
            next += taken;
            count -= taken;
        }
    }

    /// <summary>Queues one job.</summary>
    public static void AddOne(Connection connection, JobKind kind, long session, MemoryId first, MemoryId last, int items, long now, int priority = 0) =>
        connection.Prepare(Insert).Bind((int)kind).Bind(first.Cube).Bind(session).Bind(first.Value).Bind(last.Value).Bind(items).Bind(now).Bind(priority).Run();
}
