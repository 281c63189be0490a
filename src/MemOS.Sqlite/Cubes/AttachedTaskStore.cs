using MemOS.Cubes;
using MemOS.Evolution.Tasks;

namespace MemOS.Sqlite.Cubes;

/// <summary>The tasks of the main file and of attached cubes as one.</summary>
internal sealed class AttachedTaskStore(ITaskStore main, AttachedCubes cubes) : ITaskStore
{
    private readonly AttachedItems<ITaskStore, StoredTask> items = new(main, cubes, static file => file.Tasks, static (file, task) => file.FromFile(task));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredTask>> ListAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default)
    {
        var all = await items.AllAsync(access, (store, part) => store.ListAsync(part, limit, cancellationToken)).ConfigureAwait(false);
        return [.. all.OrderByDescending(static stored => stored.Task.Started.UtcTicks).ThenByDescending(static stored => stored.Id).Take(Math.Max(limit, 0))];
    }

    /// <inheritdoc/>
    public Task ReplaceAsync(CubeAccess access, string? session, IReadOnlyList<MemoryTask> tasks, CancellationToken cancellationToken = default) =>
        main.ReplaceAsync(access, session, tasks, cancellationToken);
}
