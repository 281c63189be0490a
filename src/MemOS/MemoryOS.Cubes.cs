using MemOS.Cubes;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Creates a cube in the main file that a user owns; a user that is new is created.</summary>
    /// <param name="name">The name, unique within the tenant: 1 to 256 characters, none of them a control character.</param>
    /// <param name="user">The owner.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or not valid Unicode; nothing is created.</exception>
    /// <exception cref="MemoryConflictException">The name is taken; nothing is created.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public Task<MemCube> CreateCubeAsync(string name, string user, string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckUser(tenant, user);
        NameGuard.CheckName(name, nameof(name));
        return Store.Cubes.CreateCubeAsync(tenant, name, user, cancellationToken);
    }

    /// <summary>Registers a dumped cube as a read-only cube that a user owns. The file stays where it is and is never written to.</summary>
    /// <remarks>Threat note: the path is opened as it is; it must come from trusted code.</remarks>
    /// <param name="path">The file, such as <c>team.memcube</c>.</param>
    /// <param name="user">The owner of the registration; a user that is new is created.</param>
    /// <param name="name">The name of the cube. Default: that of the file without its extension.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="ArgumentException">A name or the path is empty, too long or not valid Unicode; nothing is registered.</exception>
    /// <exception cref="MemoryConflictException">The name is taken; nothing is registered. Pass another name.</exception>
    /// <exception cref="MemoryStoreException">The file is missing, is not a cube of this version, or is damaged; nothing is registered.</exception>
    public Task<MemCube> RegisterCubeAsync(string path, string user, string? name = null, string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckUser(tenant, user);
        return Store.Transfer.AttachAsync(tenant, path, NameOf(path, name), user, cancellationToken);
    }

    /// <summary>Takes the registration of a read-only cube back, for everybody it was shared with too; the file stays.</summary>
    /// <param name="name">The cube.</param>
    /// <param name="user">Who asks; an owner of the cube.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryNotFoundException">The user holds no grant for such a cube, or it is not a registered file; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">The user does not own the cube; nothing is changed.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public async Task UnregisterCubeAsync(string name, string user, string tenant = "", CancellationToken cancellationToken = default)
    {
        await RequireOwnerAsync(tenant, name, user, cancellationToken).ConfigureAwait(false);
        await Store.Transfer.DetachAsync(tenant, name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives another user a role on a cube, replacing an earlier one, or takes it away.</summary>
    /// <param name="cube">The cube.</param>
    /// <param name="user">The other user; one that is new is created.</param>
    /// <param name="role">What the other user may do; <see langword="null"/> for nothing any more.</param>
    /// <param name="owner">Who asks; an owner of the cube.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or not valid Unicode, or the role is none; nothing is changed.</exception>
    /// <exception cref="MemoryNotFoundException">The owner holds no grant for such a cube; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">Who asks does not own the cube; nothing is changed.</exception>
    /// <exception cref="MemoryConflictException">The owner's own role would change, which could leave the cube to nobody; nothing is changed.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public async Task ShareCubeAsync(string cube, string user, CubeRole? role, string owner, string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckUser(tenant, user);
        if (role is { } given && !Enum.IsDefined(given))
        {
            throw new ArgumentException($"{given} is no role. Roles are {nameof(CubeRole.Reader)}, {nameof(CubeRole.Writer)} and {nameof(CubeRole.Owner)}.", nameof(role));
        }

        await RequireOwnerAsync(tenant, cube, owner, cancellationToken).ConfigureAwait(false);
        if (user == owner && role != CubeRole.Owner)
        {
            throw new MemoryConflictException($"User \"{owner}\" cannot give up cube \"{cube}\", which could be left to nobody. Make somebody else its owner, who can then change this role.");
        }

        await Store.Cubes.GrantAsync(tenant, cube, user, role, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The cubes that a user may use with the user's role on each, the default cube first, then by name; none for a user who is not known.</summary>
    /// <param name="user">The user.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or not valid Unicode.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public Task<IReadOnlyList<CubeGrant>> ListCubesAsync(string user, string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckUser(tenant, user);
        return Store.Cubes.ListCubesAsync(tenant, user, cancellationToken);
    }

    /// <summary>Who may use a cube, and how: owners first, then writers, then readers, by name.</summary>
    /// <param name="cube">The cube.</param>
    /// <param name="user">Who asks; an owner of the cube: whom else a cube is shared with is not told to those it is shared with.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or not valid Unicode.</exception>
    /// <exception cref="MemoryNotFoundException">The user holds no grant for such a cube.</exception>
    /// <exception cref="MemoryAccessException">The user does not own the cube.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<CubeMember>> ListMembersAsync(string cube, string user, string tenant = "", CancellationToken cancellationToken = default)
    {
        await RequireOwnerAsync(tenant, cube, user, cancellationToken).ConfigureAwait(false);
        return await Store.Cubes.ListMembersAsync(tenant, cube, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes one cube as one portable file, while work goes on.</summary>
    /// <remarks>Threat note: the file holds everything in the cube, readable for whoever gets it; the path must come from trusted code.</remarks>
    /// <param name="name">The cube.</param>
    /// <param name="path">The new file, such as <c>team.memcube</c>.</param>
    /// <param name="user">Who asks; an owner of the cube.</param>
    /// <param name="tenant">The tenant. Default: the empty string.</param>
    /// <param name="cancellationToken">Cancels the writing; nothing is left of the file.</param>
    /// <exception cref="ArgumentException">A name or the path is empty.</exception>
    /// <exception cref="MemoryNotFoundException">The user holds no grant for such a cube.</exception>
    /// <exception cref="MemoryAccessException">The user does not own the cube.</exception>
    /// <exception cref="MemoryStoreException">The file exists or cannot be written; nothing is left of it.</exception>
    public async Task DumpCubeAsync(string name, string path, string user, string tenant = "", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        await RequireOwnerAsync(tenant, name, user, cancellationToken).ConfigureAwait(false);
        await Store.Transfer.DumpAsync(tenant, name, path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies a dumped cube into a new cube of the main file that a user owns, all of it or nothing.</summary>
    /// <remarks>Threat note: the path is opened as it is; it must come from trusted code. What is loaded is recalled like what was said here; its skills wait for approval.</remarks>
    /// <inheritdoc cref="RegisterCubeAsync" path="/param"/>
    /// <exception cref="ArgumentException">A name or the path is empty, too long or not valid Unicode; nothing is loaded.</exception>
    /// <exception cref="MemoryConflictException">The name is taken; nothing is loaded. Pass another name.</exception>
    /// <exception cref="MemoryStoreException">The file is missing, is not a cube of this version, or is damaged; nothing is loaded.</exception>
    public async Task<MemCube> LoadCubeAsync(string path, string user, string? name = null, string tenant = "", CancellationToken cancellationToken = default)
    {
        NameGuard.CheckUser(tenant, user);
        var cube = await Store.Transfer.LoadAsync(tenant, path, NameOf(path, name), user, cancellationToken).ConfigureAwait(false);

        // It may hold what was not read yet when it was dumped.
        NotifyAdded();
        return cube;
    }

    private static string NameOf(string path, string? name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var chosen = name ?? Path.GetFileNameWithoutExtension(path);
        NameGuard.CheckName(chosen, nameof(name));
        return chosen;
    }

    private async Task RequireOwnerAsync(string tenant, string cube, string user, CancellationToken cancellationToken)
    {
        NameGuard.CheckUser(tenant, user);
        NameGuard.CheckName(cube, nameof(cube));
        var grants = await Store.Cubes.ListCubesAsync(tenant, user, cancellationToken).ConfigureAwait(false);
        var grant = grants.FirstOrDefault(grant => grant.Cube.Name == cube)
            ?? throw new MemoryNotFoundException($"User \"{user}\" has no cube \"{cube}\". List the user's cubes to see their names.");
        if (grant.Role < CubeRole.Owner)
        {
            throw new MemoryAccessException($"User \"{user}\" is {grant.Role.ToString().ToLowerInvariant()} of cube \"{cube}\", and this takes an owner. Ask one to do it.");
        }
    }
}
