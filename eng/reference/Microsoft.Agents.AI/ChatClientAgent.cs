// Stand-in for Microsoft.Agents.AI: an agent on a chat client.
// Modelled: function invocation around the client; history, then context providers, before the model; both told of success and of
// failure, and of nothing when a stream is left; state keys must differ. Not modelled: approval, background answers, compaction.
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Microsoft.Agents.AI;

public sealed class ChatClientAgent : AIAgent {
    private readonly ChatClientAgentOptions? settings;

    public ChatClientAgent(
        IChatClient chatClient, string? instructions = null, string? name = null, string? description = null, IList<AITool>? tools = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null)
        : this(chatClient, new() { Name = name, Description = description, ChatOptions = new() { Instructions = instructions, Tools = tools } }, loggerFactory, services) {
    }

    public ChatClientAgent(IChatClient chatClient, ChatClientAgentOptions? options, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) {
        settings = options?.Clone();
        ChatClient = settings?.UseProvidedChatClientAsIs == true || chatClient.GetService(typeof(FunctionInvokingChatClient)) is not null
            ? chatClient
            : new FunctionInvokingChatClient(chatClient, loggerFactory, services);
        ChatHistoryProvider = settings?.ChatHistoryProvider ?? new InMemoryChatHistoryProvider();
        AIContextProviders = settings?.AIContextProviders?.ToList();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in (AIContextProviders ?? []).SelectMany(provider => provider.StateKeys).Concat(ChatHistoryProvider.StateKeys)) {
            if (!keys.Add(key)) {
                throw new InvalidOperationException($"Multiple providers use the same state key '{key}'.");
            }
        }
    }

    public IChatClient ChatClient { get; }
    public ChatHistoryProvider? ChatHistoryProvider { get; private set; }
    public IReadOnlyList<AIContextProvider>? AIContextProviders { get; }
    public override string? Name => settings?.Name;
    public override string? Description => settings?.Description;
    public string? Instructions => settings?.ChatOptions?.Instructions;
    protected override string? IdCore => settings?.Id;

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        base.GetService(serviceType, serviceKey)
        ?? (serviceType == typeof(IChatClient) ? ChatClient : serviceType == typeof(ChatClientAgentOptions) ? (object?)settings : null)
        ?? AIContextProviders?.Select(provider => provider.GetService(serviceType, serviceKey)).FirstOrDefault(service => service is not null)
        ?? ChatHistoryProvider?.GetService(serviceType, serviceKey)
        ?? ChatClient.GetService(serviceType, serviceKey);
    protected override ValueTask<AgentSession> CreateSessionCoreAsync(CancellationToken cancellationToken = default) => new(new ChatClientAgentSession());

    protected override ValueTask<JsonElement> SerializeSessionCoreAsync(AgentSession session, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default) =>
        new(((ChatClientAgentSession)session).Serialize());

    protected override ValueTask<AgentSession> DeserializeSessionCoreAsync(JsonElement serializedState, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default) =>
        new(ChatClientAgentSession.Deserialize(serializedState));

    protected override async Task<AgentResponse> RunCoreAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) {
        var (known, sent, chatOptions) = await PrepareAsync(messages, session, options, cancellationToken).ConfigureAwait(false);
        ChatResponse response;
        try {
            response = await ChatClient.GetResponseAsync(sent, chatOptions, cancellationToken).ConfigureAwait(false);
        } catch (Exception error) {
            await TellAsync(known, sent, null, error, cancellationToken).ConfigureAwait(false);
            throw;
        }

        await CompleteAsync(known, sent, response, cancellationToken).ConfigureAwait(false);
        return new(response) { AgentId = Id };
    }

    protected override async IAsyncEnumerable<AgentResponseUpdate> RunCoreStreamingAsync(
        IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default) {
        var (known, sent, chatOptions) = await PrepareAsync(messages, session, options, cancellationToken).ConfigureAwait(false);
        var seen = new List<ChatResponseUpdate>();
        await using var updates = ChatClient.GetStreamingResponseAsync(sent, chatOptions, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true) {
            try {
                if (!await updates.MoveNextAsync().ConfigureAwait(false)) { break; }
            } catch (Exception error) {
                await TellAsync(known, sent, null, error, cancellationToken).ConfigureAwait(false);
                throw;
            }

            updates.Current.AuthorName ??= Name;
            seen.Add(updates.Current);
            yield return new(updates.Current) { AgentId = Id };
        }

        await CompleteAsync(known, sent, seen.ToChatResponse(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ChatClientAgentSession Session, List<ChatMessage> Sent, ChatOptions? Options)> PrepareAsync(
        IEnumerable<ChatMessage> messages, AgentSession? session, AgentRunOptions? options, CancellationToken cancellationToken) {
        var known = (ChatClientAgentSession)(session ?? await CreateSessionAsync(cancellationToken).ConfigureAwait(false));
        if (CurrentRunContext is { } run && run.Session != known) { CurrentRunContext = new(run.Agent, known, run.RequestMessages, run.RunOptions); }

        var chatOptions = Merge((options as ChatClientAgentRunOptions)?.ChatOptions?.Clone(), options);
        chatOptions.ConversationId ??= known.ConversationId;
#pragma warning disable MAAI001 // the contexts' constructors are experimental for users, not for the library
        var sent = chatOptions.ConversationId is null && ChatHistoryProvider is { } history
            ? await history.InvokingAsync(new(this, known, messages), cancellationToken).ConfigureAwait(false)
            : messages;
        var context = new AIContext { Instructions = chatOptions.Instructions, Messages = sent, Tools = chatOptions.Tools };
        foreach (var provider in AIContextProviders ?? []) {
            context = await provider.InvokingAsync(new(this, known, context), cancellationToken).ConfigureAwait(false);
        }
#pragma warning restore MAAI001

        chatOptions.Instructions = context.Instructions;
        chatOptions.Tools = context.Tools?.ToList();
        return (known, [.. context.Messages ?? []], chatOptions);
    }

    private ChatOptions Merge(ChatOptions? request, AgentRunOptions? options) {
        var own = settings?.ChatOptions;
        var merged = request ?? own?.Clone() ?? new();
        if (request is not null && own is not null) {
            merged.Instructions = request.Instructions is null || own.Instructions is null ? request.Instructions ?? own.Instructions : own.Instructions + "\n" + request.Instructions;
            merged.Tools = [.. request.Tools ?? [], .. own.Tools ?? []];
        }

        foreach (var (key, value) in options?.AdditionalProperties ?? []) { (merged.AdditionalProperties ??= [])[key] = value; }

        return merged;
    }

    private async Task CompleteAsync(ChatClientAgentSession session, List<ChatMessage> sent, ChatResponse response, CancellationToken cancellationToken) {
        session.ConversationId = response.ConversationId ?? session.ConversationId;
        foreach (var message in response.Messages) { message.AuthorName ??= Name; }

        await TellAsync(session, sent, response.Messages, null, cancellationToken).ConfigureAwait(false);
    }

#pragma warning disable MAAI001 // the contexts' constructors are experimental for users, not for the library
    private async Task TellAsync(ChatClientAgentSession session, List<ChatMessage> sent, IList<ChatMessage>? answer, Exception? error, CancellationToken cancellationToken) {
        if (session.ConversationId is null && ChatHistoryProvider is { } history) {
            await history.InvokedAsync(error is null ? new(this, session, sent, answer!) : new(this, session, sent, error), cancellationToken).ConfigureAwait(false);
        }

        foreach (var provider in AIContextProviders ?? []) {
            await provider.InvokedAsync(error is null ? new(this, session, sent, answer!) : new(this, session, sent, error), cancellationToken).ConfigureAwait(false);
        }
    }
#pragma warning restore MAAI001
}
