using MemOS.TestKit;

namespace MemOS.Hosts.Tests.Conformance;

/// <summary>A host without memory, by which the suite shows that it notices.</summary>
internal sealed class ForgetfulHost : IHost
{
    private ToolLoopChatClient? client;

    public string Adapter => "none";

    public Task StartAsync(MemoryOS memory, ScriptedChatClient model)
    {
        client = new(model);
        return Task.CompletedTask;
    }

    public Task<IHostSession> OpenSessionAsync(MemoryScope? scope) => Task.FromResult<IHostSession>(new ChatClientSession(client!, scope));

    public ValueTask DisposeAsync()
    {
        client?.Dispose();
        return ValueTask.CompletedTask;
    }
}
