using MemOS.Chat;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.AgentFramework;

/// <summary>Keeps the conversations of an agent in the memory's file: durable from the moment something is said, and reduced to a window when it is sent.</summary>
/// <remarks>
/// The user's messages are recorded before the model is called and the answer after; with <see cref="MemoryContextProvider"/>
/// beside it each is recorded once. The session holds a label alone, so that it stays small however long the conversation gets; a
/// scope that names its session continues that conversation in any process. Evidence keeps texts, tool calls and results; of
/// pictures and files a note is left. Safe for concurrent use.
/// </remarks>
public sealed class MemoryChatHistoryProvider : ChatHistoryProvider
{
    private readonly MemoryOS memory;
    private readonly MemoryAgentOptions settings;

    /// <summary>Creates the provider.</summary>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="options">Settings, of which the window and the scope matter here. They must not be changed afterwards. Default: all defaults.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message says which.</exception>
    public MemoryChatHistoryProvider(MemoryOS memory, MemoryAgentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        this.memory = memory;
        settings = options ?? new();
        settings.Validate();
    }

    /// <inheritdoc/>
    /// <exception cref="MemoryScopeException">It is not known whose memory to use; the model is not called.</exception>
    /// <exception cref="MemoryStoreException">The turn could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    protected override async ValueTask<IEnumerable<ChatMessage>> ProvideChatHistoryAsync(InvokingContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var session = MemorySession.Of(context.Session);
        IReadOnlyList<ChatMessage> sent = [.. context.RequestMessages];
        var turn = await BeginAsync(session, context.Agent, context.Session, sent, cancellationToken).ConfigureAwait(false);
        try
        {
            var history = await turn.LoadHistoryAsync(cancellationToken).ConfigureAwait(false);
            session.History.Add(turn, sent);
            return history;
        }
        catch
        {
            turn.Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="MemoryStoreException">The answer could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    protected override async ValueTask InvokedCoreAsync(InvokedContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var session = MemorySession.Of(context.Session);
        if (!session.History.TryFinish(context.RequestMessages, context.InvokeException, out var turn))
        {
            return;
        }

        turn ??= await BeginAsync(session, context.Agent, context.Session, [.. context.RequestMessages], cancellationToken).ConfigureAwait(false);
        await turn.CompleteAsync([.. context.ResponseMessages ?? []]).ConfigureAwait(false);
    }

    private async Task<MemoryTurn> BeginAsync(MemorySession session, AIAgent agent, AgentSession? owner, IReadOnlyList<ChatMessage> sent, CancellationToken cancellationToken)
    {
        var scope = await session.ResolveAsync(settings, agent, owner, cancellationToken).ConfigureAwait(false);
        return await memory.Turns.BeginAsync(sent, scope, settings, isIncrement: true, cancellationToken).ConfigureAwait(false);
    }
}
