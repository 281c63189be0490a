namespace MemOS.Cubes;

/// <summary>Users, cubes and grants of a store. All members are safe for concurrent use.</summary>
public interface ICubeStore
{
    /// <summary>Resolves a scope to cube numbers, creating the user and the default cube when they are new.</summary>
    /// <exception cref="MemoryAccessException">The scope names a cube for which the user holds no sufficient grant.</exception>
    ValueTask<CubeAccess> ResolveAsync(MemoryScope scope, CancellationToken cancellationToken = default);

    /// <summary>Creates a user, or returns the one that exists.</summary>
    Task<MemoryUser> GetOrCreateUserAsync(string tenant, string user, CancellationToken cancellationToken = default);

    /// <summary>A user, or <see langword="null"/>.</summary>
    Task<MemoryUser?> FindUserAsync(string tenant, string user, CancellationToken cancellationToken = default);

    /// <summary>All users of a tenant by name.</summary>
    Task<IReadOnlyList<MemoryUser>> ListUsersAsync(string tenant, CancellationToken cancellationToken = default);

    /// <summary>Creates a cube owned by a user.</summary>
    /// <exception cref="MemoryConflictException">The name is taken.</exception>
    Task<MemCube> CreateCubeAsync(string tenant, string name, string owner, CancellationToken cancellationToken = default);

    /// <summary>The cubes that a user may use, home first, then by name.</summary>
    Task<IReadOnlyList<CubeGrant>> ListCubesAsync(string tenant, string user, CancellationToken cancellationToken = default);

    /// <summary>Who may use a cube: owners first, then writers, then readers, by name.</summary>
    /// <exception cref="MemoryNotFoundException">There is no such cube.</exception>
    Task<IReadOnlyList<CubeMember>> ListMembersAsync(string tenant, string cube, CancellationToken cancellationToken = default);

    /// <summary>Gives a user a role on a cube, replacing an earlier one; a <see langword="null"/> role takes it away.</summary>
    /// <exception cref="MemoryNotFoundException">The cube does not exist.</exception>
    Task GrantAsync(string tenant, string cube, string user, CubeRole? role, CancellationToken cancellationToken = default);
}
