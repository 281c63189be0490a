using MemOS.Cubes;

namespace MemOS.Evolution.Tasks;

/// <summary>The tasks of a store. All members are safe for concurrent use; every statement is bound to the access's cubes.</summary>
public interface ITaskStore
{
    /// <summary>The tasks that the access may read and whose messages are all in recall, newest first.</summary>
    Task<IReadOnlyList<StoredTask>> ListAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default);

    /// <summary>Replaces what was found in a session of the home cube, in one transaction; running it twice changes nothing.</summary>
    /// <param name="access">Whose memory; the home cube is written.</param>
    /// <param name="session">The session.</param>
    /// <param name="tasks">Its tasks as they are now, each with its evidence.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    Task ReplaceAsync(CubeAccess access, string? session, IReadOnlyList<MemoryTask> tasks, CancellationToken cancellationToken = default);
}
