using MemOS.AgentFramework;

namespace Microsoft.Agents.AI;

/// <summary>Puts memory into a pipeline of agents.</summary>
public static class AIAgentBuilderMemoryExtensions
{
    /// <summary>Keeps what was seen of answers that were cut off, see <see cref="MemoryAgent"/>; the agent inside has the memory's providers.</summary>
    public static AIAgentBuilder UseMemory(this AIAgentBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(agent => new MemoryAgent(agent));
    }
}
