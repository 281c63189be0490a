using MemOS.Cubes;
using MemOS.Evolution;
using MemOS.Evolution.Tasks;

namespace MemOS.Sqlite.Cubes;

/// <summary>The tasks of the main file and of attached cubes as one.</summary>
internal sealed class AttachedTaskStore(ITaskStore main, AttachedCubes cubes) : ITaskStore
{
    private readonly AttachedItems<ITaskStore, StoredTask> items = new(main, cubes, static file => file.Tasks, static (file, task) => file.FromFile(task));
    private readonly AttachedItems<ITaskStore, StoredSkippedSpan> skippedSpans = new(main, cubes, static file => file.Tasks, static (file, span) => file.FromFile(span));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredTask>> ListAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default)
    {
        var all = await items.AllAsync(access, (store, part) => store.ListAsync(part, limit, cancellationToken)).ConfigureAwait(false);
        return [.. all.OrderByDescending(static stored => stored.Task.Started.UtcTicks).ThenByDescending(static stored => stored.Id).Take(Math.Max(limit, 0))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredTask>> FindAsync(CubeAccess access, IReadOnlyCollection<MemoryId> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(messages);
        var attached = cubes.FindAll(access.Readable);
        var all = (await main.FindAsync(AttachedCubes.InMain(access, attached), messages, cancellationToken).ConfigureAwait(false)).ToList();
        foreach (var (cube, file) in attached)
        {
            var inside = messages.Where(id => id.Cube == cube).Select(file.ToFile).ToList();
            all.AddRange((await file.Tasks.FindAsync(AttachedFile.Inside(access), inside, cancellationToken).ConfigureAwait(false)).Select(file.FromFile));
        }

        return all;
    }

    /// <inheritdoc/>
    public Task ReplaceAsync(
        CubeAccess access, string? session, IReadOnlyList<MemoryTask> tasks, SegmentationMark? mark = null, MemoryId? from = null,
        IReadOnlyList<SkippedSpan>? skipped = null, CancellationToken cancellationToken = default) =>
        main.ReplaceAsync(access, session, tasks, mark, from, skipped, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredSkippedSpan>> ListSkippedAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default)
    {
        var all = await skippedSpans.AllAsync(access, (store, part) => store.ListSkippedAsync(part, limit, cancellationToken)).ConfigureAwait(false);
        return [.. all.OrderByDescending(static stored => stored.Started).Take(Math.Max(limit, 0))];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingSession>> ListPendingAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        main.ListPendingAsync(now, limit, cancellationToken);

    /// <inheritdoc/>
    public Task NoteToolsAsync(CubeAccess access, IReadOnlyList<ToolDefinition> tools, CancellationToken cancellationToken = default) =>
        main.NoteToolsAsync(access, tools, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ToolDefinition>> ListToolsAsync(CubeAccess access, CancellationToken cancellationToken = default) =>
        main.ListToolsAsync(access, cancellationToken);
}
