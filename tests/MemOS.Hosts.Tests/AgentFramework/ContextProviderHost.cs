using MemOS.AgentFramework;
using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;
using Microsoft.Agents.AI;

namespace MemOS.Hosts.Tests.AgentFramework;

/// <summary>An agent with the context provider and the framework's own history, which stores all that was sent; tools are looked after by the framework.</summary>
public sealed class ContextProviderHost : IHost
{
    private AIAgent? agent;

    public string Adapter => "MemOS.AgentFramework";

    public Task StartAsync(MemoryOS memory, ScriptedChatClient model)
    {
        agent = new ChatClientAgent(model, new ChatClientAgentOptions
        {
            Name = "helper",
            ChatOptions = new() { Instructions = "Be kind." },
            AIContextProviders = [new MemoryContextProvider(memory)],
        }).AsBuilder().UseMemory().Build();
        return Task.CompletedTask;
    }

    public async Task<IHostSession> OpenSessionAsync(MemoryScope? scope)
    {
        var session = await agent!.CreateSessionAsync();
        return new AgentSessionTalk(agent, scope is null ? session : session.WithMemoryScope(scope));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
