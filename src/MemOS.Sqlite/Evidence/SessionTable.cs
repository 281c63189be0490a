using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evidence;

/// <summary>The sessions of cubes. The unnamed session has an empty name.</summary>
internal static class SessionTable
{
    private const string Find = "SELECT number FROM sessions WHERE cube = ?1 AND origin = ?2 AND name = ?3";
    private const string Insert = "INSERT INTO sessions (cube, origin, name) VALUES (?1, ?2, ?3) RETURNING number";
    private const string TakePlaces = "UPDATE sessions SET next_position = next_position + ?2 WHERE number = ?1 RETURNING next_position - ?2";

    /// <summary>The number of a session, or <see langword="null"/>.</summary>
    public static long? FindNumber(Connection connection, int cube, string? name, int origin = 0) =>
        connection.Prepare(Find).Bind(cube).Bind(origin).Bind(name ?? "").Scalar();

    /// <summary>The number of a session, which is made when it is new.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="cube">The cube.</param>
    /// <param name="name">The session's name.</param>
    /// <param name="origin">The cube that the session is linked from; 0 when it is the cube's own.</param>
    public static long GetNumber(Connection connection, int cube, string? name, int origin = 0) =>
        FindNumber(connection, cube, name, origin) ?? connection.Prepare(Insert).Bind(cube).Bind(origin).Bind(name ?? "").Scalar()!.Value;

    /// <summary>Reserves places at the end of a session.</summary>
    /// <returns>The first of them.</returns>
    public static long Take(Connection connection, long session, int count) =>
        connection.Prepare(TakePlaces).Bind(session).Bind(count).Scalar()!.Value;

    /// <summary>The name as callers know it.</summary>
    public static string? Name(string stored) => stored.Length == 0 ? null : stored;
}
