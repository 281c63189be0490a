using MemOS.Chat;
using Microsoft.Agents.AI;

namespace MemOS.AgentFramework;

/// <summary>Gives an agent its user's memory: records each run, puts what matters before the model, and keeps the prompt flat.</summary>
/// <remarks>
/// <para>
/// A run: the scope is resolved on the host's side, the user's messages are recorded before the model is called, memory is recalled
/// once and placed, and the answer with its tool calls and results is recorded after. A run that fails keeps the user's messages.
/// A stream that is left early keeps the part that was seen where the agent is wrapped by <see cref="MemoryAgent"/>, which
/// <c>IChatClient.AsMemoryAgent</c> does; a provider alone is not told of it.
/// </para>
/// <para>
/// Nothing piles up in the history: with <see cref="MemoryPlacement.Auto"/> what is recalled goes to the instructions of the run,
/// which no history keeps, or into a clone of the user's message where <see cref="MemoryChatHistoryProvider"/> keeps the history.
/// Old messages that memory holds leave the prompt by the window of the settings; the session's own history is not changed.
/// </para>
/// <para>
/// One provider serves all users and sessions. Threat note: recalled text goes into the prompt, fenced and marked as data; in the
/// instructions only what people said is placed. Safe for concurrent use.
/// </para>
/// </remarks>
public sealed class MemoryContextProvider : AIContextProvider
{
    private readonly MemoryOS memory;
    private readonly MemoryAgentOptions settings;
    private readonly MemoryTurnOptions forInstructions;

    /// <summary>Creates the provider.</summary>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="options">Settings; they must not be changed afterwards. Default: all defaults, with the scope given to each session.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message says which.</exception>
    public MemoryContextProvider(MemoryOS memory, MemoryAgentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        this.memory = memory;
        settings = options ?? new();
        settings.Validate();
        forInstructions = settings.WithPlacement(MemoryPlacement.Instructions);
    }

    /// <summary>What the application wants to be told after a turn.</summary>
    internal Action<MemoryTurnReport>? TurnCompleted => settings.TurnCompleted;

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(MemoryOS) ? memory : base.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    /// <exception cref="MemoryScopeException">It is not known whose memory to use; the model is not called.</exception>
    /// <exception cref="MemoryStoreException">The turn could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    protected override async ValueTask<AIContext> InvokingCoreAsync(InvokingContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var input = context.AIContext;
        var session = MemorySession.Of(context.Session);
        var scope = await session.ResolveAsync(settings, context.Agent, context.Session, cancellationToken).ConfigureAwait(false);
        var conversation = (context.Session as ChatClientAgentSession)?.ConversationId;
        var turn = await memory.Turns.BeginAsync(
            [.. input.Messages ?? []], scope, settings.SearchScope?.Invoke(scope), PlacementFor(context.Agent), conversation is not null, cancellationToken).ConfigureAwait(false);
        try
        {
            var prompt = await turn.ComposeAsync(new() { Instructions = input.Instructions, ConversationId = conversation }, cancellationToken).ConfigureAwait(false);
            var tools = await turn.AddToolsAsync([.. input.Tools ?? []], settings.OfferTools, cancellationToken).ConfigureAwait(false);
            session.Context.Add(turn, prompt.Messages);
            return new() { Instructions = prompt.Options?.Instructions, Messages = prompt.Messages, Tools = tools };
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
        if (!session.Context.TryFinish(context.RequestMessages, context.InvokeException, out var turn))
        {
            return;
        }

        if (turn is null)
        {
            // An agent that stores after every call of its model comes back with the results of tools, which began no run. The
            // durable history sees them too, and has recorded them.
            if (context.Agent.GetService<MemoryChatHistoryProvider>() is not null)
            {
                return;
            }

            var scope = await session.ResolveAsync(settings, context.Agent, context.Session, cancellationToken).ConfigureAwait(false);
            turn = await memory.Turns.BeginAsync([.. context.RequestMessages], scope, settings, isIncrement: true, cancellationToken).ConfigureAwait(false);
        }

        var report = await turn.CompleteAsync([.. context.ResponseMessages ?? []]).ConfigureAwait(false);
        turn.Notify(TurnCompleted, report);
    }

    // Where the framework stores what was sent, a block in a message would be stored with it and come back with every turn. Where it
    // loads the history anew for every call of the model, a message of the first call is all that would carry the block.
    private MemoryTurnOptions PlacementFor(AIAgent agent) =>
        settings.Placement != MemoryPlacement.Auto ? settings
        : agent.GetService<MemoryChatHistoryProvider>() is null || agent.GetService<ChatClientAgentOptions>() is { RequirePerServiceCallChatHistoryPersistence: true } ? forInstructions
        : settings;
}
