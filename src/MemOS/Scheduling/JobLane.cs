using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace MemOS.Scheduling;

/// <summary>
/// One kind of durable work, done in the background and on demand. Lanes run side by side, so that slow work never holds up quick work; within
/// a lane a bounded number of sessions is worked on at a time. A drain tries each job once; where the model fails a few times in a row it
/// stops, the untried jobs keep their tries, and the background goes on after a growing pause.
/// </summary>
internal sealed partial class JobLane : IAsyncDisposable
{
    // So many sessions whose reading could not be asked for, one after the other: that is not for what they say.
    private const int FailuresWhenDown = 3;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly JobKind kind;
    private readonly int concurrency;
    private readonly IJobStore jobs;
    private readonly Func<DateTimeOffset, CancellationToken, Task<LaneStep>> doNext;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    // One signal is enough: a drain takes everything that is due, whoever added it.
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim oneDrain = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly Outage outage;
    private Task loop = Task.CompletedTask;

    /// <param name="kind">The kind of jobs.</param>
    /// <param name="concurrency">How many sessions at a time.</param>
    /// <param name="jobs">Where the jobs are.</param>
    /// <param name="doNext">Takes jobs of one session that were due by a time, and does them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures go.</param>
    public JobLane(JobKind kind, int concurrency, IJobStore jobs, Func<DateTimeOffset, CancellationToken, Task<LaneStep>> doNext, TimeProvider time, ILogger logger)
    {
        this.kind = kind;
        this.concurrency = concurrency;
        this.jobs = jobs;
        this.doNext = doNext;
        this.time = time;
        this.logger = logger;
        outage = new(FailuresWhenDown, LongestPause, time);
    }

    /// <summary>The kind of jobs.</summary>
    public JobKind Kind => kind;

    /// <summary>Whether the model failed a few times in a row and is left alone for now.</summary>
    public bool IsResting => outage.Left is not null;

    public void Start()
    {
        loop = Task.Run(RunAsync);
        Notify();
    }

    public void Notify() => signals.Writer.TryWrite(true);

    /// <summary>Tries what is due, each job once, or until the model has failed a few times in a row.</summary>
    /// <returns>Whether anything was due.</returns>
    public async Task<bool> DrainAsync(CancellationToken cancellationToken)
    {
        var outages = outage.Times;
        await oneDrain.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The model was found out of order while this was waiting for its turn: that was the try.
            if (outage.Times > outages)
            {
                return false;
            }

            // What fails is due again later, and that is another drain's.
            outage.Forgive();
            var dueBy = time.GetUtcNow();
            using var stop = new CancellationTokenSource();
            var worked = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => WorkAsync(dueBy, stop, cancellationToken))).ConfigureAwait(false);
            return worked.Contains(true);
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

    private async Task<bool> WorkAsync(DateTimeOffset dueBy, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        var hasWorked = false;
        while (!stop.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (await doNext(dueBy, cancellationToken).ConfigureAwait(false))
            {
                case LaneStep.Idle:
                    return hasWorked;
                case LaneStep.Unanswered when outage.Fail() is { } pause:
                    LogResting(kind, FailuresWhenDown, pause);
                    await stop.CancelAsync().ConfigureAwait(false);
                    break;
                case LaneStep.Done:
                    outage.Succeed();
                    break;
            }

            hasWorked = true;
        }

        return hasWorked;
    }

    private async Task RunAsync()
    {
        try
        {
            while (await signals.Reader.WaitToReadAsync(stopping.Token).ConfigureAwait(false))
            {
                signals.Reader.TryRead(out _);

                // A job may have become due during a drain.
                while (!IsResting && await TryDrainAsync().ConfigureAwait(false))
                {
                }

                await WaitForLaterAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped(kind);
        }
    }

    private async Task<bool> TryDrainAsync()
    {
        try
        {
            return await DrainAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (Exception ex) when (!ex.IsAskedBy(stopping.Token))
        {
            // The jobs are still queued: the next signal, flush or start tries again.
            LogDrainFailed(ex, kind);
            return false;
        }
    }

    // What waits for a later try rings by itself; whatever else is added meanwhile is not held up by it.
    private async Task WaitForLaterAsync()
    {
        try
        {
            var pause = outage.Left ?? await jobs.NextDueAsync(kind, stopping.Token).ConfigureAwait(false) - time.GetUtcNow();
            if (pause is { } wait)
            {
                using var timer = time.CreateTimer(_ => Notify(), null, wait > ShortestPause ? wait < LongestPause ? wait : LongestPause : ShortestPause, Timeout.InfiniteTimeSpan);
                await signals.Reader.WaitToReadAsync(stopping.Token).ConfigureAwait(false);
            }
        }
        catch (Exception ex) when (!ex.IsAskedBy(stopping.Token))
        {
            LogDrainFailed(ex, kind);
        }
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Debug, Message = "Work of kind {Kind} stopped; what is left is queued in the store.")]
    private partial void LogStopped(JobKind kind);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Work of kind {Kind} was interrupted; the evidence is safe and stays queued.")]
    private partial void LogDrainFailed(Exception exception, JobKind kind);

    [LoggerMessage(EventId = 1012, Level = LogLevel.Warning, Message = "Work of kind {Kind} stopped after the model failed {Failures} times in a row; what was not tried keeps its tries, and the background goes on after {Pause}.")]
    private partial void LogResting(JobKind kind, int failures, TimeSpan pause);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Information, Message = "Work of kind {Kind} was not finished at closing; the rest is queued in the store.")]
    private partial void LogCutShort(JobKind kind);
}
