using MemOS.Cubes;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>The access by which background work writes: one cube alone, in the name of whose home it is.</summary>
internal static class CubeOwner
{
    private const string Home = """
        SELECT u.tenant, u.name, h.isolation FROM homes h JOIN users u ON u.number = h.user WHERE h.cube = ?1
        UNION ALL
        SELECT u.tenant, u.name, 0 FROM grants g JOIN users u ON u.number = g.user WHERE g.cube = ?1 AND g.role = 3
        LIMIT 1
        """;

    public static CubeAccess Access(Connection connection, int cube, string? session)
    {
        using var row = connection.Prepare(Home).Bind(cube);
        var scope = row.Step()
            ? new MemoryScope { Tenant = row.Text(0), User = row.Text(1), Session = session, Isolation = (ScopeIsolation)row.Int32(2) }
            : new MemoryScope { User = "", Session = session };
        return new(scope, [cube], [cube]);
    }
}
