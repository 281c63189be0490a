using System.Diagnostics;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution.Skills;
using MemOS.Tokens;
using MemOS.Tools;
using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>One turn of a conversation on its way through memory, as one hook of a host sees it.</summary>
/// <remarks>
/// Begun by <see cref="MemoryTurns"/>; ends with <see cref="CompleteAsync"/>, or <see cref="Abandon"/> when the model
/// failed. Used by one caller at a time.
/// </remarks>
public sealed class MemoryTurn
{
    private readonly MemoryTurns turns;
    private readonly SessionTurns session;
    private readonly SharedTurn shared;
    private readonly IReadOnlyList<MemoryId> known;
    private readonly MemoryTurnOptions settings;
    private RecallOutcome recalled = RecallOutcome.None;
    private ComposedPrompt? prompt;
    private long loaded;
    private LedgerEntry? cost;
    private bool isOver;

    internal MemoryTurn(
        MemoryTurns turns, CubeAccess access, SessionTurns session, SharedTurn shared, List<TurnMessage> incoming, IReadOnlyList<MemoryId> known, MemoryTurnOptions settings)
    {
        this.turns = turns;
        this.session = session;
        this.shared = shared;
        this.known = known;
        this.settings = settings;
        Access = access;
        Searched = access;
        Incoming = incoming;
    }

    /// <summary>Whose turn it is.</summary>
    public MemoryScope Scope => Access.Scope;

    /// <summary>The evidence recorded by this hook, in order.</summary>
    public IReadOnlyList<MemoryId> Recorded { get; internal set; } = [];

    /// <summary>Whether recording failed and the turn goes on, by <see cref="FailureMode.Open"/>.</summary>
    public bool RecordingFailed { get; internal set; }

    /// <summary>Whether recall failed and the turn goes on without.</summary>
    public bool RecallFailed => recalled.Failed;

    internal CubeAccess Access { get; }

    internal CubeAccess Searched { get; set; }

    internal List<TurnMessage> Incoming { get; }

    /// <summary>What was recorded and is not yet read, in order.</summary>
    internal List<EvidenceDraft> Unread { get; init; } = [];

    /// <summary>Recalls once a turn, however many hooks and tool iterations ask; fails open.</summary>
    /// <returns>The block for a user message; <see langword="null"/> when nothing is relevant.</returns>
    public async Task<RecallBlock?> RecallAsync(CancellationToken cancellationToken = default)
    {
        await EnsureRecalledAsync(SessionHistory.Keep(SessionHistory.Measure(Incoming), settings), cancellationToken).ConfigureAwait(false);
        Read();
        return recalled.Block;
    }

    /// <summary>The conversation before this turn as the session's log holds it, for hosts that keep no history of their own.</summary>
    /// <remarks>
    /// Reduced to the settings' window, so that it stays flat however long the conversation gets. Texts, names, times, tool calls
    /// and results are as they were; of an attachment only a note is left. Nothing that was forgotten, erased or left behind on a
    /// branch comes back.
    /// </remarks>
    /// <returns>New messages, oldest first, marked as <see cref="MessageSource.History"/>.</returns>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<ChatMessage>> LoadHistoryAsync(CancellationToken cancellationToken = default)
    {
        if (RecordingFailed)
        {
            return [];
        }

        await session.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var history = await SessionHistory.LoadAsync(turns, Access, session, Incoming, settings, cancellationToken).ConfigureAwait(false);
            loaded = history.Sum(message => (long)message.Tokens);
            return history.ConvertAll(message => message.Message);
        }
        finally
        {
            session.Gate.Release();
        }
    }

    /// <summary>The prompt for the model: the messages that stay, with what was recalled in its place.</summary>
    /// <param name="options">The caller's options; cloned where something is to change.</param>
    /// <param name="cancellationToken">Cancels recall.</param>
    public async Task<ComposedPrompt> ComposeAsync(ChatOptions? options, CancellationToken cancellationToken = default)
    {
        var window = SessionHistory.Measure(Incoming);
        var keep = SessionHistory.Keep(window, settings);
        await EnsureRecalledAsync(keep, cancellationToken).ConfigureAwait(false);
        var injection = PromptComposer.Choose(Incoming, options, recalled, settings.Placement);
        if (settings.WindowTokens > 0)
        {
            keep = WindowReducer.MakeRoom(window, keep, injection.Tokens, settings.WindowTokens, Math.Max(1, settings.WindowMessages));
        }

        prompt = PromptComposer.Compose(Incoming, keep, options, injection, turns.Counter);
        Read();
        return prompt;
    }

    /// <summary>The learned skills that fit this turn's request; fails open, like recall.</summary>
    /// <remarks>
    /// Hosts add the tools to those of the model call. A skill that cannot run on the application's functions is not offered. The
    /// functions are noted on the way, so that skills can be learned from their calls.
    /// </remarks>
    /// <param name="tools">The application's own functions, asked for now and again when a skill runs.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<IReadOnlyList<OfferedSkill>> OfferSkillsAsync(Func<IEnumerable<AITool>> tools, CancellationToken cancellationToken = default)
    {
        if (RecordingFailed || settings.Skills is not { } offer)
        {
            return [];
        }

        try
        {
            await turns.Memory.Skills.NoteToolsAsync(Scope, tools(), cancellationToken).ConfigureAwait(false);
            return await turns.Memory.Skills.OfferAsync(Scope, TurnRecall.QueryOf(Incoming), tools, offer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            turns.Log.OfferFailed(error);
            return [];
        }
    }

    /// <summary>The tools of a model call: the given ones, the learned skills that fit the request, and the memory tools where they are wanted.</summary>
    /// <param name="given">The application's own tools; skills run on them.</param>
    /// <param name="withMemoryTools">Whether remember, recall, correct, forget and list_memories are added.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The given tools first; of the others those whose names are free.</returns>
    public async Task<IReadOnlyList<AITool>> AddToolsAsync(IReadOnlyList<AITool> given, bool withMemoryTools, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(given);
        var skills = await OfferSkillsAsync(() => given, cancellationToken).ConfigureAwait(false);
        List<AITool> tools = [.. given, .. skills.Select(skill => skill.Tool)];
        if (withMemoryTools)
        {
            var names = tools.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
            tools.AddRange(MemoryTools.Create(turns.Memory, Scope).Where(tool => !names.Contains(tool.Name)));
        }

        return tools;
    }

    /// <summary>Records the answer, on a token of its own: what was said is kept even when nobody listens any more.</summary>
    /// <param name="answer">The messages of the response, tool calls and results included.</param>
    /// <param name="isPartial">Whether the answer was cut off.</param>
    /// <returns>What the turn did.</returns>
    /// <exception cref="MemoryStoreException">The answer could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    public async Task<MemoryTurnReport> CompleteAsync(IReadOnlyList<ChatMessage> answer, bool isPartial = false)
    {
        ArgumentNullException.ThrowIfNull(answer);
        try
        {
            if (!RecordingFailed)
            {
                await RecordAnswerAsync(MemoryTurns.Read(answer, turns.Memory.Options.TimeProvider.GetLocalNow(), isPartial)).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            RecordingFailed = true;
            MemOSTelemetry.RecordingFailures.Add(1);
            turns.Log.RecordingFailed(error, "answer");
            if (settings.FailureMode == FailureMode.Closed)
            {
                throw MemoryTurns.AsStoreException(error);
            }
        }
        finally
        {
            Abandon();
        }

        return await ReportAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the turn without an answer; the user's side stays recorded. Does nothing after <see cref="CompleteAsync"/>.</summary>
    public void Abandon()
    {
        if (!isOver)
        {
            isOver = true;
            shared.Leave();
        }

        Read();
    }

    /// <summary>Records what was seen of an answer that was cut off. A failure is logged and counted, so that it does not hide why the answer was cut off.</summary>
    /// <param name="answer">The messages as far as they came.</param>
    /// <returns>What the turn did; <see langword="null"/> when the part could not be recorded.</returns>
    public async Task<MemoryTurnReport?> CompletePartialAsync(IReadOnlyList<ChatMessage> answer)
    {
        try
        {
            return await CompleteAsync(answer, isPartial: true).ConfigureAwait(false);
        }
        catch (MemoryStoreException error)
        {
            Activity.Current?.AddException(error);
            return null;
        }
    }

    /// <summary>Tells the application what the turn did. What its callback throws is logged.</summary>
    public void Notify(Action<MemoryTurnReport>? callback, MemoryTurnReport report)
    {
        try
        {
            callback?.Invoke(report);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            turns.Log.CallbackFailed(error);
        }
    }

    // Reading waits until the prompt is made, and then goes on while the model answers: it competes with no recall that somebody waits for.
    private void Read()
    {
        if (Unread.Count > 0)
        {
            turns.Memory.NotifyAdded(Unread);
            Unread.Clear();
        }
    }

    private async Task EnsureRecalledAsync(bool[] keep, CancellationToken cancellationToken)
    {
        if (RecordingFailed || (settings.BudgetTokens == 0 && settings.PinTokens == 0))
        {
            return;
        }

        var exclude = known.Concat(Incoming.Where((message, i) => keep[i] && message.Evidence is not null).Select(message => message.Evidence!.Value)).ToHashSet();
        recalled = await shared.RecallAsync(() => TurnRecall.RunAsync(turns, Searched, Incoming, exclude, settings, cancellationToken))
            .WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task RecordAnswerAsync(List<TurnMessage> answer)
    {
        await session.Gate.WaitAsync().ConfigureAwait(false);
        try
        {
            // What an inner hook recorded already is passed over, in order.
            var next = 0;
            var fresh = new List<TurnMessage>();
            foreach (var message in answer.Where(message => message.Draft is not null && message.Message.Role != ChatRole.User))
            {
                var at = shared.Answer.FindIndex(next, known => known.Key.Role == message.Key.Role && known.Key.Hash == message.Key.Hash);
                if (at >= 0)
                {
                    next = at + 1;
                    continue;
                }

                message.Tokens = session.CountTokens(message, turns.Counter);
                fresh.Add(message);
            }

            if (fresh.Count == 0)
            {
                return;
            }

            // A hook that composes no prompt cannot say what was sent: one that is still under way may know better.
            var isKnown = !shared.IsNoted && (prompt is not null || !(isOver ? shared.IsOpen : shared.IsOpenBeside));
            var entry = isKnown ? Cost() : null;
            await turns.AppendAsync(Access, session, fresh, [], entry, CancellationToken.None).ConfigureAwait(false);
            Unread.AddRange(fresh.Select(message => message.Draft!));
            shared.Answer.AddRange(fresh);
            session.HistoryTokens += fresh.Sum(message => (long)message.Tokens);
            Recorded = [.. Recorded, .. fresh.Select(message => message.Evidence!.Value)];
            if (entry is not null)
            {
                Publish(cost = entry);
            }
        }
        finally
        {
            session.Gate.Release();
        }
    }

    // What the turn cost. The answer is no part of what was sent: recorded or not yet, it makes no difference.
    private LedgerEntry Cost()
    {
        var sent = prompt?.SentTokens ?? (loaded + Incoming.Sum(message => (long)message.Tokens));
        var others = Incoming.Where(message => message.Draft is null).Sum(message => (long)message.Tokens);
        var answered = shared.Answer.Sum(message => (long)message.Tokens);
        return new()
        {
            Session = Scope.Session,
            Time = turns.Memory.Options.TimeProvider.GetLocalNow(),
            FullTokens = Math.Max(Incoming.Sum(message => (long)message.Tokens), others + (session.HistoryTokens ?? 0) - answered),
            SentTokens = sent,
            InjectedTokens = prompt?.InjectedTokens ?? 0,
        };
    }

    private async Task<MemoryTurnReport> ReportAsync()
    {
        var entry = cost ?? Cost();
        await NoteAsync(entry).ConfigureAwait(false);
        return new(Scope, entry) { Recorded = Recorded, Recalled = recalled.Result.Items, Block = prompt?.Block?.Text, RecallFailed = RecallFailed, RecordingFailed = RecordingFailed };
    }

    private async Task NoteAsync(LedgerEntry entry)
    {
        if (shared.IsNoted || RecordingFailed || (prompt is null && shared.IsOpen))
        {
            return;
        }

        Publish(entry);
        try
        {
            await turns.Memory.Store.Ledger.AppendAsync(Access, entry).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            turns.Log.LedgerFailed(error);
        }
    }

    private void Publish(LedgerEntry entry)
    {
        shared.IsNoted = true;
        turns.Log.TurnEnded(entry.FullTokens, entry.SentTokens, entry.InjectedTokens, Recorded.Count);
        MemOSTelemetry.Turns.Add(1);
        MemOSTelemetry.Tokens.Add(entry.FullTokens, new KeyValuePair<string, object?>(MemOSTelemetry.TokenKind, "full"));
        MemOSTelemetry.Tokens.Add(entry.SentTokens, new KeyValuePair<string, object?>(MemOSTelemetry.TokenKind, "sent"));
        MemOSTelemetry.Tokens.Add(entry.InjectedTokens, new KeyValuePair<string, object?>(MemOSTelemetry.TokenKind, "injected"));
    }
}
