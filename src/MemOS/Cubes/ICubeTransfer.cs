namespace MemOS.Cubes;

/// <summary>Cubes as portable files. All members are safe for concurrent use.</summary>
/// <remarks>
/// A <c>.memcube</c> file holds one cube whole: sessions, messages with their text (also those that were linked in), records
/// with their versions, tasks and what is in none, skills with their trials, vectors, ledger, and what waits to be read; no users and
/// no grants.
/// Whether a user may dump or attach is the caller's to check. Threat note: a skill that comes out of a file waits for
/// approval, whatever the file says.
/// </remarks>
public interface ICubeTransfer
{
    /// <summary>Writes one cube as one portable file, while work goes on.</summary>
    /// <exception cref="MemoryNotFoundException">There is no such cube.</exception>
    /// <exception cref="MemoryStoreException">The file exists or cannot be written; nothing is left of it.</exception>
    Task DumpAsync(string tenant, string cube, string path, CancellationToken cancellationToken = default);

    /// <summary>Registers such a file as a read-only cube that a user owns. It stays where it is and is never written to.</summary>
    /// <exception cref="MemoryConflictException">The name is taken.</exception>
    /// <exception cref="MemoryStoreException">The file is not a cube of this version, or is damaged.</exception>
    Task<MemCube> AttachAsync(string tenant, string path, string name, string owner, CancellationToken cancellationToken = default);

    /// <summary>Forgets the registration of an attached cube; the file stays.</summary>
    /// <exception cref="MemoryNotFoundException">There is no attached cube of that name.</exception>
    Task DetachAsync(string tenant, string name, CancellationToken cancellationToken = default);

    /// <summary>Copies such a file into a new cube that a user owns, all of it or nothing.</summary>
    /// <exception cref="MemoryConflictException">The name is taken.</exception>
    /// <exception cref="MemoryStoreException">The file is not a cube of this version, or is damaged.</exception>
    Task<MemCube> LoadAsync(string tenant, string path, string name, string owner, CancellationToken cancellationToken = default);
}
