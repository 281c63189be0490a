using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.Conformance;

/// <summary>
/// What memory promises in every host. A host takes part with one class that names it and adds nothing but tests of its own;
/// the promises are in the parts of this class, and none can be left out.
/// </summary>
public abstract partial class HostConformance<THost> : IAsyncLifetime
    where THost : IHost, new()
{
    private const string Known = "My sister Maria lives in Porto.";
    private const string Question = "Where does my sister Maria live?";

    protected HostMemory Store { get; private set; } = null!;

    protected ScriptedChatClient Model { get; private set; } = null!;

    protected THost Host { get; private set; } = default!;

    protected static MemoryScope Ada => HostMemory.Ada;

    protected static MemoryScope Bob => HostMemory.Bob;

    public async Task InitializeAsync()
    {
        Store = await HostMemory.OpenAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Store.DisposeAsync();
    }

    /// <summary>A host of its own on the memory as it is now, as after a restart.</summary>
    protected async Task StartAsync()
    {
        Model = new();
        Host = new();
        await Host.StartAsync(Store.Memory, Model);
    }

    /// <summary>Some hosts wrap what their model throws; what was thrown is inside.</summary>
    protected static TException Find<TException>(Exception? error)
        where TException : Exception
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is TException found)
            {
                return found;
            }
        }

        throw new Xunit.Sdk.XunitException($"Expected {typeof(TException).Name}, but got: {error?.ToString() ?? "no error"}");
    }

    protected static Task<ChatResponse> Answer(string text) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));
}
