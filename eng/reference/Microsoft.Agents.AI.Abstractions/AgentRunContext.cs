// Stand-in for Microsoft.Agents.AI.Abstractions: the run that is under way.
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public sealed class AgentRunContext(AIAgent agent, AgentSession? session, IReadOnlyCollection<ChatMessage> requestMessages, AgentRunOptions? agentRunOptions) {
    public AIAgent Agent { get; } = agent;
    public AgentSession? Session { get; } = session;
    public IReadOnlyCollection<ChatMessage> RequestMessages { get; } = requestMessages;
    public AgentRunOptions? RunOptions { get; } = agentRunOptions;
}
