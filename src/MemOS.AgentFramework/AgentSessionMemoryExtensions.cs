using MemOS;
using MemOS.AgentFramework;

namespace Microsoft.Agents.AI;

/// <summary>Says whose memory a session uses.</summary>
public static class AgentSessionMemoryExtensions
{
    /// <summary>Gives a session its scope for as long as the object lives.</summary>
    /// <remarks>
    /// The scope is never serialised with the session: a session that was read back has none until the host, who knows its caller,
    /// gives it one again. So a session that somebody changed on its way opens nobody else's memory.
    /// </remarks>
    /// <param name="session">The session.</param>
    /// <param name="scope">Whose memory; where it names no session, the conversation gets a label of its own that survives serialisation.</param>
    /// <returns>The same session.</returns>
    public static AgentSession WithMemoryScope(this AgentSession session, MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(scope);
        MemorySession.Of(session).Scope = scope;
        return session;
    }
}
