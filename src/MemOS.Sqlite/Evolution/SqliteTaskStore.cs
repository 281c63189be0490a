using MemOS.Cubes;
using MemOS.Evolution;
using MemOS.Evolution.Tasks;
using MemOS.Sqlite.Cubes;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evolution;

/// <inheritdoc cref="ITaskStore"/>
internal sealed class SqliteTaskStore(Database database) : ITaskStore
{
    // A task of which a message was forgotten is not shown: its text would tell what was to be forgotten.
    private const string List = """
        SELECT id, started_at, body FROM tasks t WHERE id BETWEEN ?1 AND ?2
            AND NOT EXISTS (SELECT 1 FROM task_sources s JOIN evidence e ON e.id = s.evidence WHERE s.task = t.id AND e.state <> 1)
        ORDER BY started_at DESC, id DESC LIMIT ?3
        """;

    private const string OfMessages = """
        SELECT id, body FROM tasks t WHERE id BETWEEN ?1 AND ?2 AND id IN (SELECT task FROM task_sources WHERE evidence IN (SELECT value FROM json_each(?3)))
            AND NOT EXISTS (SELECT 1 FROM task_sources s JOIN evidence e ON e.id = s.evidence WHERE s.task = t.id AND e.state <> 1)
        ORDER BY id
        """;

    private const string OfSession = """
        SELECT id, body FROM tasks t WHERE id BETWEEN ?1 AND ?2 AND session = ?3
            AND (?4 IS NULL OR (SELECT min(evidence) FROM task_sources s WHERE s.task = t.id) >= ?4) ORDER BY id
        """;

    private const string Delete = "DELETE FROM tasks WHERE id = ?1 AND id >> 32 = ?2";
    private const string Insert = "INSERT INTO tasks (id, session, started_at, body) VALUES (?1, ?2, ?3, ?4)";
    private const string Link = "INSERT OR IGNORE INTO task_sources (task, evidence) VALUES (?1, ?2)";

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredTask>> ListAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return database.ReadAsync<IReadOnlyList<StoredTask>>(
            connection =>
            {
                var tasks = new List<(long Started, StoredTask Task)>();
                foreach (var cube in access.Readable)
                {
                    var (first, last) = CubeRange.Of(cube, MemoryItemKind.Task);
                    using var row = connection.Prepare(List).Bind(first).Bind(last).Bind(Math.Max(limit, 0));
                    while (row.Step())
                    {
                        tasks.Add((row.Int64(1), new(new(row.Int64(0)), MemoryTask.FromJson(row.Text(2)))));
                    }
                }

                return [.. tasks.OrderByDescending(task => task.Started).ThenByDescending(task => task.Task.Id).Take(Math.Max(limit, 0)).Select(task => task.Task)];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredTask>> FindAsync(CubeAccess access, IReadOnlyCollection<MemoryId> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(messages);
        return database.ReadAsync<IReadOnlyList<StoredTask>>(
            connection =>
            {
                var tasks = new List<StoredTask>();
                foreach (var cube in access.Readable)
                {
                    var (first, last) = CubeRange.Of(cube, MemoryItemKind.Task);
                    using var row = connection.Prepare(OfMessages).Bind(first).Bind(last).Bind(JsonList.Of(messages));
                    while (row.Step())
                    {
                        tasks.Add(new(new(row.Int64(0)), MemoryTask.FromJson(row.Text(1))));
                    }
                }

                return tasks;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReplaceAsync(
        CubeAccess access, string? session, IReadOnlyList<MemoryTask> tasks, SegmentationMark? mark = null, MemoryId? from = null,
        IReadOnlyList<SkippedSpan>? skipped = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(tasks);
        return database.WriteAsync(
            connection =>
            {
                // What did not change keeps its id.
                var kept = new HashSet<string>(StringComparer.Ordinal);
                var bodies = tasks.ToDictionary(static task => task.ToJson(), static task => task, StringComparer.Ordinal);
                foreach (var (id, body) in Current(connection, access.Home, session, from))
                {
                    if (!bodies.ContainsKey(body) || !kept.Add(body))
                    {
                        connection.Prepare(Delete).Bind(id).Bind(access.Home).Run();
                    }
                }

                foreach (var (body, task) in bodies.Where(pair => !kept.Contains(pair.Key)))
                {
                    var id = Sequences.Take(connection, access.Home, MemoryItemKind.Task, 1);
                    connection.Prepare(Insert).Bind(id.Value).Bind(session ?? "").Bind(task.Started.UtcTicks).Bind(body).Run();
                    foreach (var source in task.Evidence)
                    {
                        connection.Prepare(Link).Bind(id.Value).Bind(source.Value).Run();
                    }
                }

                SkippedTable.Replace(connection, access.Home, session ?? "", skipped ?? [], from, database.Now);
                if (mark is not null)
                {
                    PendingSessions.Mark(connection, access.Home, session, mark);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredSkippedSpan>> ListSkippedAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var most = Math.Max(limit, 0);
        return database.ReadAsync<IReadOnlyList<StoredSkippedSpan>>(
            connection => [.. access.Readable.SelectMany(cube => SkippedTable.Read(connection, cube, most)).OrderByDescending(static stored => stored.Started).Take(most)],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingSession>> ListPendingAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => PendingSessions.Read(connection, now, limit), cancellationToken);

    /// <inheritdoc/>
    public Task NoteToolsAsync(CubeAccess access, IReadOnlyList<ToolDefinition> tools, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(tools);
        return database.WriteAsync(
            connection =>
            {
                ToolTable.Write(connection, access.Home, tools);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ToolDefinition>> ListToolsAsync(CubeAccess access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return database.ReadAsync(connection => ToolTable.Read(connection, access.Home), cancellationToken);
    }

    private static List<(long Id, string Body)> Current(Connection connection, int cube, string? session, MemoryId? from)
    {
        var (first, last) = CubeRange.Of(cube, MemoryItemKind.Task);
        var current = new List<(long, string)>();
        using var row = connection.Prepare(OfSession).Bind(first).Bind(last).Bind(session ?? "").Bind(from?.Value);
        while (row.Step())
        {
            current.Add((row.Int64(0), row.Text(1)));
        }

        return current;
    }
}
