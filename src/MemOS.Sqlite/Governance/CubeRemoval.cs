using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Governance;

/// <summary>Removes what is left of sessions, cubes and users once their content was erased.</summary>
internal static class CubeRemoval
{
    // A session of a cube, and those into which its messages were linked.
    private const string SessionAndLinks = """
        SELECT number FROM sessions WHERE cube = ?1 AND origin = 0 AND name = ?2
        UNION ALL
        SELECT number FROM sessions WHERE origin = ?1 AND name = ?2
        """;

    private const string SessionsOfCubes = """
        SELECT number FROM sessions WHERE cube IN (SELECT value FROM json_each(?1)) OR origin IN (SELECT value FROM json_each(?1))
        """;

    private const string EvidenceOf = """
        SELECT e.id FROM evidence e JOIN sessions s ON s.number = e.session
        WHERE e.session IN (SELECT value FROM json_each(?1)) AND e.id >> 32 = s.cube AND e.state <> 4
        """;

    private const string DropJobs = "DELETE FROM jobs WHERE session IN (SELECT value FROM json_each(?1))";
    private const string DropEvidence = "DELETE FROM evidence WHERE session IN (SELECT value FROM json_each(?1))";
    private const string DropSessions = "DELETE FROM sessions WHERE number IN (SELECT value FROM json_each(?1))";
    private const string DropLedger = "DELETE FROM ledger WHERE cube = ?1 AND session = ?2";
    private const string DropTombstones = "DELETE FROM tombstones WHERE cube IN (SELECT value FROM json_each(?1))";
    private const string DropTasks = "DELETE FROM tasks WHERE id >> 32 IN (SELECT value FROM json_each(?1))";
    private const string DropSkipped = "DELETE FROM skipped WHERE first >> 32 IN (SELECT value FROM json_each(?1))";
    private const string DropSkills = "DELETE FROM skills WHERE cube IN (SELECT value FROM json_each(?1))";
    private const string DropCopies = """
        DELETE FROM skills WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$.publishedFrom') END IN (
            SELECT 's' || cube || '-' || (id & 0x1FFFFFFF) FROM skills WHERE cube IN (SELECT value FROM json_each(?1)))
        """;

    private const string DropCubes = "DELETE FROM cubes WHERE number IN (SELECT value FROM json_each(?1))";
    private const string DropUser = "DELETE FROM users WHERE number = ?1";

    // The default cubes of a user, and those that nobody else may use.
    private const string CubesOfUser = """
        SELECT cube FROM homes WHERE user = ?1
        UNION
        SELECT g.cube FROM grants g WHERE g.user = ?1 AND NOT EXISTS (SELECT 1 FROM grants o WHERE o.cube = g.cube AND o.user <> ?1)
        """;

    /// <summary>The numbers of a session and of those into which it was linked.</summary>
    public static string FindSessions(Connection connection, int cube, string name) =>
        JsonList.Of(connection.Prepare(SessionAndLinks).Bind(cube).Bind(name).ReadIds());

    /// <summary>The numbers of the sessions of cubes and of those into which they were linked.</summary>
    public static string FindSessions(Connection connection, string cubes) => JsonList.Of(connection.Prepare(SessionsOfCubes).Bind(cubes).ReadIds());

    /// <summary>The messages of sessions.</summary>
    public static IEnumerable<MemoryId> FindMessages(Connection connection, string sessions) =>
        connection.Prepare(EvidenceOf).Bind(sessions).ReadIds().Select(static id => new MemoryId(id));

    /// <summary>The cubes that go with a user.</summary>
    public static string FindCubes(Connection connection, long user) => JsonList.Of(connection.Prepare(CubesOfUser).Bind(user).ReadIds());

    /// <summary>Removes erased sessions with the empty places in them.</summary>
    public static void RemoveSessions(Connection connection, string sessions)
    {
        connection.Prepare(DropJobs).Bind(sessions).Run();
        connection.Prepare(DropEvidence).Bind(sessions).Run();
        connection.Prepare(DropSessions).Bind(sessions).Run();
    }

    /// <summary>Removes a session from the ledger.</summary>
    public static void RemoveLedger(Connection connection, int cube, string session) =>
        connection.Prepare(DropLedger).Bind(cube).Bind(session).Run();

    /// <summary>Removes cubes whose sessions are gone.</summary>
    public static void RemoveCubes(Connection connection, string cubes)
    {
        connection.Prepare(DropTombstones).Bind(cubes).Run();
        connection.Prepare(DropTasks).Bind(cubes).Run();
        connection.Prepare(DropSkipped).Bind(cubes).Run();
        connection.Prepare(DropCopies).Bind(cubes).Run();
        connection.Prepare(DropSkills).Bind(cubes).Run();
        connection.Prepare(DropCubes).Bind(cubes).Run();
    }

    /// <summary>Removes a user.</summary>
    public static void RemoveUser(Connection connection, long user) => connection.Prepare(DropUser).Bind(user).Run();
}
