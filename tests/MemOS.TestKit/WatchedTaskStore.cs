using MemOS.Cubes;
using MemOS.Evolution;
using MemOS.Evolution.Tasks;

namespace MemOS.TestKit;

/// <summary>A task store that tells a test when tasks were written.</summary>
public sealed class WatchedTaskStore(ITaskStore inner) : ITaskStore
{
    private readonly TaskCompletionSource replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first tasks that are written.</summary>
    public Task Replaced => replaced.Task;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredTask>> ListAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default) => inner.ListAsync(access, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredTask>> FindAsync(CubeAccess access, IReadOnlyCollection<MemoryId> messages, CancellationToken cancellationToken = default) => inner.FindAsync(access, messages, cancellationToken);

    /// <inheritdoc/>
    public async Task ReplaceAsync(
        CubeAccess access, string? session, IReadOnlyList<MemoryTask> tasks, SegmentationMark? mark = null, MemoryId? from = null,
        IReadOnlyList<SkippedSpan>? skipped = null, CancellationToken cancellationToken = default)
    {
        await inner.ReplaceAsync(access, session, tasks, mark, from, skipped, cancellationToken);
        if (tasks.Count > 0)
        {
            replaced.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredSkippedSpan>> ListSkippedAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default) => inner.ListSkippedAsync(access, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingSession>> ListPendingAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => inner.ListPendingAsync(now, limit, cancellationToken);

    /// <inheritdoc/>
    public Task NoteToolsAsync(CubeAccess access, IReadOnlyList<ToolDefinition> tools, CancellationToken cancellationToken = default) => inner.NoteToolsAsync(access, tools, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ToolDefinition>> ListToolsAsync(CubeAccess access, CancellationToken cancellationToken = default) => inner.ListToolsAsync(access, cancellationToken);
}
