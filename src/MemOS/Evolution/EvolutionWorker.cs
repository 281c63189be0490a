using System.Collections.Concurrent;
using System.Threading.Channels;
using MemOS.Cubes;
using MemOS.Evolution.Judging;
using MemOS.Storage;
using Microsoft.Extensions.Logging;

namespace MemOS.Evolution;

/// <summary>Segments sessions and learns skills off the response path. What it does not get to waits in the store for the next start.</summary>
internal sealed partial class EvolutionWorker : IAsyncDisposable
{
    private const int SessionsPerLook = 32;

    private readonly IMemoryStore store;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Func<CancellationToken, Task> drainReading;
    private readonly TimeSpan pause;
    private readonly SessionSegmenter segmenter;
    private readonly SkillKeeper keeper;
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentQueue<CubeAccess> changedTools = new();
    private readonly SemaphoreSlim oneRun = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private Task loop = Task.CompletedTask;

    // Whether a session has a task that the next message may end, whatever it says.
    private volatile bool hasOpen = true;

    /// <param name="store">Where sessions, tasks and skills are.</param>
    /// <param name="options">The settings.</param>
    /// <param name="judging">Asks a model about finished tasks; <see langword="null"/> when the rules judge alone.</param>
    /// <param name="drainReading">Completes when nothing waits to be read: in the background, reading goes first.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures go.</param>
    public EvolutionWorker(IMemoryStore store, EvolutionOptions options, TaskJudging? judging, Func<CancellationToken, Task> drainReading, TimeProvider time, ILogger logger)
    {
        this.store = store;
        this.drainReading = drainReading;
        this.time = time;
        this.logger = logger;
        pause = options.Pause;
        segmenter = new(store, options, judging);
        keeper = new(store, options);
    }

    public void Start()
    {
        loop = Task.Run(RunAsync);
        signals.Writer.TryWrite(true);
    }

    /// <summary>Something was added. Talk alone is left for the next start, unless it may end a task.</summary>
    public void Notify(bool hasWork)
    {
        if (hasWork || hasOpen)
        {
            signals.Writer.TryWrite(true);
        }
    }

    /// <summary>A tool of a cube is another one now: its skills are checked again.</summary>
    public void NotifyTools(CubeAccess access)
    {
        changedTools.Enqueue(access);
        signals.Writer.TryWrite(true);
    }

    /// <summary>Segments every session that waits, and learns where tasks were finished or tools changed.</summary>
    /// <returns>How many sessions there were.</returns>
    public Task<int> RunDueAsync(CancellationToken cancellationToken) => RunDueAsync(static _ => Task.CompletedTask, cancellationToken);

    private async Task<int> RunDueAsync(Func<CancellationToken, Task> giveWay, CancellationToken cancellationToken)
    {
        await oneRun.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = time.GetLocalNow();
            var seen = new HashSet<(int Cube, string? Session)>();
            var worked = new Dictionary<int, CubeAccess>();
            var isAnyOpen = false;
            while (await store.Tasks.ListPendingAsync(now, seen.Count + SessionsPerLook, cancellationToken).ConfigureAwait(false) is var pending &&
                pending.Where(session => seen.Add((session.Access.Home, session.Session))).ToList() is { Count: > 0 } fresh)
            {
                foreach (var session in fresh)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await giveWay(cancellationToken).ConfigureAwait(false);
                    try
                    {
                        var (isOpen, hasWork) = await segmenter.RunAsync(session, now, cancellationToken).ConfigureAwait(false);
                        isAnyOpen |= isOpen;
                        if (hasWork)
                        {
                            worked[session.Access.Home] = session.Access;
                        }
                    }
                    catch (Exception error) when (!error.IsAskedBy(cancellationToken))
                    {
                        LogSegmentingFailed(error, session.Access.Home);
                    }
                }
            }

            hasOpen = isAnyOpen;
            while (changedTools.TryDequeue(out var changed))
            {
                worked[changed.Home] = changed;
            }

            foreach (var access in worked.Values)
            {
                await LearnAsync(access, cancellationToken).ConfigureAwait(false);
            }

            return seen.Count;
        }
        finally
        {
            oneRun.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        signals.Writer.TryComplete();
        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        stopping.Dispose();
        oneRun.Dispose();
    }

    private async Task LearnAsync(CubeAccess access, CancellationToken cancellationToken)
    {
        try
        {
            var tools = await store.Tasks.ListToolsAsync(access, cancellationToken).ConfigureAwait(false);
            await keeper.LearnAsync(access, tools, time.GetLocalNow(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!error.IsAskedBy(cancellationToken))
        {
            LogLearningFailed(error, access.Home);
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var signal in signals.Reader.ReadAllAsync(stopping.Token).ConfigureAwait(false))
            {
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause, time, stopping.Token).ConfigureAwait(false);
                }

                await TryRunAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task TryRunAsync()
    {
        try
        {
            await drainReading(stopping.Token).ConfigureAwait(false);
            await RunDueAsync(drainReading, stopping.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (!error.IsAskedBy(stopping.Token))
        {
            LogRunFailed(error);
        }
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Debug, Message = "Evolution stopped; what is left waits in the store for the next start.")]
    private partial void LogStopped();

    [LoggerMessage(EventId = 1202, Level = LogLevel.Warning, Message = "Sessions could not be looked through for tasks; they are tried again later.")]
    private partial void LogRunFailed(Exception exception);

    [LoggerMessage(EventId = 1203, Level = LogLevel.Warning, Message = "A session of cube {Cube} could not be segmented into tasks; it is tried again later, and its messages are safe.")]
    private partial void LogSegmentingFailed(Exception exception, int cube);

    [LoggerMessage(EventId = 1204, Level = LogLevel.Warning, Message = "Skills of cube {Cube} could not be learned; its tasks are safe, and it is tried again with the next.")]
    private partial void LogLearningFailed(Exception exception, int cube);
}
