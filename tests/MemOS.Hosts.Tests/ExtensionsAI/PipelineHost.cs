using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.ExtensionsAI;

/// <summary>A pipeline of Microsoft.Extensions.AI in the documented order; the caller keeps and re-sends the history.</summary>
public sealed class PipelineHost : IHost
{
    private IChatClient? client;

    public string Adapter => "MemOS.Extensions.AI";

    public Task StartAsync(MemoryOS memory, ScriptedChatClient model)
    {
        client = model.AsBuilder().UseMemOS(memory).UseFunctionInvocation().Build();
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
