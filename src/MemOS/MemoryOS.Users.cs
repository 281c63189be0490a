using MemOS.Cubes;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Creates a user with a default cube; a user who is known already is returned as is.</summary>
    /// <param name="user">The name, unique within the tenant: 1 to 256 characters, none of them a control character.</param>
    /// <param name="tenant">The tenant. Default: the empty string, the only tenant of a single-tenant application.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or not valid Unicode; nothing is created.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public Task<MemoryUser> CreateUserAsync(string user, string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckUser(tenant, user);
        return Store.Cubes.GetOrCreateUserAsync(tenant, user, cancellationToken);
    }

    /// <summary>A user.</summary>
    /// <param name="user">The name.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or not valid Unicode.</exception>
    /// <exception cref="MemoryNotFoundException">The tenant has no such user.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<MemoryUser> GetUserAsync(string user, string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckUser(tenant, user);
        return await Store.Cubes.FindUserAsync(tenant, user, cancellationToken).ConfigureAwait(false)
            ?? throw new MemoryNotFoundException($"There is no user \"{user}\". List the users to see their names, or create the user.");
    }

    /// <summary>All users of a tenant by name.</summary>
    /// <remarks>Threat note: whoever may call this learns who uses the system; it is for trusted code.</remarks>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ArgumentException">The tenant is too long or not valid Unicode.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public Task<IReadOnlyList<MemoryUser>> ListUsersAsync(string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckLabel(tenant, nameof(tenant));
        return Store.Cubes.ListUsersAsync(tenant, cancellationToken);
    }
}
