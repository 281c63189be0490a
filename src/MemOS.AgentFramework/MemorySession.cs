using System.Text.Json.Serialization;
using Microsoft.Agents.AI;

namespace MemOS.AgentFramework;

/// <summary>What memory keeps in an agent's session: a label for its log, and, as long as the object lives, its scope and its open turns.</summary>
/// <remarks>Only the label is serialised. All of it hangs on the session, nothing of a user on a provider, which many users share.</remarks>
internal sealed class MemorySession
{
    private const string Key = "MemOS.Session";
    private const int LabelLength = 32;

    private static readonly ProviderSessionState<MemorySession> States = new(_ => new(), Key, AgentFrameworkJson.Default.Options);

    /// <summary>The conversation's label in the log, 32 hexadecimal digits.</summary>
    public string Label { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>The scope that the host gave; <see langword="null"/> when it gave none, and after a round trip.</summary>
    [JsonIgnore]
    public MemoryScope? Scope { get; set; }

    /// <summary>What the user asked for last, for runs that bring no words, such as an approval; <see langword="null"/> when it is not known.</summary>
    [JsonIgnore]
    public string? Request { get; set; }

    /// <summary>The turns of the context provider that are under way.</summary>
    [JsonIgnore]
    public OpenTurns Context { get; } = new();

    /// <summary>The turns of the history provider that are under way.</summary>
    [JsonIgnore]
    public OpenTurns History { get; } = new();

    /// <summary>The state of a session; of none, a state that is used once.</summary>
    public static MemorySession Of(AgentSession? session)
    {
        var state = States.GetOrInitializeState(session);
        if (state.Label is not { Length: LabelLength } label || !label.All(char.IsAsciiHexDigit))
        {
            // Not ours: a session that came over the wire may not name any log it likes.
            state.Label = Guid.NewGuid().ToString("N");
            States.SaveState(session, state);
        }

        return state;
    }

    /// <summary>The scope of a run: the session's, the resolver's, the options', in this order; completed by agent and conversation.</summary>
    /// <exception cref="MemoryScopeException">Nobody says whose memory to use.</exception>
    public async ValueTask<MemoryScope> ResolveAsync(MemoryAgentOptions settings, AIAgent agent, AgentSession? session, CancellationToken cancellationToken)
    {
        var scope = Scope
            ?? (settings.ScopeResolver is { } resolver ? await resolver(agent, session, cancellationToken).ConfigureAwait(false) : null)
            ?? settings.Scope
            ?? throw new MemoryScopeException(
                "It is not known whose memory to use, so the model was not called. Write one of: " +
                "session.WithMemoryScope(MemoryScope.ForUser(\"ada\")) for a session, again after reading it back; " +
                "new MemoryAgentOptions { ScopeResolver = (agent, session, ct) => ... } to find it from the request; " +
                "new MemoryAgentOptions { Scope = MemoryScope.ForUser(\"ada\") } for an agent of one user.");
        if (scope is { Isolation: ScopeIsolation.Session, Session: null })
        {
            throw new MemoryScopeException(
                "The scope keeps sessions apart and names none. Name the session in the scope, MemoryScope.ForUser(\"ada\", sessionId): what an agent's session was serialised to does not decide whose memory is used.");
        }

        return scope with { Session = scope.Session ?? Label, Agent = scope.Agent ?? agent.Name };
    }
}
