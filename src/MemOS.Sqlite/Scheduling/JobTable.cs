using MemOS.Scheduling;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Scheduling;

/// <summary>Leases of jobs. A lease is good while the job carries its token.</summary>
internal static class JobTable
{
    private const string IsHeld = "SELECT 1 FROM jobs WHERE id = ?1 AND token = ?2 AND cube = ?3 AND dead = 0";
    private const string Delete = "DELETE FROM jobs WHERE id = ?1 AND cube = ?2";
    private const string Become = "UPDATE jobs SET kind = ?3, attempts = 0, leased_until = NULL, due_at = ?4, noted_at = ?4, paused = 0, error = NULL WHERE id = ?1 AND cube = ?2";
    private const string Renewal = "UPDATE jobs SET leased_until = ?2, noted_at = ?3 WHERE id = ?1 AND cube = ?4";

    private const string GiveBack = """
        UPDATE jobs SET leased_until = NULL, due_at = coalesce(?3, min(due_at, ?4)), noted_at = ?4, paused = ?5, error = coalesce(?6, error) WHERE id = ?1 AND token = ?2 AND cube = ?7
        """;

    // The session whose oldest job has waited longest, if that job is due and nobody holds it: a session is read in order. What failed
    // before lets the rest go first: a few that cannot be read keep none from being read.
    // A job noted in the future was noted before the clock was put back; it waits for no future.
    private const string Candidates = """
        SELECT j.id, j.session FROM jobs j
        WHERE j.kind = ?1 AND j.dead = 0
            AND j.id = (SELECT min(h.id) FROM jobs h WHERE h.kind = j.kind AND h.session = j.session AND h.dead = 0)
            AND (j.due_at <= ?3 OR j.noted_at > ?2) AND (j.leased_until IS NULL OR j.leased_until <= ?2 OR j.noted_at > ?2)
        ORDER BY j.priority DESC, j.attempts > 0, j.id LIMIT 1
        """;

    private const string OfSession = """
        SELECT j.id, j.cube, s.name, j.first, j.last, j.attempts, j.token FROM jobs j JOIN sessions s ON s.number = j.session AND s.cube = j.cube
        WHERE j.kind = ?1 AND j.session = ?2 AND j.dead = 0
            AND (j.due_at <= ?5 OR j.noted_at > ?3) AND (j.leased_until IS NULL OR j.leased_until <= ?3 OR j.noted_at > ?3)
        ORDER BY j.id LIMIT ?4
        """;

    private const string Hold = "UPDATE jobs SET token = token + 1, leased_until = ?2, noted_at = ?3, error = CASE WHEN paused THEN NULL ELSE error END, paused = 0 WHERE id = ?1 AND cube = ?4";

    private const string Release = """
        UPDATE jobs SET attempts = attempts + 1, leased_until = NULL, due_at = ?3, noted_at = ?4, dead = ?5, error = ?6
        WHERE id = ?1 AND token = ?2 AND cube = ?7
        """;

    /// <summary>Removes leased jobs whose work is done.</summary>
    /// <returns><see langword="false"/> when a lease was lost; then nothing may be written.</returns>
    public static bool TryComplete(Connection connection, IReadOnlyList<JobLease> leases, long now)
    {
        if (!AreHeld(connection, leases))
        {
            return false;
        }

        foreach (var lease in leases)
        {
            // A job that goes on as another keeps its place and its count of leases: an old lease can never match it.
            if (lease.Then is { } next)
            {
                connection.Prepare(Become).Bind(lease.Id).Bind(lease.Cube).Bind((int)next).Bind(now).Run();
            }
            else
            {
                connection.Prepare(Delete).Bind(lease.Id).Bind(lease.Cube).Run();
            }
        }

        return true;
    }

    /// <summary>Makes leases last longer.</summary>
    /// <returns><see langword="false"/> when one was lost; then nothing is changed.</returns>
    public static bool TryRenew(Connection connection, IReadOnlyList<JobLease> leases, long now, long until)
    {
        if (!AreHeld(connection, leases))
        {
            return false;
        }

        foreach (var lease in leases)
        {
            connection.Prepare(Renewal).Bind(lease.Id).Bind(until).Bind(now).Bind(lease.Cube).Run();
        }

        return true;
    }

    /// <summary>Gives a job back untried; a lost lease changes nothing.</summary>
    public static void GiveBackUntried(Connection connection, JobLease lease, DateTimeOffset? pausedUntil, string? reason, long now) =>
        connection.Prepare(GiveBack).Bind(lease.Id).Bind(lease.Token).Bind(pausedUntil?.UtcTicks).Bind(now)
            .Bind(pausedUntil is null ? 0 : 1).Bind(reason).Bind(lease.Cube).Run();

    /// <summary>Leases due jobs of one session.</summary>
    public static IReadOnlyList<JobLease> Lease(Connection connection, JobKind kind, int limit, long now, long dueBy, long until)
    {
        long session;
        using (var candidate = connection.Prepare(Candidates).Bind((int)kind).Bind(now).Bind(dueBy))
        {
            if (!candidate.Step())
            {
                return [];
            }

            session = candidate.Int64(1);
        }

        var leases = new List<JobLease>();
        using (var row = connection.Prepare(OfSession).Bind((int)kind).Bind(session).Bind(now).Bind(limit).Bind(dueBy))
        {
            while (row.Step())
            {
                leases.Add(new()
                {
                    Id = row.Int64(0),
                    Kind = kind,
                    Cube = row.Int32(1),
                    Session = Evidence.SessionTable.Name(row.Text(2)),
                    First = new(row.Int64(3)),
                    Last = new(row.Int64(4)),
                    Attempts = row.Int32(5),
                    Token = row.Int64(6) + 1,
                    Until = Times.FromUtc(until),
                });
            }
        }

        foreach (var lease in leases)
        {
            connection.Prepare(Hold).Bind(lease.Id).Bind(until).Bind(now).Bind(lease.Cube).Run();
        }

        return leases;
    }

    private static bool AreHeld(Connection connection, IReadOnlyList<JobLease> leases)
    {
        foreach (var lease in leases)
        {
            if (connection.Prepare(IsHeld).Bind(lease.Id).Bind(lease.Token).Bind(lease.Cube).Scalar() is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives a job back after a failure; a lost lease changes nothing.</summary>
    public static void Fail(Connection connection, JobLease lease, string error, TimeSpan? delay, long now) =>
        connection.Prepare(Release).Bind(lease.Id).Bind(lease.Token).Bind(now + (delay ?? TimeSpan.Zero).Ticks).Bind(now)
            .Bind(delay is null ? 1 : 0).Bind(error).Bind(lease.Cube).Run();
}
