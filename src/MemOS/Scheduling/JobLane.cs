using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace MemOS.Scheduling;

/// <summary>
/// One kind of durable work, done in the background and on demand. Lanes run side by side, so that slow work never holds up quick work; within
/// a lane a bounded number of sessions is worked on at a time.
/// </summary>
internal sealed partial class JobLane : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);

    private readonly JobKind kind;
    private readonly int concurrency;
    private readonly IJobStore jobs;
    private readonly Func<CancellationToken, Task<bool>> doNext;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    // One signal is enough: a drain takes everything that is due, whoever added it.
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim oneDrain = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private Task loop = Task.CompletedTask;

    /// <param name="kind">The kind of jobs.</param>
    /// <param name="concurrency">How many sessions at a time.</param>
    /// <param name="jobs">Where the jobs are.</param>
    /// <param name="doNext">Takes jobs of one session and does them; <see langword="false"/> when none is due.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures go.</param>
    public JobLane(JobKind kind, int concurrency, IJobStore jobs, Func<CancellationToken, Task<bool>> doNext, TimeProvider time, ILogger logger)
    {
        this.kind = kind;
        this.concurrency = concurrency;
        this.jobs = jobs;
        this.doNext = doNext;
        this.time = time;
        this.logger = logger;
    }

    public void Start()
    {
        loop = Task.Run(RunAsync);
        Notify();
    }

    public void Notify() => signals.Writer.TryWrite(true);

    /// <summary>Works until nothing is due.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await oneDrain.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => WorkAsync(cancellationToken))).ConfigureAwait(false);
        }
        finally
        {
            oneDrain.Release();
        }
    }

    /// <summary>Takes no more signals, lets the work that is due be finished for at most a grace period, and then stops it.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        signals.Writer.TryComplete();
        try
        {
            await loop.WaitAsync(grace, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            LogCutShort(kind);
        }

        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero).ConfigureAwait(false);
        stopping.Dispose();
        oneDrain.Dispose();
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (await doNext(cancellationToken).ConfigureAwait(false));
    }

    private async Task RunAsync()
    {
        try
        {
            while (await signals.Reader.WaitToReadAsync(stopping.Token).ConfigureAwait(false))
            {
                signals.Reader.TryRead(out _);
                await TryDrainAsync().ConfigureAwait(false);
                await WaitForLaterAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped(kind);
        }
    }

    private async Task TryDrainAsync()
    {
        try
        {
            await DrainAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (Exception ex) when (!ex.IsAskedBy(stopping.Token))
        {
            // The jobs are still queued: the next signal, flush or start tries again.
            LogDrainFailed(ex, kind);
        }
    }

    // What waits for a later try rings by itself; whatever else is added meanwhile is not held up by it.
    private async Task WaitForLaterAsync()
    {
        try
        {
            if (await jobs.NextDueAsync(kind, stopping.Token).ConfigureAwait(false) is { } due)
            {
                var pause = due - time.GetUtcNow();
                using var timer = time.CreateTimer(_ => Notify(), null, pause > ShortestPause ? pause < Longest ? pause : Longest : ShortestPause, Timeout.InfiniteTimeSpan);
                await signals.Reader.WaitToReadAsync(stopping.Token).ConfigureAwait(false);
            }
        }
        catch (Exception ex) when (!ex.IsAskedBy(stopping.Token))
        {
            LogDrainFailed(ex, kind);
        }
    }

    private static TimeSpan Longest => TimeSpan.FromHours(1);

    [LoggerMessage(EventId = 1001, Level = LogLevel.Debug, Message = "Work of kind {Kind} stopped; what is left is queued in the store.")]
    private partial void LogStopped(JobKind kind);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Work of kind {Kind} was interrupted; the evidence is safe and stays queued.")]
    private partial void LogDrainFailed(Exception exception, JobKind kind);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Information, Message = "Work of kind {Kind} was not finished at closing; the rest is queued in the store.")]
    private partial void LogCutShort(JobKind kind);
}
