using MemOS.Cubes;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>Turns a scope into cube numbers.</summary>
internal static class ScopeResolution
{
    /// <summary>Resolves a scope.</summary>
    /// <returns><see langword="null"/> when the user or its default cube has to be created first.</returns>
    /// <exception cref="MemoryAccessException">A named cube does not exist for this user, or the role does not suffice.</exception>
    public static CubeAccess? TryResolve(Connection connection, MemoryScope scope)
    {
        if (UserTable.FindUser(connection, scope.Tenant, scope.User) is not { } user ||
            UserTable.FindHomeCube(connection, user.Number, scope.Isolation, Label(scope)) is not { } home)
        {
            return null;
        }

        var granted = CubeTable.ListGranted(connection, scope.Tenant, user.Number);
        var writable = new List<int> { home };
        foreach (var name in scope.WriteCubes)
        {
            var grant = Find(granted, scope, name);
            if (grant.Role < CubeRole.Writer || grant.Cube.IsReadOnly)
            {
                throw new MemoryAccessException($"User \"{scope.User}\" may not write to cube \"{name}\". Ask an owner for the role {nameof(CubeRole.Writer)}, or choose a cube that is not attached.");
            }

            Add(writable, grant.Cube.Number);
        }

        var readable = new List<int> { home };
        if (scope.ReadCubes is { } names)
        {
            foreach (var name in names)
            {
                Add(readable, Find(granted, scope, name).Cube.Number);
            }
        }
        else
        {
            // The default cubes of the user's other agents and sessions are walled off: that is what isolation means.
            foreach (var (grant, _) in granted.Where(static entry => entry.Home is null))
            {
                Add(readable, grant.Cube.Number);
            }
        }

        writable.ForEach(cube => Add(readable, cube));
        return new(scope, readable, writable);
    }

    /// <summary>Creates the user and the default cube of a scope where they are missing.</summary>
    public static void Create(Connection connection, MemoryScope scope, long now)
    {
        var user = UserTable.GetUser(connection, scope.Tenant, scope.User, now);
        UserTable.GetHome(connection, scope.Tenant, scope.User, user.Number, scope.Isolation, Label(scope), now);
    }

    private static CubeGrant Find(List<(CubeGrant Grant, ScopeIsolation? Home)> granted, MemoryScope scope, string name) =>
        granted.Select(static entry => entry.Grant).FirstOrDefault(grant => grant.Cube.Name == name)
            ?? throw new MemoryAccessException($"User \"{scope.User}\" holds no grant for a cube \"{name}\". Ask its owner to share it, or check the name.");

    private static void Add(List<int> cubes, int cube)
    {
        if (!cubes.Contains(cube))
        {
            cubes.Add(cube);
        }
    }

    private static string Label(MemoryScope scope) => scope.Isolation switch
    {
        ScopeIsolation.Agent => scope.Agent ?? "",
        ScopeIsolation.Session => scope.Session ?? "",
        _ => "",
    };
}
