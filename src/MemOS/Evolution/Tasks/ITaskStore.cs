using MemOS.Cubes;

namespace MemOS.Evolution.Tasks;

/// <summary>The tasks of a store. All members are safe for concurrent use; every statement is bound to the access's cubes.</summary>
public interface ITaskStore
{
    /// <summary>The tasks that the access may read and whose messages are all in recall, newest first.</summary>
    Task<IReadOnlyList<StoredTask>> ListAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default);

    /// <summary>The tasks that some of these messages belong to, of those that the access may read and whose messages are all in recall.</summary>
    /// <param name="access">Whose memory.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    Task<IReadOnlyList<StoredTask>> FindAsync(CubeAccess access, IReadOnlyCollection<MemoryId> messages, CancellationToken cancellationToken = default);

    /// <summary>Replaces what was found in a session of the home cube, in one transaction; running it twice changes nothing.</summary>
    /// <param name="access">Whose memory; the home cube is written.</param>
    /// <param name="session">The session.</param>
    /// <param name="tasks">Its tasks as they are now, each with its evidence.</param>
    /// <param name="mark">How far the session was segmented. Default: the mark stays as it is.</param>
    /// <param name="from">Only tasks and spans that begin at this message or later are replaced. Default: all of the session.</param>
    /// <param name="skipped">What is in no task, each span with at least one message of the session, no message in two. Default: nothing.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    Task ReplaceAsync(
        CubeAccess access, string? session, IReadOnlyList<MemoryTask> tasks, SegmentationMark? mark = null, MemoryId? from = null,
        IReadOnlyList<SkippedSpan>? skipped = null, CancellationToken cancellationToken = default);

    /// <summary>What was recorded as being in no task, of what the access may read and whose messages are all in recall, newest first.</summary>
    /// <param name="access">Whose memory.</param>
    /// <param name="limit">The most spans.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    Task<IReadOnlyList<StoredSkippedSpan>> ListSkippedAsync(CubeAccess access, int limit, CancellationToken cancellationToken = default);

    /// <summary>Sessions of the whole store that wait for segmentation, oldest first.</summary>
    /// <param name="now">The time; a task that was open until then is over.</param>
    /// <param name="limit">The most sessions.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    Task<IReadOnlyList<PendingSession>> ListPendingAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Notes the application's tools as they are now in the home cube; a known name takes the new definition.</summary>
    Task NoteToolsAsync(CubeAccess access, IReadOnlyList<ToolDefinition> tools, CancellationToken cancellationToken = default);

    /// <summary>The tools that were noted in the home cube, by name.</summary>
    Task<IReadOnlyList<ToolDefinition>> ListToolsAsync(CubeAccess access, CancellationToken cancellationToken = default);
}
