using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Tokens;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace MemOS.Chat;

/// <summary>
/// Takes turns of any host through memory: aligns what the caller sent with the log, records the user's side, and hands out a
/// <see cref="MemoryTurn"/> that recalls, composes and records the answer.
/// </summary>
/// <remarks>
/// There is one for each <see cref="MemoryOS"/>, see <see cref="MemoryOS.Turns"/>: that is how a turn that passes two hooks (a
/// context provider and the chat client under it, a filter and a tool loop) is recalled once and recorded once. Safe for
/// concurrent use; turns of one session align and record one after the other.
/// </remarks>
public sealed class MemoryTurns
{
    // Beyond what came in: room for answers and tool messages that the caller dropped.
    private const int LogSlack = 64;

    // A service keeps the conversation: this much of it is known to be in its prompt.
    private const int KeptLog = 400;

    private readonly SessionRegistry sessions = new();

    internal MemoryTurns(MemoryOS memory)
    {
        Memory = memory;
        Counter = memory.Options.TokenCounter ?? EstimatingTokenCounter.Instance;
        Log = new(memory.Options.LoggerFactory.CreateLogger<MemoryTurns>());
    }

    internal MemoryOS Memory { get; }

    internal ITokenCounter Counter { get; }

    internal TurnLog Log { get; }

    /// <summary>Begins a turn: when it returns, the user's side is durable and searchable.</summary>
    /// <param name="messages">What the caller sent, whole history or not. It is not changed, and must not be until the turn ends.</param>
    /// <param name="scope">Whose turn, and in which session.</param>
    /// <param name="settings">How.</param>
    /// <param name="isIncrement">Whether a service keeps the conversation, so that only new messages are sent.</param>
    /// <param name="cancellationToken">Cancels before anything is recorded.</param>
    /// <exception cref="MemoryAccessException">The scope names a cube without a sufficient grant.</exception>
    /// <exception cref="MemoryStoreException">The turn could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    public Task<MemoryTurn> BeginAsync(
        IReadOnlyList<ChatMessage> messages, MemoryScope scope, MemoryTurnOptions settings, bool isIncrement = false, CancellationToken cancellationToken = default) =>
        BeginAsync(messages, scope, null, settings, isIncrement, cancellationToken);

    /// <summary>Begins a turn that is recorded in one scope and recalls from another, such as a team's.</summary>
    /// <param name="messages">What the caller sent, whole history or not. It is not changed, and must not be until the turn ends.</param>
    /// <param name="scope">Whose turn, and in which session.</param>
    /// <param name="searchScope">Whose memory is recalled; <see langword="null"/> for that of <paramref name="scope"/>.</param>
    /// <param name="settings">How.</param>
    /// <param name="isIncrement">Whether a service keeps the conversation, so that only new messages are sent.</param>
    /// <param name="cancellationToken">Cancels before anything is recorded.</param>
    /// <exception cref="MemoryAccessException">A scope names a cube without a sufficient grant.</exception>
    /// <exception cref="MemoryStoreException">The turn could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    public async Task<MemoryTurn> BeginAsync(
        IReadOnlyList<ChatMessage> messages, MemoryScope scope, MemoryScope? searchScope, MemoryTurnOptions settings, bool isIncrement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(settings);
        var now = Memory.Options.TimeProvider.GetLocalNow();
        var incoming = Read(messages, now);
        try
        {
            var access = await Memory.ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
            var searched = searchScope is null ? access : await Memory.ResolveAsync(searchScope, cancellationToken).ConfigureAwait(false);
            var session = sessions.Get(access.Home, scope.Session);
            await session.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var turn = await RecordAsync(incoming, access, session, settings, isIncrement, cancellationToken).ConfigureAwait(false);
                turn.Searched = searched;
                return turn;
            }
            finally
            {
                session.Gate.Release();
            }
        }
        catch (Exception error) when (error is not OperationCanceledException and not MemoryAccessException and not ArgumentException)
        {
            MemOSTelemetry.RecordingFailures.Add(1);
            Log.RecordingFailed(error, "user's side");
            if (settings.FailureMode == FailureMode.Closed)
            {
                throw AsStoreException(error);
            }

            var access = new CubeAccess(scope, [0], [0]);
            return new(this, access, new(), new(null), incoming, [], settings) { RecordingFailed = true };
        }
    }

    internal static MemoryStoreException AsStoreException(Exception error) => error as MemoryStoreException ?? new(
        "The turn could not be recorded, so it was stopped: nothing would have remembered it. Check the store (memos doctor), or set FailureMode.Open to go on without memory.",
        error);

    /// <summary>Appends to the log; ids that the store knows otherwise are left away, because a caller's id is a hint and no promise.</summary>
    internal async Task AppendAsync(CubeAccess access, SessionTurns session, List<TurnMessage> items, IReadOnlyList<MemoryId> abandoned, LedgerEntry? cost, CancellationToken cancellationToken)
    {
        for (var i = 0; i < items.Count; i++)
        {
            EvidenceGuard.Check(items[i].Draft!, i, Memory.Options.MaxTextLength);
        }

        using var activity = MemOSTelemetry.Start(MemOSTelemetry.CreateMemory)?.SetTag(MemOSTelemetry.RecordCount, items.Count);
        var store = Memory.Store.Evidence;
        var batch = new EvidenceBatch { Session = access.Scope.Session, Items = [.. items.Select(item => item.Draft!)], Abandon = abandoned, Cost = cost, Priority = 1 };
        IReadOnlyList<AppendedEvidence> appended;
        try
        {
            appended = await store.AppendAsync(access, batch, cancellationToken).ConfigureAwait(false);
        }
        catch (MemoryConflictException)
        {
            appended = await store.AppendAsync(access, batch with { Items = [.. batch.Items.Select(WithoutId)] }, cancellationToken).ConfigureAwait(false);
        }

        for (var i = 0; i < items.Count; i++)
        {
            items[i].Evidence = appended[i].Id;
        }

        // The id of a message that was abandoned before and is said again.
        var known = items.Where((_, i) => !appended[i].IsNew).ToList();
        if (known.Count > 0)
        {
            var again = await store.AppendAsync(access, batch with { Items = [.. known.Select(item => WithoutId(item.Draft!))], Abandon = [], Cost = null }, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < known.Count; i++)
            {
                known[i].Evidence = again[i].Id;
            }
        }

        session.LastLine = items.Count > 0 ? items.Max(item => item.Evidence) : session.LastLine;
    }

    /// <summary>Reads messages; a hash and a draft for each that can be recorded.</summary>
    internal static List<TurnMessage> Read(IReadOnlyList<ChatMessage> messages, DateTimeOffset now, bool isPartial = false)
    {
        var read = new List<TurnMessage>(messages.Count);
        for (var i = 0; i < messages.Count; i++)
        {
            var source = messages[i].GetMemorySource();
            var draft = source == MessageSource.Injected ? null : MessageEvidence.Of(messages[i], now, isPartial && i == messages.Count - 1);
            read.Add(new(messages[i], source, draft, draft is null ? default : ContentHash.Of(draft)));
        }

        return read;
    }

    private static EvidenceDraft WithoutId(EvidenceDraft draft) => draft with { ExternalId = null };

    private async Task<MemoryTurn> RecordAsync(
        List<TurnMessage> incoming, CubeAccess access, SessionTurns session, MemoryTurnOptions settings, bool isIncrement, CancellationToken cancellationToken)
    {
        var candidates = incoming.Where(message => message.Draft is not null).ToList();
        var keys = candidates.ConvertAll(message => message.Key);
        var limit = isIncrement ? KeptLog : candidates.Count + LogSlack;
        var log = await Memory.Store.Evidence.GetLogAsync(access, access.Scope.Session, limit, keys.ConvertAll(key => key.Hash), cancellationToken).ConfigureAwait(false);
        var alignment = isIncrement ? HistoryAligner.AlignIncrement(log, keys)
            : session.IsRepeated(keys, log) ? Repeat(session)
            : HistoryAligner.Align(log, keys);
        for (var i = 0; i < candidates.Count; i++)
        {
            candidates[i].Evidence = alignment.Matched[i];
        }

        // A host's stored history from before there was memory is not this turn's to record.
        var fresh = alignment.New.Select(i => candidates[i]).Where(message => message.Source == MessageSource.Conversation).ToList();
        foreach (var message in incoming)
        {
            message.Tokens = session.CountTokens(message, Counter);
        }

        session.LastLine = log.Count > 0 ? log[^1].Id : null;
        if (fresh.Count > 0 || alignment.Abandoned.Count > 0)
        {
            await AppendAsync(access, session, fresh, alignment.Abandoned, null, cancellationToken).ConfigureAwait(false);
        }

        await CountHistoryAsync(access, session, candidates, fresh, isComplete: log.Count < limit && (log.Count == 0 || alignment.Matched.Contains(log[0].Id)), cancellationToken).ConfigureAwait(false);
        session.LastKeys = keys;
        session.LastEvidence = candidates.ConvertAll(message => message.Evidence);
        session.Turn = TurnOf(session, incoming);
        session.Turn.Enter();

        // Tool results that an iteration brings belong to the turn's answer: an outer hook will show them again.
        var asked = incoming.FindLastIndex(message => message.IsUser);
        session.Turn.Answer.AddRange(incoming.Skip(asked + 1).Where(fresh.Contains));
        var known = isIncrement ? log.Select(entry => entry.Id).ToList() : [];
        return new(this, access, session, session.Turn, incoming, known, settings) { Recorded = [.. fresh.Select(message => message.Evidence!.Value)], Unread = [.. fresh.Select(message => message.Draft!)] };
    }

    // The answer to these messages is being made again: what the last one left behind is abandoned.
    private static Alignment Repeat(SessionTurns session) =>
        new(session.LastEvidence, [], [.. session.Turn?.Answer.Select(message => message.Evidence).OfType<MemoryId>() ?? []]);

    // A tool loop comes back with the same question and more behind it; a second hook comes while the first is under way.
    private static SharedTurn TurnOf(SessionTurns session, List<TurnMessage> incoming)
    {
        var asked = incoming.FindLastIndex(message => message.IsUser && message.Draft is not null);
        var question = asked < 0 ? null : incoming[asked].Evidence;
        var isLoop = incoming.Skip(asked + 1).Any(message => message.Draft is not null);
        return session.Turn is { } turn && (asked < 0 || (question is not null && turn.Question == question)) && (isLoop || turn.IsOpen) ? turn : new(question);
    }

    private async Task CountHistoryAsync(
        CubeAccess access, SessionTurns session, List<TurnMessage> candidates, List<TurnMessage> fresh, bool isComplete, CancellationToken cancellationToken)
    {
        if (isComplete)
        {
            session.HistoryTokens = candidates.Sum(message => (long)message.Tokens);
            return;
        }

        if (session.HistoryTokens is null)
        {
            // After a restart the ledger still knows what the history cost at the last turn.
            var last = await Memory.Store.Ledger.ListAsync(access, access.Scope.Session ?? "", 1, cancellationToken).ConfigureAwait(false);
            session.HistoryTokens = last.Count > 0 ? last[^1].FullTokens : 0;
        }

        session.HistoryTokens += fresh.Sum(message => (long)message.Tokens);
    }
}
