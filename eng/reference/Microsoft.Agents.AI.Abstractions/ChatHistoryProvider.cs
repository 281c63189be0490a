// Stand-in for Microsoft.Agents.AI.Abstractions: what keeps an agent's history, and the default that keeps it in the session.
// Modelled: provided messages are stamped and come first; all that is not history is stored, what context providers injected included.
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public abstract class ChatHistoryProvider {
    private readonly Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>> provideOutput;
    private readonly Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>> storeRequest;
    private readonly Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>> storeResponse;

    protected ChatHistoryProvider(
        Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>>? provideOutputMessageFilter = null,
        Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>>? storeInputRequestMessageFilter = null,
        Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>>? storeInputResponseMessageFilter = null) {
        provideOutput = provideOutputMessageFilter ?? (messages => messages);
        storeRequest = storeInputRequestMessageFilter ?? (messages => messages.Where(message => message.GetAgentRequestMessageSourceType() != AgentRequestMessageSourceType.ChatHistory));
        storeResponse = storeInputResponseMessageFilter ?? (messages => messages);
    }

    public virtual IReadOnlyList<string> StateKeys => [GetType().Name];
    public ValueTask<IEnumerable<ChatMessage>> InvokingAsync(InvokingContext context, CancellationToken cancellationToken = default) => InvokingCoreAsync(context, cancellationToken);

#pragma warning disable MAAI001 // the contexts' constructors are experimental for users, not for the library
    protected virtual async ValueTask<IEnumerable<ChatMessage>> InvokingCoreAsync(InvokingContext context, CancellationToken cancellationToken = default) =>
        provideOutput(await ProvideChatHistoryAsync(context, cancellationToken).ConfigureAwait(false))
            .Select(message => message.WithAgentRequestMessageSource(AgentRequestMessageSourceType.ChatHistory, GetType().FullName))
            .Concat(context.RequestMessages);
    protected virtual ValueTask<IEnumerable<ChatMessage>> ProvideChatHistoryAsync(InvokingContext context, CancellationToken cancellationToken = default) => new([]);
    public ValueTask InvokedAsync(InvokedContext context, CancellationToken cancellationToken = default) => InvokedCoreAsync(context, cancellationToken);

    protected virtual ValueTask InvokedCoreAsync(InvokedContext context, CancellationToken cancellationToken = default) => context.InvokeException is not null ? default
        : StoreChatHistoryAsync(new(context.Agent, context.Session, storeRequest(context.RequestMessages), storeResponse(context.ResponseMessages!)), cancellationToken);
#pragma warning restore MAAI001

    protected virtual ValueTask StoreChatHistoryAsync(InvokedContext context, CancellationToken cancellationToken = default) => default;
    public virtual object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    [method: Experimental("MAAI001")]
    public sealed class InvokingContext(AIAgent agent, AgentSession? session, IEnumerable<ChatMessage> requestMessages) {
        public AIAgent Agent { get; } = agent;
        public AgentSession? Session { get; } = session;
        public IEnumerable<ChatMessage> RequestMessages { get; set; } = requestMessages;
    }

    public sealed class InvokedContext {
        [Experimental("MAAI001")]
        public InvokedContext(AIAgent agent, AgentSession? session, IEnumerable<ChatMessage> requestMessages, IEnumerable<ChatMessage> responseMessages) {
            (Agent, Session, RequestMessages, ResponseMessages) = (agent, session, requestMessages, responseMessages);
        }

        public InvokedContext(AIAgent agent, AgentSession? session, IEnumerable<ChatMessage> requestMessages, Exception invokeException) {
            (Agent, Session, RequestMessages, InvokeException) = (agent, session, requestMessages, invokeException);
        }

        public AIAgent Agent { get; }
        public AgentSession? Session { get; }
        public IEnumerable<ChatMessage> RequestMessages { get; }
        public IEnumerable<ChatMessage>? ResponseMessages { get; }
        public Exception? InvokeException { get; }
    }
}

public sealed class InMemoryChatHistoryProvider : ChatHistoryProvider {
    private readonly ProviderSessionState<State> sessionState = new(_ => new(), nameof(InMemoryChatHistoryProvider), AIJsonUtilities.DefaultOptions);

    public InMemoryChatHistoryProvider(InMemoryChatHistoryProviderOptions? options = null)
        : base(null, options?.StorageInputRequestMessageFilter) {
    }

    public List<ChatMessage> GetMessages(AgentSession? session) => sessionState.GetOrInitializeState(session).Messages;
    protected override ValueTask<IEnumerable<ChatMessage>> ProvideChatHistoryAsync(InvokingContext context, CancellationToken cancellationToken = default) => new([.. GetMessages(context.Session)]);

    protected override ValueTask StoreChatHistoryAsync(InvokedContext context, CancellationToken cancellationToken = default) {
        GetMessages(context.Session).AddRange(context.RequestMessages.Concat(context.ResponseMessages ?? []));
        return default;
    }

    public sealed class State {
        public List<ChatMessage> Messages { get; set; } = [];
    }
}

public sealed class InMemoryChatHistoryProviderOptions {
    public Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>>? StorageInputRequestMessageFilter { get; set; }
}
