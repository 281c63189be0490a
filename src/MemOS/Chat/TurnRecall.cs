using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall.Tasks;

namespace MemOS.Chat;

/// <summary>Recalls for a turn: what the user's last words call for, without what the prompt shows already. Fails open.</summary>
internal static class TurnRecall
{
    // An answer as short as this means nothing without what it answers.
    private const int FewWords = 3;
    private const int LongestContext = 400;

    public static async Task<RecallOutcome> RunAsync(
        MemoryTurns turns, CubeAccess access, List<TurnMessage> incoming, HashSet<MemoryId> exclude, MemoryTurnOptions settings, CancellationToken cancellationToken)
    {
        var clock = turns.Memory.Options.TimeProvider;
        var started = clock.GetTimestamp();
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.SearchMemory);
        using var timeout = new CancellationTokenSource(settings.RecallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var outcome = await RecallAsync(turns, access, incoming, exclude, settings, either.Token).ConfigureAwait(false);
            activity?.SetTag(MemOSTelemetry.RecordCount, outcome.Result.Items.Count).SetTag(MemOSTelemetry.InjectedTokens, outcome.Block?.Tokens ?? 0);
            return outcome;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            MemOSTelemetry.Fail(activity, error);
            MemOSTelemetry.RecallFailures.Add(1);
            turns.Log.RecallFailed(error);
            return RecallOutcome.None with { Failed = true };
        }
        finally
        {
            MemOSTelemetry.RecallDuration.Record(clock.GetElapsedTime(started).TotalSeconds);
        }
    }

    /// <summary>What to search for: the person's words since the last answer, with the question before them when they are few.</summary>
    internal static string QueryOf(List<TurnMessage> incoming)
    {
        var last = incoming.FindLastIndex(message => message.IsUser && message.Draft is not null);
        if (last < 0)
        {
            return "";
        }

        var first = last;
        while (first > 0 && incoming[first - 1].IsUser && incoming[first - 1].Draft is not null && incoming[first - 1].Draft!.Author == incoming[last].Draft!.Author)
        {
            first--;
        }

        var words = string.Join('\n', incoming.Skip(first).Take(last - first + 1).Select(message => message.Draft!.Text));
        var before = incoming.Take(first).LastOrDefault(message => message.Draft is { Role: not EvidenceRole.Tool, Text.Length: > 0 })?.Draft!.Text;
        return before is null || (words.AsSpan().Count(' ') >= FewWords && !TaskQuestion.IsVague(words)) ? words : before[Math.Max(0, before.Length - LongestContext)..] + "\n" + words;
    }

    private static async Task<RecallOutcome> RecallAsync(
        MemoryTurns turns, CubeAccess access, List<TurnMessage> incoming, HashSet<MemoryId> exclude, MemoryTurnOptions settings, CancellationToken cancellationToken)
    {
        var pins = settings.PinTokens == 0 ? [] : await PinnedInstructions.ListAsync(turns.Memory.Store, access, cancellationToken).ConfigureAwait(false);
        var pinned = pins.Count == 0 ? null : RecallBlock.CreatePins(pins, settings.PinTokens, turns.Counter);
        var query = QueryOf(incoming);
        var budget = settings.BudgetTokens - RecallBlock.Overhead(turns.Counter);
        if (budget <= 0 || string.IsNullOrWhiteSpace(query))
        {
            return RecallOutcome.None with { Pins = pinned };
        }

        var asked = incoming.FindLast(message => message.IsUser && message.Draft is not null)!.Draft!.Time;
        var options = turns.Memory.Options.Recall with { BudgetTokens = budget, Gate = true, Exclude = exclude, AskedAt = asked };
        var result = await turns.Memory.SearchAsync(query, access.Scope, options, cancellationToken).ConfigureAwait(false);
        var said = result.Items.Where(item => item.Origin is RecordOrigin.User or RecordOrigin.Manual);
        return new(
            result,
            RecallBlock.Create(RecallLines.Of(result), settings.BudgetTokens, turns.Counter),
            RecallBlock.Create(said.Select(RecallLines.Of), settings.BudgetTokens, turns.Counter),
            pinned,
            Failed: false);
    }
}
