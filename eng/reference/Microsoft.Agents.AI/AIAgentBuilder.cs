// Stand-in for Microsoft.Agents.AI: a pipeline of agents, of which the first Use is the outermost.
namespace Microsoft.Agents.AI;

public sealed class AIAgentBuilder(AIAgent innerAgent) {
    private readonly List<Func<AIAgent, AIAgent>> layers = [];

    public AIAgentBuilder Use(Func<AIAgent, AIAgent> agentFactory) {
        layers.Add(agentFactory);
        return this;
    }

    public AIAgent Build(IServiceProvider? services = null) => Enumerable.Reverse(layers).Aggregate(innerAgent, (agent, layer) => layer(agent));
}

public static class AIAgentExtensions {
    public static AIAgentBuilder AsBuilder(this AIAgent innerAgent) => new(innerAgent);
}
