using MemOS.Hosts.Tests.Conformance;
using MemOS.TestKit;

namespace MemOS.Hosts.Tests.Middleware;

/// <summary>The chat client of the engine with no host library around it; the caller keeps and re-sends the history.</summary>
public sealed class MiddlewareHost : IHost
{
    private MemoryChatClient? client;

    public string Adapter => "MemOS";

    public Task StartAsync(MemoryOS memory, ScriptedChatClient model)
    {
        client = new ToolLoopChatClient(model).WithMemory(memory);
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
