using MemOS.AgentFramework;
using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.AgentFramework;

/// <summary>An agent of Agent Framework in the ten lines of its page: context provider, durable history, partial answers.</summary>
public sealed class MemoryAgentHost : IHost
{
    private MemoryAgent? agent;

    public string Adapter => "MemOS.AgentFramework";

    public Task StartAsync(MemoryOS memory, ScriptedChatClient model)
    {
        agent = model.AsMemoryAgent(memory);
        return Task.CompletedTask;
    }

    public async Task<IHostSession> OpenSessionAsync(MemoryScope? scope)
    {
        var session = await agent!.CreateSessionAsync();
        return new AgentSessionTalk(agent, scope is null ? session : session.WithMemoryScope(scope));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
