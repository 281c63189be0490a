using MemOS.TestKit;

namespace MemOS.Hosts.Tests.Conformance;

/// <summary>
/// A host with memory, set up the way its documentation says, seen from both ends: people's turns go in, and what reached the
/// model can be looked at. One instance serves all users and sessions of a test, as one application does.
/// </summary>
public interface IHost : IAsyncDisposable
{
    /// <summary>The assembly of the adapter under test.</summary>
    string Adapter { get; }

    /// <summary>Builds the host around a memory and a model.</summary>
    Task StartAsync(MemoryOS memory, ScriptedChatClient model);

    /// <summary>Opens a new conversation.</summary>
    /// <param name="scope">Whose; <see langword="null"/> when the application forgot to say.</param>
    Task<IHostSession> OpenSessionAsync(MemoryScope? scope);
}
