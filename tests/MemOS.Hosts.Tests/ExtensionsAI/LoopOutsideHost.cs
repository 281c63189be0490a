using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.ExtensionsAI;

/// <summary>The order that is not advised: function invocation outside, so that every iteration passes memory. It holds all the same.</summary>
public sealed class LoopOutsideHost : IHost
{
    private IChatClient? client;

    public string Adapter => "MemOS.Extensions.AI";

    public Task StartAsync(MemoryOS memory, ScriptedChatClient model)
    {
        client = model.AsBuilder().UseFunctionInvocation().UseMemOS(memory).Build();
        return Task.CompletedTask;
    }

    public Task<IHostSession> OpenSessionAsync(MemoryScope? scope) =>
        Task.FromResult<IHostSession>(new ChatClientSession(client!, scope?.InSession(Guid.NewGuid().ToString("N"))));

    public ValueTask DisposeAsync()
    {
        client?.Dispose();
        return ValueTask.CompletedTask;
    }
}
