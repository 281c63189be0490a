using System.Collections.Concurrent;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Reading.Extraction;
using MemOS.Storage;
using Microsoft.Extensions.Logging;

namespace MemOS.Scheduling;

/// <summary>Reads by a model, within its ceiling, and notes in the ledger what it cost.</summary>
internal sealed partial class ModelReading(IMemoryStore store, IMemReader reader, MemoryOSOptions options, ILogger logger)
{
    /// <summary>How many jobs of a session one reading takes: few, so that a failure costs little and a call has enough to read.</summary>
    public const int JobsPerLease = 2;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private readonly ModelAccount account = new(store, options);
    private readonly RelatedRecords related = new(store);
    private readonly ConcurrentDictionary<int, DateTimeOffset> toldUntil = new();
    private ReadingCeiling? resumedFor;

    /// <summary>How long a job waits after so many failed attempts: 5 s, 15 s, 45 s, … up to an hour, for endpoints may be down for long.</summary>
    public static TimeSpan PauseAfter(int attempts)
    {
        var pause = TimeSpan.FromSeconds(5 * Math.Pow(3, Math.Min(attempts, 8)));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>Makes jobs due again that a ceiling put off which now leaves room: it was lifted or raised since, in an earlier run or in this one.</summary>
    public async Task ResumeAsync(JobKind kind, CancellationToken cancellationToken)
    {
        var ceiling = options.ReadingCeiling;
        if (ceiling == Interlocked.Exchange(ref resumedFor, ceiling))
        {
            return;
        }

        foreach (var cube in await store.Jobs.FindPausedAsync(kind, cancellationToken).ConfigureAwait(false))
        {
            var access = new CubeAccess(new() { User = "" }, [cube], [cube]);
            if (await account.HasRoomAsync(access, cancellationToken).ConfigureAwait(false))
            {
                await store.Jobs.ResumeAsync(access, kind, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads messages.</summary>
    /// <returns>What was read; <see langword="null"/> when a ceiling stands in the way: a single job was put off, of several one may still fit.</returns>
    public async Task<IReadOnlyList<RecordDraft>?> ReadAsync(CubeAccess access, IReadOnlyList<JobLease> leases, IReadOnlyList<EvidenceItem> items, IReadOnlyList<EvidenceItem> preceding, CancellationToken cancellationToken)
    {
        if (!items.Any(ExtractionBatch.IsReadable))
        {
            return [];
        }

        // What is sent is counted whole, before anything is: the known records too.
        var known = await related.FindAsync(access, items, cancellationToken).ConfigureAwait(false);
        var request = new ReadingRequest { Items = items, Preceding = preceding, Related = known };
        var expected = Expected(request);
        var allowance = await account.ReserveAsync(access, leases.Count == 1 ? options.ReadingCeiling.Bounded(expected) : expected, cancellationToken).ConfigureAwait(false);
        if (allowance.Until is { } until)
        {
            if (leases.Count == 1)
            {
                await PutOffAsync(access, leases, allowance, until).ConfigureAwait(false);
            }

            return null;
        }

        using var activity = MemOSTelemetry.Start(MemOSTelemetry.UpsertMemory);
        var usage = default(ModelUsage);
        try
        {
            request = request with
            {
                MayCallAgainAsync = async token =>
                {
                    // What was refused before it was read used no tokens: those that were noted serve the next call.
                    var more = await account.ReserveAsync(access, new(1, 0, 0), token).ConfigureAwait(false);
                    allowance = allowance with { Usage = allowance.Usage + more.Usage };
                    return more.Until is null;
                },
            };

            // From here on the model may have been asked.
            usage = expected;
            var result = await reader.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            usage = result.Usage;
            activity?.SetTag(MemOSTelemetry.RecordCount, result.Records.Count);
            LogRead(reader.Name, items.Count, result.Records.Count, result.Rejected);
            return result.Records;
        }
        catch (Exception ex)
        {
            MemOSTelemetry.Fail(activity, ex);
            usage = (ex as MemoryReadingException)?.Usage ?? usage;
            throw;
        }
        finally
        {
            await account.SettleAsync(access, leases[0].Session, allowance, usage).ConfigureAwait(false);
        }
    }

    private ModelUsage Expected(ReadingRequest request) => new(
        Math.Max(reader.CountCalls(request), 1),
        reader.CountTokens(request) ?? request.Items.Sum(item => (long)(options.TokenCounter ?? Counter).Count(ExtractionBatch.Shown(item))),
        0);

    private static Tokens.EstimatingTokenCounter Counter { get; } = new();

    private async Task PutOffAsync(CubeAccess access, IReadOnlyList<JobLease> leases, ReadingAllowance allowance, DateTimeOffset until)
    {
        await store.Jobs.ReleaseAsync(leases, until, $"{allowance.Reason}; reading by {reader.Name} goes on at {until:yyyy-MM-dd HH:mm} UTC.", CancellationToken.None).ConfigureAwait(false);
        MemOSTelemetry.ReadingCeilings.Add(1);
        if (toldUntil.TryGetValue(access.Home, out var told) && told >= until)
        {
            return;
        }

        toldUntil[access.Home] = until;
        LogCeiling(reader.Name, allowance.Reason!, until);
    }

    [LoggerMessage(EventId = 1010, Level = LogLevel.Debug, Message = "{Reader} read {Messages} message(s) into {Records} statement(s); {Rejected} of its statements were turned down.")]
    private partial void LogRead(string reader, int messages, int records, int rejected);

    [LoggerMessage(EventId = 1011, Level = LogLevel.Warning, Message = "Reading by {Reader} is stopped by its ceiling: {Reason}. It goes on at {Until}; messages are kept and searchable, and the rules go on reading.")]
    private partial void LogCeiling(string reader, string reason, DateTimeOffset until);
}
