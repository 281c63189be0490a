using MemOS.Cubes;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <inheritdoc cref="ICubeStore"/>
internal sealed class SqliteCubeStore(Database database) : ICubeStore
{
    private const string UsersOfTenant = "SELECT name, created_at FROM users WHERE tenant = ?1 ORDER BY name";

    /// <inheritdoc/>
    public async ValueTask<CubeAccess> ResolveAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentException.ThrowIfNullOrWhiteSpace(scope.User);
        if (await database.ReadAsync(connection => ScopeResolution.TryResolve(connection, scope), cancellationToken).ConfigureAwait(false) is { } access)
        {
            return access;
        }

        return await database.WriteAsync(
            connection =>
            {
                ScopeResolution.Create(connection, scope, database.Now);
                return ScopeResolution.TryResolve(connection, scope)!;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<MemoryUser> GetOrCreateUserAsync(string tenant, string user, CancellationToken cancellationToken = default)
    {
        CheckNames(tenant, user);
        return database.WriteAsync(
            connection => new MemoryUser(user, tenant, Times.FromUtc(UserTable.GetUser(connection, tenant, user, database.Now).CreatedAt)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MemoryUser?> FindUserAsync(string tenant, string user, CancellationToken cancellationToken = default)
    {
        CheckNames(tenant, user);
        return database.ReadAsync(
            connection => UserTable.FindUser(connection, tenant, user) is { } found ? new MemoryUser(user, tenant, Times.FromUtc(found.CreatedAt)) : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryUser>> ListUsersAsync(string tenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return database.ReadAsync<IReadOnlyList<MemoryUser>>(
            connection =>
            {
                var users = new List<MemoryUser>();
                using var row = connection.Prepare(UsersOfTenant).Bind(tenant);
                while (row.Step())
                {
                    users.Add(new(row.Text(0), tenant, Times.FromUtc(row.Int64(1))));
                }

                return users;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MemCube> CreateCubeAsync(string tenant, string name, string owner, CancellationToken cancellationToken = default)
    {
        CheckNames(tenant, owner);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return database.WriteAsync(
            connection =>
            {
                var now = database.Now;
                var user = UserTable.GetUser(connection, tenant, owner, now);
                if (CubeTable.FindNumber(connection, tenant, name) is not null)
                {
                    throw new MemoryConflictException($"There is a cube \"{name}\" already. Choose another name.");
                }

                return new MemCube(CubeTable.Create(connection, tenant, name, user.Number, now), name, tenant, Times.FromUtc(now), null);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CubeGrant>> ListCubesAsync(string tenant, string user, CancellationToken cancellationToken = default)
    {
        CheckNames(tenant, user);
        return database.ReadAsync<IReadOnlyList<CubeGrant>>(
            connection => UserTable.FindUser(connection, tenant, user) is { } found
                ? [.. CubeTable.ListGranted(connection, tenant, found.Number).Select(static entry => entry.Grant)]
                : [],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CubeMember>> ListMembersAsync(string tenant, string cube, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentException.ThrowIfNullOrWhiteSpace(cube);
        return database.ReadAsync<IReadOnlyList<CubeMember>>(connection => CubeTable.ListMembers(connection, NumberOf(connection, tenant, cube)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task GrantAsync(string tenant, string cube, string user, CubeRole? role, CancellationToken cancellationToken = default)
    {
        CheckNames(tenant, user);
        ArgumentException.ThrowIfNullOrWhiteSpace(cube);
        return database.WriteAsync(
            connection =>
            {
                var number = NumberOf(connection, tenant, cube);
                CubeTable.Grant(connection, UserTable.GetUser(connection, tenant, user, database.Now).Number, number, role);
                return number;
            },
            cancellationToken);
    }

    private static int NumberOf(Connection connection, string tenant, string cube) => CubeTable.FindNumber(connection, tenant, cube)
        ?? throw new MemoryNotFoundException($"There is no cube \"{cube}\". List the cubes to see their names.");

    private static void CheckNames(string tenant, string user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
    }
}
