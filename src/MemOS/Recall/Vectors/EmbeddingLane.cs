using System.Threading.Channels;
using MemOS.Cubes;
using Microsoft.Extensions.Logging;

namespace MemOS.Recall.Vectors;

/// <summary>Embeds in the background: cubes in which something was read, and once, and after a failure, every cube that lacks vectors.</summary>
/// <remarks>
/// After a failure it tries again after a growing pause; where nothing can be embedded, texts that are added meanwhile wait for it, too.
/// What is asked for in the foreground is tried at once. What lacks a vector is known by the store, so that nothing is lost by a stop.
/// </remarks>
internal sealed partial class EmbeddingLane(TextEmbedder embedder, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim oneDrain = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<int, CubeAccess> waiting = [];
    private readonly Lock sync = new();
    private readonly EmbeddingRetry retry = new(time);
    private bool isIncomplete = true;
    private Task loop = Task.CompletedTask;

    public void Start()
    {
        loop = Task.Run(RunAsync);
        signals.Writer.TryWrite(true);
    }

    /// <summary>Says that a cube has new texts.</summary>
    public void Add(CubeAccess access)
    {
        lock (sync)
        {
            waiting[access.Home] = access;
        }

        signals.Writer.TryWrite(true);
    }

    /// <summary>Works until every text has its vector or has failed.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await oneDrain.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A change of model, or a failure that has passed: whoever lacks vectors gets them.
            foreach (var access in isIncomplete ? await embedder.FindIncompleteAsync(cancellationToken).ConfigureAwait(false) : [])
            {
                Add(access);
            }

            var outcome = EmbeddingOutcome.Whole;
            while (TryTake() is { } access)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var made = await embedder.CompleteAsync(access, cancellationToken).ConfigureAwait(false);
                outcome = made > outcome ? made : outcome;
            }

            Note(outcome);
        }
        catch (Exception ex)
        {
            // What was taken out and not completed is looked for the next time.
            isIncomplete = true;
            if (!ex.IsAskedBy(cancellationToken))
            {
                Note(EmbeddingOutcome.Failed);
            }

            throw;
        }
        finally
        {
            oneDrain.Release();
        }
    }

    /// <summary>Lets what waits be embedded for at most a grace period, and stops. What is missing then is found at the next start.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        signals.Writer.TryComplete();
        await loop.WaitAsync(grace, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero).ConfigureAwait(false);
        stopping.Dispose();
        oneDrain.Dispose();
    }

    private void Note(EmbeddingOutcome outcome)
    {
        isIncomplete = outcome != EmbeddingOutcome.Whole;
        if (isIncomplete)
        {
            LogRetry(retry.Fail(outcome == EmbeddingOutcome.Failed));
        }
        else
        {
            retry.Succeed();
        }
    }

    private CubeAccess? TryTake()
    {
        lock (sync)
        {
            foreach (var (cube, access) in waiting)
            {
                waiting.Remove(cube);
                return access;
            }

            return null;
        }
    }

    private async Task RunAsync()
    {
        try
        {
            while (await WaitAsync().ConfigureAwait(false))
            {
                signals.Reader.TryRead(out _);
                if (!retry.IsResting)
                {
                    await TryDrainAsync().ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    // Until something is added or a pause is over; false when no more is to be done.
    private async Task<bool> WaitAsync()
    {
        if (retry.Left is not { } left)
        {
            return await signals.Reader.WaitToReadAsync(stopping.Token).ConfigureAwait(false);
        }

        if (left > TimeSpan.Zero)
        {
            using var timer = time.CreateTimer(_ => signals.Writer.TryWrite(true), null, left > Shortest ? left : Shortest, Timeout.InfiniteTimeSpan);
            return await signals.Reader.WaitToReadAsync(stopping.Token).ConfigureAwait(false);
        }

        return !signals.Reader.Completion.IsCompleted;
    }

    private async Task TryDrainAsync()
    {
        try
        {
            await DrainAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (Exception ex) when (!ex.IsAskedBy(stopping.Token))
        {
            LogFailed(ex);
        }
    }

    [LoggerMessage(EventId = 1110, Level = LogLevel.Debug, Message = "Embedding stopped; what is missing is embedded after the next start.")]
    private partial void LogStopped();

    [LoggerMessage(EventId = 1111, Level = LogLevel.Warning, Message = "Embedding was interrupted; texts stay searchable by words, and what is missing is tried again later.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(EventId = 1112, Level = LogLevel.Debug, Message = "Embedding is tried again after {Pause}, or when it is asked for.")]
    private partial void LogRetry(TimeSpan pause);
}
