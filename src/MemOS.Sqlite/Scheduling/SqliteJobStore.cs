using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Scheduling;
using MemOS.Sqlite.Cubes;
using MemOS.Sqlite.Evidence;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Scheduling;

/// <inheritdoc cref="IJobStore"/>
internal sealed class SqliteJobStore(Database database) : IJobStore
{
    private const int LongestError = 2000;

    private const string HasAny = "SELECT 1 FROM jobs WHERE kind = ?1 AND dead = 0 LIMIT 1";

    // By their ids: a session may be long, and what waits in it is at its end.
    private const string Items = $"""
        SELECT {EvidenceRow.Columns} FROM jobs j CROSS JOIN {EvidenceRow.From}
        WHERE j.id = ?1 AND j.token = ?2 AND +e.session = j.session AND e.id BETWEEN max(j.first, ?3) AND min(j.last, ?4) AND e.state = 1
        ORDER BY e.id
        """;

    private const string Counts = """
        SELECT coalesce(sum(dead = 0), 0), coalesce(sum(dead), 0), coalesce(sum(dead = 0 AND (due_at <= ?2 OR noted_at > ?2 OR leased_until IS NOT NULL)), 0),
            coalesce(sum(dead = 0 AND paused), 0)
        FROM jobs WHERE ?1 IS NULL OR cube IN (SELECT value FROM json_each(?1))
        """;

    // What stands behind a job of its session that waits for a later try waits with it.
    private const string CountDue = """
        SELECT count(*) FROM jobs j WHERE j.dead = 0 AND (j.due_at <= ?3 OR j.noted_at > ?3 OR j.leased_until IS NOT NULL)
            AND j.cube IN (SELECT value FROM json_each(?1)) AND j.kind IN (SELECT value FROM json_each(?2))
            AND NOT EXISTS (
                SELECT 1 FROM jobs h
                WHERE h.kind = j.kind AND h.session = j.session AND h.dead = 0 AND h.id < j.id AND h.due_at > ?3 AND h.noted_at <= ?3 AND h.leased_until IS NULL)
        """;

    // Paused is told apart: a ceiling is no failure.
    private const string LastError = """
        SELECT error FROM jobs WHERE error IS NOT NULL AND paused = ?2 AND (?1 IS NULL OR cube IN (SELECT value FROM json_each(?1))) ORDER BY noted_at DESC LIMIT 1
        """;

    // A leased job is due again when its lease ends: its holder may have died, and what follows it in its session waits with it.
    private const string NextDue = """
        SELECT min(max(due_at, coalesce(leased_until, due_at))) FROM jobs
        WHERE kind = ?1 AND dead = 0 AND max(due_at, coalesce(leased_until, due_at)) > ?2
        """;

    private const string Revive = """
        UPDATE jobs SET attempts = CASE WHEN dead THEN 0 ELSE attempts END, error = CASE WHEN paused THEN NULL ELSE error END, dead = 0, paused = 0, due_at = ?1, noted_at = ?1
        WHERE (dead = 1 OR paused = 1) AND cube IN (SELECT value FROM json_each(?2))
        """;

    private const string PausedCubes = "SELECT DISTINCT cube FROM jobs WHERE kind = ?1 AND paused = 1 AND dead = 0";

    // Due since it was put off: whoever works through what is due takes it along.
    private const string Resume = "UPDATE jobs SET paused = 0, error = NULL, due_at = noted_at WHERE kind = ?1 AND cube = ?2 AND paused = 1 AND dead = 0";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JobLease>> LeaseAsync(JobKind kind, int limit, TimeSpan duration, DateTimeOffset? dueBy = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);

        // A worker asks often and mostly in vain: a read says so without a write transaction.
        if (!await database.ReadAsync(connection => connection.Prepare(HasAny).Bind((int)kind).Scalar() is not null, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        return await database.WriteAsync(
            connection =>
            {
                var now = database.Now;
                return JobTable.Lease(connection, kind, limit, now, Math.Min(now, dueBy?.UtcTicks ?? now), now + duration.Ticks);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task FailAsync(JobLease lease, string error, TimeSpan? delay, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(error);
        var note = error.Length <= LongestError ? error : error[..LongestError];
        return database.WriteAsync(
            connection =>
            {
                JobTable.Fail(connection, lease, note, delay, database.Now);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RenewAsync(IReadOnlyList<JobLease> leases, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leases);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return database.WriteAsync(connection => database.Now is var now && JobTable.TryRenew(connection, leases, now, now + duration.Ticks), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(IReadOnlyList<JobLease> leases, DateTimeOffset? pausedUntil = null, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leases);
        return database.WriteAsync(
            connection =>
            {
                foreach (var lease in leases)
                {
                    JobTable.GiveBackUntried(connection, lease, pausedUntil, reason, database.Now);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextDueAsync(JobKind kind, CancellationToken cancellationToken = default) =>
        database.ReadAsync<DateTimeOffset?>(
            connection =>
            {
                using var row = connection.Prepare(NextDue).Bind((int)kind).Bind(database.Now);
                return row.Step() && row.Int64OrNull(0) is { } ticks ? Times.FromUtc(ticks) : null;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task EnqueueAsync(CubeAccess access, JobKind kind, string? session, MemoryId first, MemoryId last, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentOutOfRangeException.ThrowIfNotEqual(first.Cube, access.Home);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return database.WriteAsync(
            connection =>
            {
                if (SessionTable.FindNumber(connection, access.Home, session) is { } number)
                {
                    JobQueue.AddOne(connection, kind, number, first, last, (int)(last.Value - first.Value) + 1, database.Now);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<int>> FindPausedAsync(JobKind kind, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<int>>(
            connection =>
            {
                var cubes = new List<int>();
                using var row = connection.Prepare(PausedCubes).Bind((int)kind);
                while (row.Step())
                {
                    cubes.Add(row.Int32(0));
                }

                return cubes;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task ResumeAsync(CubeAccess access, JobKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return database.WriteAsync(
            connection =>
            {
                connection.Prepare(Resume).Bind((int)kind).Bind(access.Home).Run();
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> RetryDeadAsync(CubeAccess access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return database.WriteAsync(
            connection =>
            {
                connection.Prepare(Revive).Bind(database.Now).Bind(JsonList.Of(access.Writable)).Run();
                return connection.Changes;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EvidenceItem>> LoadAsync(IReadOnlyList<JobLease> leases, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leases);
        return database.ReadAsync<IReadOnlyList<EvidenceItem>>(
            connection =>
            {
                var items = new SortedDictionary<MemoryId, EvidenceItem>();
                foreach (var lease in leases)
                {
                    var (first, last) = CubeRange.Of(lease.Cube, MemoryItemKind.Evidence);
                    foreach (var item in EvidenceRow.ReadAll(connection.Prepare(Items).Bind(lease.Id).Bind(lease.Token).Bind(first).Bind(last)))
                    {
                        items[item.Id] = item;
                    }
                }

                return [.. items.Values];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CubeAccess> AccessAsync(JobLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return database.ReadAsync(connection => CubeOwner.Access(connection, lease.Cube, lease.Session), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> CountDueAsync(CubeAccess access, IReadOnlyCollection<JobKind> kinds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(kinds);
        return database.ReadAsync(
            connection => (int)connection.Prepare(CountDue).Bind(JsonList.Of(access.Readable)).Bind(JsonList.Of(kinds.Select(static kind => (int)kind))).Bind(database.Now).Scalar()!.Value,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<JobCounts> CountAsync(CubeAccess? access, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
            {
                var cubes = access is null ? null : JsonList.Of(access.Readable);
                var error = Note(connection, cubes, isPaused: 0);
                var pause = Note(connection, cubes, isPaused: 1);
                using var counts = connection.Prepare(Counts).Bind(cubes).Bind(database.Now);
                counts.Step();
                return new JobCounts(counts.Int32(0), counts.Int32(1), error) { Due = counts.Int32(2), Paused = counts.Int32(3), PausedReason = pause };
            },
            cancellationToken);

    private static string? Note(Connection connection, string? cubes, int isPaused)
    {
        using var row = connection.Prepare(LastError).Bind(cubes).Bind(isPaused);
        return row.Step() ? row.Text(0) : null;
    }
}
