using System.Globalization;
using MemOS.Cubes;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>Cubes and who may use them.</summary>
internal static class CubeTable
{
    private const string Find = "SELECT number FROM cubes WHERE tenant = ?1 AND name = ?2";
    private const string Insert = "INSERT INTO cubes (tenant, name, created_at) VALUES (?1, ?2, ?3) RETURNING number";
    private const string PutGrant = """
        INSERT INTO grants (user, cube, role) VALUES (?1, ?2, ?3) ON CONFLICT (user, cube) DO UPDATE SET role = excluded.role
        """;
    private const string DropGrant = "DELETE FROM grants WHERE user = ?1 AND cube = ?2";
    private const string Granted = """
        SELECT c.number, c.name, c.created_at, c.path, g.role, h.isolation
        FROM grants g JOIN cubes c ON c.number = g.cube LEFT JOIN homes h ON h.cube = c.number AND h.user = g.user
        WHERE g.user = ?1 ORDER BY h.isolation IS NOT 0, c.name
        """;

    private const string Members = "SELECT u.name, g.role FROM grants g JOIN users u ON u.number = g.user WHERE g.cube = ?1 ORDER BY g.role DESC, u.name";

    /// <summary>The number of a cube, or <see langword="null"/>.</summary>
    public static int? FindNumber(Connection connection, string tenant, string name) =>
        (int?)connection.Prepare(Find).Bind(tenant).Bind(name).Scalar();

    /// <summary>Makes a cube that a user owns.</summary>
    public static int Create(Connection connection, string tenant, string name, long owner, long now)
    {
        var cube = (int)connection.Prepare(Insert).Bind(tenant).Bind(name).Bind(now).Scalar()!.Value;
        Grant(connection, owner, cube, CubeRole.Owner);
        return cube;
    }

    /// <summary>A name that no cube has: the wanted one, or that with a number.</summary>
    public static string FreeName(Connection connection, string tenant, string wanted)
    {
        var name = wanted;
        for (var i = 2; FindNumber(connection, tenant, name) is not null; i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted} ({i})");
        }

        return name;
    }

    /// <summary>Sets or takes away a role.</summary>
    public static void Grant(Connection connection, long user, int cube, CubeRole? role)
    {
        if (role is { } given)
        {
            connection.Prepare(PutGrant).Bind(user).Bind(cube).Bind((int)given).Run();
        }
        else
        {
            connection.Prepare(DropGrant).Bind(user).Bind(cube).Run();
        }
    }

    /// <summary>Who may use a cube, by role and name.</summary>
    public static List<CubeMember> ListMembers(Connection connection, int cube)
    {
        var members = new List<CubeMember>();
        using var row = connection.Prepare(Members).Bind(cube);
        while (row.Step())
        {
            members.Add(new(row.Text(0), (CubeRole)row.Int32(1)));
        }

        return members;
    }

    /// <summary>The cubes of a user, the default one first, then by name.</summary>
    /// <returns>Each with the isolation whose default cube of this user it is; <see langword="null"/> for a shared or named cube.</returns>
    public static List<(CubeGrant Grant, ScopeIsolation? Home)> ListGranted(Connection connection, string tenant, long user)
    {
        var granted = new List<(CubeGrant, ScopeIsolation?)>();
        using var row = connection.Prepare(Granted).Bind(user);
        while (row.Step())
        {
            var cube = new MemCube(row.Int32(0), row.Text(1), tenant, Times.FromUtc(row.Int64(2)), row.TextOrNull(3));
            var home = (ScopeIsolation?)row.Int64OrNull(5);
            granted.Add((new(cube, (CubeRole)row.Int32(4)) { IsDefault = home is not null }, home));
        }

        return granted;
    }
}
