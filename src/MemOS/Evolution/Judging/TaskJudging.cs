using System.Collections.Concurrent;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Scheduling;
using MemOS.Storage;
using Microsoft.Extensions.Logging;

namespace MemOS.Evolution.Judging;

/// <summary>Has a model judge what finished tasks hang on, within the ceiling; where it cannot be asked, the rules stand.</summary>
/// <remarks>
/// Nothing waits for a model: a task that it was not asked about in time is written as the rules judged it. Opinions are kept in memory,
/// so that a session that grows is not asked about again. Safe for concurrent use.
/// </remarks>
internal sealed partial class TaskJudging(IMemoryStore store, MemoryOSOptions options, ChatTaskJudge judge, ILogger logger)
{
    private const int MostKept = 20_000;

    private readonly ModelAccount account = new(store, options);
    private readonly ConcurrentDictionary<MemoryId, TurnOpinion> known = new();
    private int failures;

    // In UTC ticks: the background and a caller may ask at the same time.
    private long quietUntil;

    /// <summary>The judge of a memory's options; <see langword="null"/> when no model is configured, or none is wanted.</summary>
    public static TaskJudging? Of(IMemoryStore store, MemoryOSOptions options)
    {
        var reader = ReadingPlan.Of(options).Fine as ChatClientMemReader;
        return options.Evolution.IsJudgedByModel && (options.Evolution.Judge ?? reader?.Client) is { } client
            ? new(store, options, new(client, options.Evolution.Judge is null ? reader!.Options : new()), options.LoggerFactory.CreateLogger<TaskJudging>())
            : null;
    }

    /// <summary>Asks about what finished tasks of these messages hang on, as far as that is not known.</summary>
    /// <returns>All opinions on these messages' turns.</returns>
    public async Task<IReadOnlyDictionary<MemoryId, TurnOpinion>> AskAsync(
        CubeAccess access, IReadOnlyList<EvidenceItem> items, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tasks = new EvolutionEngine(options.Evolution).Segment(items, tools, now).Tasks;
        foreach (var batch in JudgingBatch.Of(items, tasks, known.ContainsKey))
        {
            if (!await TryAskAsync(access, batch, cancellationToken).ConfigureAwait(false))
            {
                break;
            }
        }

        return Among(items);
    }

    private Dictionary<MemoryId, TurnOpinion> Among(IReadOnlyList<EvidenceItem> items)
    {
        var opinions = new Dictionary<MemoryId, TurnOpinion>();
        foreach (var item in items)
        {
            if (known.TryGetValue(item.Id, out var opinion))
            {
                opinions[item.Id] = opinion;
            }
        }

        return opinions;
    }

    private async Task<bool> TryAskAsync(CubeAccess access, JudgingBatch batch, CancellationToken cancellationToken)
    {
        if (options.TimeProvider.GetUtcNow().UtcTicks < Interlocked.Read(ref quietUntil))
        {
            return false;
        }

        var allowance = await account.ReserveAsync(access, judge.Expected(batch), cancellationToken).ConfigureAwait(false);
        if (allowance.Until is { } lifted)
        {
            LogCeiling(judge.Name, allowance.Reason!, lifted);
            return false;
        }

        var usage = allowance.Usage;
        try
        {
            using var timeout = new CancellationTokenSource(options.Evolution.JudgeTimeout, options.TimeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            var (opinions, taken) = await judge.AskAsync(batch, MayCallAgainAsync, either.Token).ConfigureAwait(false);
            usage = taken;
            Keep(opinions);
            Interlocked.Exchange(ref failures, 0);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            usage = (error as MemoryReadingException)?.Usage ?? usage;
            var until = options.TimeProvider.GetUtcNow() + ModelReading.PauseAfter(Interlocked.Increment(ref failures) - 1);
            Interlocked.Exchange(ref quietUntil, until.UtcTicks);
            LogFailed(judge.Name, error is MemoryReadingException ? error.Message : ModelFailure.Describe(error), until);
            return false;
        }
        finally
        {
            await account.SettleAsync(access, batch.Session, allowance, usage).ConfigureAwait(false);
        }

        async Task<bool> MayCallAgainAsync(CancellationToken token)
        {
            var more = await account.ReserveAsync(access, judge.Expected(batch), token).ConfigureAwait(false);
            allowance = allowance with { Usage = allowance.Usage + more.Usage };
            return more.Until is null;
        }
    }

    private void Keep(IReadOnlyDictionary<MemoryId, TurnOpinion> opinions)
    {
        if (known.Count + opinions.Count > MostKept)
        {
            known.Clear();
        }

        foreach (var (message, opinion) in opinions)
        {
            known[message] = opinion;
        }
    }

    [LoggerMessage(EventId = 1210, Level = LogLevel.Debug, Message = "{Model} is not asked about tasks: {Reason}. It is again at {Until}; the rules judge meanwhile.")]
    private partial void LogCeiling(string model, string reason, DateTimeOffset until);

    [LoggerMessage(EventId = 1211, Level = LogLevel.Warning, Message = "{Model} could not judge tasks: {Reason} The rules judge alone until {Until}.")]
    private partial void LogFailed(string model, string reason, DateTimeOffset until);
}
