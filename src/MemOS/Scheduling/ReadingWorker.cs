using System.Threading.Channels;
using MemOS.Consolidation;
using MemOS.Reading;
using MemOS.Recall.Vectors;
using MemOS.Storage;
using Microsoft.Extensions.Logging;

namespace MemOS.Scheduling;

/// <summary>Reads queued evidence into records, off the response path: lease, read, consolidate, apply with the job's completion.</summary>
internal sealed partial class ReadingWorker : IAsyncDisposable
{
    private const int JobsPerLease = 32;
    private const int ContextMessages = 6;
    private const int MaxAttempts = 8;
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromMinutes(2);

    private readonly IMemoryStore store;
    private readonly IMemReader reader;
    private readonly TextEmbedder? embedder;
    private readonly Consolidator consolidator;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    // One signal is enough: a drain takes everything that is due, whoever added it.
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim oneDrain = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private Task loop = Task.CompletedTask;

    public ReadingWorker(IMemoryStore store, IMemReader reader, TextEmbedder? embedder, TimeProvider time, ILogger logger)
    {
        this.embedder = embedder;
        this.store = store;
        this.reader = reader;
        this.time = time;
        this.logger = logger;
        consolidator = new(store.Records, store.Recall);
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
            while (await ReadNextAsync(cancellationToken).ConfigureAwait(false))
            {
            }
        }
        finally
        {
            oneDrain.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        signals.Writer.TryComplete();
        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        stopping.Dispose();
        oneDrain.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var signal in signals.Reader.ReadAllAsync(stopping.Token).ConfigureAwait(false))
            {
                await TryDrainAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task TryDrainAsync()
    {
        try
        {
            await DrainAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // The jobs are still queued: the next signal, flush or start tries again.
            LogDrainFailed(ex);
        }
    }

    private async Task<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var leases = await store.Jobs.LeaseAsync(JobKind.Read, JobsPerLease, LeaseDuration, cancellationToken).ConfigureAwait(false);
        if (leases.Count == 0)
        {
            return false;
        }

        try
        {
            // Once leased, the work is finished even when the worker is asked to stop: it is short, and giving it up would cost a lease.
            await ReadAsync(leases, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            LogReadingFailed(ex, leases.Count, reader.Name);
            foreach (var lease in leases)
            {
                var delay = lease.Attempts + 1 >= MaxAttempts ? (TimeSpan?)null : TimeSpan.FromSeconds(Math.Pow(2, lease.Attempts));
                await store.Jobs.FailAsync(lease, ex.Message, delay, CancellationToken.None).ConfigureAwait(false);
            }
        }

        return true;
    }

    private async Task ReadAsync(IReadOnlyList<JobLease> leases, CancellationToken cancellationToken)
    {
        var access = await store.Jobs.AccessAsync(leases[0], cancellationToken).ConfigureAwait(false);
        var items = await store.Jobs.LoadAsync(leases, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RecordChange> changes = [];
        if (items.Count > 0)
        {
            var preceding = await store.Evidence.GetPrecedingAsync(access, items[0].Id, ContextMessages, cancellationToken).ConfigureAwait(false);
            var result = await reader.ReadAsync(new() { Items = items, Preceding = preceding }, cancellationToken).ConfigureAwait(false);
            changes = await consolidator.PlanAsync(access, result.Records, items, cancellationToken).ConfigureAwait(false);
        }

        await store.Records.ApplyAsync(access, changes, leases, cancellationToken).ConfigureAwait(false);
        if (embedder is not null)
        {
            await embedder.CompleteAsync(access, cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Debug, Message = "Reading stopped; what is left is queued in the store.")]
    private partial void LogStopped();

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Reading was interrupted; the evidence is safe and stays queued.")]
    private partial void LogDrainFailed(Exception exception);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "{Reader} could not read {Count} job(s); they are tried again later, and the evidence stays searchable.")]
    private partial void LogReadingFailed(Exception exception, int count, string reader);
}
