using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>Users and their default cubes.</summary>
internal static class UserTable
{
    private const string Find = "SELECT number, created_at FROM users WHERE tenant = ?1 AND name = ?2";
    private const string Insert = "INSERT INTO users (tenant, name, created_at) VALUES (?1, ?2, ?3) RETURNING number";
    private const string FindHome = "SELECT cube FROM homes WHERE user = ?1 AND isolation = ?2 AND label = ?3";
    private const string InsertHome = "INSERT INTO homes (user, isolation, label, cube) VALUES (?1, ?2, ?3, ?4)";

    /// <summary>The number of a user and when it was first seen, or <see langword="null"/>.</summary>
    public static (long Number, long CreatedAt)? FindUser(Connection connection, string tenant, string name)
    {
        using var row = connection.Prepare(Find).Bind(tenant).Bind(name);
        return row.Step() ? (row.Int64(0), row.Int64(1)) : null;
    }

    /// <summary>The number of a user, which is created with its default cube when it is new.</summary>
    public static (long Number, long CreatedAt) GetUser(Connection connection, string tenant, string name, long now)
    {
        if (FindUser(connection, tenant, name) is { } known)
        {
            return known;
        }

        var number = connection.Prepare(Insert).Bind(tenant).Bind(name).Bind(now).Scalar()!.Value;
        GetHome(connection, tenant, name, number, ScopeIsolation.None, "", now);
        return (number, now);
    }

    /// <summary>The number of a user's default cube, or <see langword="null"/>.</summary>
    public static int? FindHomeCube(Connection connection, long user, ScopeIsolation isolation, string label) =>
        (int?)connection.Prepare(FindHome).Bind(user).Bind((int)isolation).Bind(label).Scalar();

    /// <summary>The number of a user's default cube, which is made when it is new.</summary>
    public static int GetHome(Connection connection, string tenant, string name, long user, ScopeIsolation isolation, string label, long now)
    {
        if (FindHomeCube(connection, user, isolation, label) is { } known)
        {
            return known;
        }

        var wanted = isolation switch
        {
            ScopeIsolation.Agent => $"{name}/agent/{label}",
            ScopeIsolation.Session => $"{name}/session/{label}",
            _ => name,
        };
        var cube = CubeTable.Create(connection, tenant, CubeTable.FreeName(connection, tenant, wanted), user, now);
        connection.Prepare(InsertHome).Bind(user).Bind((int)isolation).Bind(label).Bind(cube).Run();
        return cube;
    }
}
