// Stand-in for Microsoft.Agents.AI.Abstractions: what adds context to a run and sees what came of it.
// Modelled: additions come after the input and are stamped; only external messages are shown and stored; nothing is stored on failure.
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public sealed class AIContext {
    public string? Instructions { get; set; }
    public IEnumerable<ChatMessage>? Messages { get; set; }
    public IEnumerable<AITool>? Tools { get; set; }
}

public abstract class AIContextProvider {
    private readonly Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>> provideInput;
    private readonly Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>> storeRequest;
    private readonly Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>> storeResponse;

    protected AIContextProvider(
        Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>>? provideInputMessageFilter = null,
        Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>>? storeInputRequestMessageFilter = null,
        Func<IEnumerable<ChatMessage>, IEnumerable<ChatMessage>>? storeInputResponseMessageFilter = null) {
        provideInput = provideInputMessageFilter ?? External;
        storeRequest = storeInputRequestMessageFilter ?? External;
        storeResponse = storeInputResponseMessageFilter ?? (messages => messages);
    }

    public virtual IReadOnlyList<string> StateKeys => [GetType().Name];
    public ValueTask<AIContext> InvokingAsync(InvokingContext context, CancellationToken cancellationToken = default) => InvokingCoreAsync(context, cancellationToken);

#pragma warning disable MAAI001 // the contexts' constructors are experimental for users, not for the library
    protected virtual async ValueTask<AIContext> InvokingCoreAsync(InvokingContext context, CancellationToken cancellationToken = default) {
        var input = context.AIContext;
        var shown = new AIContext { Instructions = input.Instructions, Messages = input.Messages is null ? null : provideInput(input.Messages), Tools = input.Tools };
        var added = await ProvideAIContextAsync(new(context.Agent, context.Session, shown), cancellationToken).ConfigureAwait(false);
        var stamped = added.Messages?.Select(message => message.WithAgentRequestMessageSource(AgentRequestMessageSourceType.AIContextProvider, GetType().FullName));
        return new() {
            Instructions = input.Instructions is null || added.Instructions is null ? input.Instructions ?? added.Instructions : input.Instructions + "\n" + added.Instructions,
            Messages = Join(input.Messages, stamped),
            Tools = Join(input.Tools, added.Tools),
        };
    }

    protected virtual ValueTask<AIContext> ProvideAIContextAsync(InvokingContext context, CancellationToken cancellationToken = default) => new(new AIContext());
    public ValueTask InvokedAsync(InvokedContext context, CancellationToken cancellationToken = default) => InvokedCoreAsync(context, cancellationToken);

    protected virtual ValueTask InvokedCoreAsync(InvokedContext context, CancellationToken cancellationToken = default) => context.InvokeException is not null ? default
        : StoreAIContextAsync(new(context.Agent, context.Session, storeRequest(context.RequestMessages), storeResponse(context.ResponseMessages!)), cancellationToken);
#pragma warning restore MAAI001

    protected virtual ValueTask StoreAIContextAsync(InvokedContext context, CancellationToken cancellationToken = default) => default;
    public virtual object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    private static IEnumerable<ChatMessage> External(IEnumerable<ChatMessage> messages) =>
        messages.Where(message => message.GetAgentRequestMessageSourceType() == AgentRequestMessageSourceType.External);
    private static IEnumerable<T>? Join<T>(IEnumerable<T>? first, IEnumerable<T>? second) => first is null ? second : second is null ? first : first.Concat(second);

    [method: Experimental("MAAI001")]
    public sealed class InvokingContext(AIAgent agent, AgentSession? session, AIContext aiContext) {
        public AIAgent Agent { get; } = agent;
        public AgentSession? Session { get; } = session;
        public AIContext AIContext { get; } = aiContext;
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
