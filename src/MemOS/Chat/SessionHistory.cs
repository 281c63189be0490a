using MemOS.Cubes;
using MemOS.Evidence;
using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>Reads a session's log back as the messages of a prompt, reduced to a window.</summary>
internal static class SessionHistory
{
    // Where reading begins moves this many messages at a time, so that between two moves every prompt starts like the one before.
    private const int Step = 256;

    public static async Task<List<TurnMessage>> LoadAsync(
        MemoryTurns turns, CubeAccess access, SessionTurns session, IReadOnlyList<TurnMessage> incoming, MemoryTurnOptions settings, CancellationToken cancellationToken)
    {
        var evidence = turns.Memory.Store.Evidence;
        var own = incoming.Select(message => message.Evidence).OfType<MemoryId>().ToHashSet();
        var log = await evidence.GetLogAsync(access, access.Scope.Session, 2 * Step, [], cancellationToken).ConfigureAwait(false);
        var ids = log.Where(entry => !entry.IsErased && !own.Contains(entry.Id)).Select(entry => entry.Id).ToList();
        var items = (await evidence.GetAsync(access, ids, cancellationToken).ConfigureAwait(false)).Where(item => item.State == EvidenceState.Active).ToList();
        if (log.Count == 2 * Step)
        {
            var start = items.FindIndex(item => item.Position % Step == 0);
            items.RemoveRange(0, Math.Max(0, start));
        }

        var history = items.ConvertAll(item => Read(item, session, turns));
        var keep = Keep(Measure([.. history, .. incoming]), settings);
        return [.. history.Where((_, i) => keep[i])];
    }

    /// <summary>What the reduction of a window knows of each message of a prompt.</summary>
    public static List<WindowMessage> Measure(List<TurnMessage> messages) => messages.ConvertAll(message => new WindowMessage(
        message.Tokens,
        message.IsUser,
        message.Evidence is not null && !MessageEvidence.HoldsMoreThanText(message.Message),
        message.Message.Contents.OfType<FunctionCallContent>().Count(),
        message.Message.Contents.OfType<FunctionResultContent>().Count()));

    /// <summary>Which messages of a prompt stay, by the window of the settings.</summary>
    public static bool[] Keep(List<WindowMessage> window, MemoryTurnOptions settings) => settings.WindowTokens == 0
        ? [.. Enumerable.Repeat(true, window.Count)]
        : WindowReducer.Keep(window, settings.WindowTokens, Math.Max(1, settings.WindowMessages));

    private static TurnMessage Read(EvidenceItem item, SessionTurns session, MemoryTurns turns)
    {
        var message = new TurnMessage(EvidenceMessage.Of(item), MessageSource.History, item.Content, ContentHash.Of(item.Content)) { Evidence = item.Id };
        message.Tokens = session.CountTokens(message, turns.Counter);
        return message;
    }
}
