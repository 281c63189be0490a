// Stand-in for Microsoft.Agents.AI.Abstractions: an agent. Modelled: the run context, which is set by a run and not taken back.
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public abstract class AIAgent {
    private static readonly AsyncLocal<AgentRunContext?> Current = new();
    private readonly string id = Guid.NewGuid().ToString("N");
    public string Id => IdCore ?? id;
    protected virtual string? IdCore => null;
    public virtual string? Name => null;
    public virtual string? Description => null;

    public static AgentRunContext? CurrentRunContext {
        get => Current.Value;
        protected set => Current.Value = value;
    }

    public virtual object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    public TService? GetService<TService>(object? serviceKey = null) => GetService(typeof(TService), serviceKey) is TService service ? service : default;
    public ValueTask<AgentSession> CreateSessionAsync(CancellationToken cancellationToken = default) => CreateSessionCoreAsync(cancellationToken);
    protected abstract ValueTask<AgentSession> CreateSessionCoreAsync(CancellationToken cancellationToken = default);

    public ValueTask<JsonElement> SerializeSessionAsync(AgentSession session, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default) =>
        SerializeSessionCoreAsync(session, jsonSerializerOptions, cancellationToken);
    protected abstract ValueTask<JsonElement> SerializeSessionCoreAsync(AgentSession session, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default);

    public ValueTask<AgentSession> DeserializeSessionAsync(JsonElement serializedState, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default) =>
        DeserializeSessionCoreAsync(serializedState, jsonSerializerOptions, cancellationToken);
    protected abstract ValueTask<AgentSession> DeserializeSessionCoreAsync(JsonElement serializedState, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default);

    public Task<AgentResponse> RunAsync(string message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync([new ChatMessage(ChatRole.User, message)], session, options, cancellationToken);

    public Task<AgentResponse> RunAsync(ChatMessage message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync([message], session, options, cancellationToken);

    public Task<AgentResponse> RunAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) {
        List<ChatMessage> sent = [.. messages];
        CurrentRunContext = new(this, session, sent, options);
        return RunCoreAsync(sent, session, options, cancellationToken);
    }

    protected abstract Task<AgentResponse> RunCoreAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default);

    public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(string message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunStreamingAsync([new ChatMessage(ChatRole.User, message)], session, options, cancellationToken);

    public async IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(
        IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default) {
        List<ChatMessage> sent = [.. messages];
        var context = CurrentRunContext = new(this, session, sent, options);
        await foreach (var update in RunCoreStreamingAsync(sent, session, options, cancellationToken).ConfigureAwait(false)) {
            yield return update;
            CurrentRunContext = context;
        }
    }

    protected abstract IAsyncEnumerable<AgentResponseUpdate> RunCoreStreamingAsync(
        IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default);
}
