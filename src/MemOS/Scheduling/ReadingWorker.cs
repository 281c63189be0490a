using MemOS.Consolidation;
using MemOS.Cubes;
using MemOS.Evidence;
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
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(0.25);

    private readonly IMemoryStore store;
    private readonly EmbeddingLane? embedding;
    private readonly ReadingPlan plan;
    private readonly ModelReading? model;
    private readonly Consolidator consolidator;
    private readonly ReplacedStatements replaced;
    private readonly MemoryOSOptions options;
    private readonly ILogger logger;
    private readonly List<JobLane> lanes = [];

    public ReadingWorker(IMemoryStore store, TextEmbedder? embedder, MemoryOSOptions options)
    {
        this.store = store;
        this.options = options;
        logger = options.LoggerFactory.CreateLogger<MemoryOS>();
        embedding = embedder is null ? null : new(embedder, options.TimeProvider, logger);
        consolidator = new(store.Records, store.Recall);
        replaced = new(store.Records, store.Recall);
        plan = ReadingPlan.Of(options);
        if (plan.Fast is { } rules)
        {
            lanes.Add(new(JobKind.Read, 1, store.Jobs, (dueBy, cancellationToken) => ReadNextAsync(rules, dueBy, cancellationToken), options.TimeProvider, logger));
        }

        if (plan.Fine is { } reader)
        {
            model = new(store, reader, options, logger);
            lanes.Add(new(plan.FineKind, options.ModelConcurrency, store.Jobs, RefineNextAsync, options.TimeProvider, logger));
        }
    }

    public void Start()
    {
        lanes.ForEach(static lane => lane.Start());
        embedding?.Start();
    }

    public void Notify() => lanes.ForEach(static lane => lane.Notify());

    /// <summary>Tries what is due, once; of what the model reads, until it has failed a few times in a row.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        // In their order: what the rules have read is then read by the model.
        foreach (var lane in lanes)
        {
            await lane.DrainAsync(cancellationToken).ConfigureAwait(false);
        }

        if (embedding is not null)
        {
            await embedding.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads by rules until nothing waits for them; what a model reads is not waited for.</summary>
    public Task DrainRulesAsync(CancellationToken cancellationToken) => plan.Fast is null ? Task.CompletedTask : lanes[0].DrainAsync(cancellationToken);

    /// <summary>Completes when nothing of a scope's cubes is due or under way, in this process or another.</summary>
    public async Task WhenReadAsync(CubeAccess access, CancellationToken cancellationToken)
    {
        while (true)
        {
            await DrainAsync(cancellationToken).ConfigureAwait(false);
            if (await store.Jobs.CountDueAsync(access, [.. Kinds], cancellationToken).ConfigureAwait(false) == 0)
            {
                return;
            }

            // Another process has the rest.
            await Task.Delay(Recheck, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // In their order, and in one grace period: what the rules have read goes on to the model.
        var started = options.TimeProvider.GetTimestamp();
        foreach (var lane in lanes)
        {
            var left = options.DisposeGrace - options.TimeProvider.GetElapsedTime(started);
            await lane.StopAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero).ConfigureAwait(false);
            await lane.DisposeAsync().ConfigureAwait(false);
        }

        if (embedding is not null)
        {
            var left = options.DisposeGrace - options.TimeProvider.GetElapsedTime(started);
            await embedding.StopAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero).ConfigureAwait(false);
            await embedding.DisposeAsync().ConfigureAwait(false);
        }
    }

    // What this process does not do, such as reading by a model that it does not have or that is out of order, it does not wait for either.
    private IEnumerable<JobKind> Kinds => lanes.Where(static lane => !lane.IsResting).Select(static lane => lane.Kind);

    private async Task<LaneStep> ReadNextAsync(IMemReader rules, DateTimeOffset dueBy, CancellationToken cancellationToken)
    {
        var leases = await store.Jobs.LeaseAsync(JobKind.Read, JobsPerLease, LeaseDuration, dueBy, cancellationToken).ConfigureAwait(false);
        if (leases.Count == 0)
        {
            return LaneStep.Idle;
        }

        try
        {
            // Once leased, the work is finished even when the worker is asked to stop: it is short, and giving it up would cost a lease.
            var access = await store.Jobs.AccessAsync(leases[0], CancellationToken.None).ConfigureAwait(false);
            var (items, preceding) = await LoadAsync(access, leases, CancellationToken.None).ConfigureAwait(false);
            var (told, _) = await SmallCube.RecordsAsync(store.Records, access, items, CancellationToken.None).ConfigureAwait(false);
            var result = items.Count == 0 ? ReadingResult.Empty : await rules.ReadAsync(new() { Items = items, Preceding = preceding, Related = told }, CancellationToken.None).ConfigureAwait(false);
            IReadOnlyList<JobLease> completes = plan.Fine is null ? leases : [.. leases.Select(lease => lease with { Then = JobKind.Refine })];
            await ApplyAsync(access, result.Records, items, completes, CancellationToken.None).ConfigureAwait(false);
            if (plan.Fine is not null)
            {
                lanes[^1].Notify();
            }
        }
        catch (Exception ex)
        {
            await FailAsync(ex, leases, rules.Name, attempts => TimeSpan.FromSeconds(Math.Pow(2, attempts))).ConfigureAwait(false);
        }

        return LaneStep.Done;
    }

    private async Task<LaneStep> RefineNextAsync(DateTimeOffset dueBy, CancellationToken cancellationToken)
    {
        await model!.ResumeAsync(plan.FineKind, cancellationToken).ConfigureAwait(false);
        var leases = await store.Jobs.LeaseAsync(plan.FineKind, ModelReading.JobsPerLease, LeaseDuration, dueBy, cancellationToken).ConfigureAwait(false);
        if (leases.Count == 0)
        {
            return LaneStep.Idle;
        }

        // What failed before is not read with others again.
        var isApart = leases.Count > 1 && leases[0].Attempts > 0;
        if (!isApart && await TryRefineAsync(leases, cancellationToken).ConfigureAwait(false) is { } step)
        {
            return step;
        }

        // One job's messages may be what the model cannot read, or what the ceiling leaves room for: its neighbours are given back untried, and the first is read by itself.
        await store.Jobs.ReleaseAsync([.. leases.Skip(1)], cancellationToken: CancellationToken.None).ConfigureAwait(false);
        return await TryRefineAsync([leases[0]], cancellationToken).ConfigureAwait(false) ?? LaneStep.Done;
    }

    /// <returns><see langword="null"/> when several jobs together failed or went beyond the ceiling, which counts for none of them: they are still held.</returns>
    private async Task<LaneStep?> TryRefineAsync(IReadOnlyList<JobLease> leases, CancellationToken cancellationToken)
    {
        var held = CancellationToken.None;
        try
        {
            var keeper = LeaseKeeper.Start(store.Jobs, leases, LeaseDuration, options.TimeProvider, logger, cancellationToken);
            held = keeper.Token;
            await using (keeper.ConfigureAwait(false))
            {
                var access = await store.Jobs.AccessAsync(leases[0], keeper.Token).ConfigureAwait(false);
                var (items, preceding) = await LoadAsync(access, leases, keeper.Token).ConfigureAwait(false);
                if (await model!.ReadAsync(access, leases, items, preceding, keeper.Token).ConfigureAwait(false) is not { } records)
                {
                    return leases.Count > 1 ? null : LaneStep.Done;
                }

                await ApplyAsync(access, await replaced.WithoutAsync(access, records, keeper.Token).ConfigureAwait(false), items, leases, keeper.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await store.Jobs.ReleaseAsync(leases, cancellationToken: CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            LogLeaseLost(leases.Count, plan.Fine!.Name);
        }
        catch (Exception ex)
        {
            MemOSTelemetry.ReadingFailures.Add(1);
            if (leases.Count > 1)
            {
                LogReadApart(ex, leases.Count, plan.Fine!.Name);
                return null;
            }

            await FailAsync(ex, leases, plan.Fine!.Name, ModelReading.PauseAfter).ConfigureAwait(false);
            return ex is MemoryReadingException { IsUnavailable: false } ? LaneStep.Done : LaneStep.Unanswered;
        }

        return LaneStep.Done;
    }

    private async Task<(IReadOnlyList<EvidenceItem> Items, IReadOnlyList<EvidenceItem> Preceding)> LoadAsync(CubeAccess access, IReadOnlyList<JobLease> leases, CancellationToken cancellationToken)
    {
        var items = await store.Jobs.LoadAsync(leases, cancellationToken).ConfigureAwait(false);
        return items.Count == 0 ? (items, []) : (items, await store.Evidence.GetPrecedingAsync(access, items[0].Id, ContextMessages, cancellationToken).ConfigureAwait(false));
    }

    private async Task ApplyAsync(CubeAccess access, IReadOnlyList<RecordDraft> records, IReadOnlyList<EvidenceItem> items, IReadOnlyList<JobLease> completes, CancellationToken cancellationToken)
    {
        var changes = await consolidator.PlanAsync(access, records, items, cancellationToken).ConfigureAwait(false);
        await store.Records.ApplyAsync(access, changes, completes, cancellationToken).ConfigureAwait(false);
        embedding?.Add(access);
    }

    private async Task FailAsync(Exception error, IReadOnlyList<JobLease> leases, string reader, Func<int, TimeSpan> pause)
    {
        LogReadingFailed(error, leases.Count, reader);
        foreach (var lease in leases)
        {
            var delay = lease.Attempts + 1 >= MaxAttempts ? (TimeSpan?)null : pause(lease.Attempts);
            await store.Jobs.FailAsync(lease, error is MemOSException ? error.Message : ModelFailure.Describe(error), delay, CancellationToken.None).ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "{Reader} could not read {Count} job(s); they are tried again later, and the evidence stays searchable.")]
    private partial void LogReadingFailed(Exception exception, int count, string reader);

    [LoggerMessage(EventId = 1007, Level = LogLevel.Warning, Message = "{Reader} could not read {Count} jobs together; they are read one by one.")]
    private partial void LogReadApart(Exception exception, int count, string reader);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Warning, Message = "{Reader} took longer than its lease of {Count} job(s) could be renewed; another process reads them.")]
    private partial void LogLeaseLost(int count, string reader);
}
