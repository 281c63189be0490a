using MemOS.Chat;
using Microsoft.Agents.AI;

namespace MemOS.AgentFramework;

/// <summary>Settings of memory in an agent; the providers of one agent share them.</summary>
public sealed class MemoryAgentOptions : MemoryTurnOptions
{
    /// <summary>Whose memory is used when neither the session nor <see cref="ScopeResolver"/> says. Default: nobody's.</summary>
    public MemoryScope? Scope { get; set; }

    /// <summary>
    /// Finds the scope of a run, such as from the user of the current request. Asked in every run whose session was given none by
    /// <see cref="AgentSessionMemoryExtensions.WithMemoryScope"/>. Default: none.
    /// </summary>
    /// <remarks>Threat note: answer from what the host knows of its caller, never from a session that came over the wire.</remarks>
    public Func<AIAgent, AgentSession?, CancellationToken, ValueTask<MemoryScope?>>? ScopeResolver { get; set; }

    /// <summary>Where is recalled from, given the scope that is recorded in; such as other shared cubes, or another user's. Default: the same scope.</summary>
    public Func<MemoryScope, MemoryScope>? SearchScope { get; set; }

    /// <summary>Whether the model is offered the memory tools (remember, recall, correct, forget, list_memories). Default: no.</summary>
    public bool OfferTools { get; set; }

    /// <summary>
    /// Whether <c>AsMemoryAgent</c> keeps the conversation in the memory too. Switch it off
    /// for a model service that keeps the conversation itself, and for agents whose sessions hold it. Default: yes.
    /// </summary>
    public bool KeepHistory { get; set; } = true;

    /// <summary>Called after each turn with what it recalled and cost. Exceptions of the callback are logged. Default: none.</summary>
    public Action<MemoryTurnReport>? TurnCompleted { get; set; }
}
