using Microsoft.Extensions.AI;

namespace MemOS;

/// <summary>Gives any chat client a memory.</summary>
public static class ChatClientMemoryExtensions
{
    /// <summary>The client with the memory of one scope, such as one user.</summary>
    /// <param name="client">The client that answers; it is disposed with the result.</param>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="scope">Whose memory, unless a call's options name another scope.</param>
    /// <param name="configure">Changes the settings. Default: none changed.</param>
    public static MemoryChatClient WithMemory(this IChatClient client, MemoryOS memory, MemoryScope scope, Action<MemoryChatOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var options = new MemoryChatOptions { Scope = scope };
        configure?.Invoke(options);
        return new(client, memory, options);
    }

    /// <summary>The client with the memory of whomever the resolver finds, such as the user of the current request.</summary>
    /// <param name="client">The client that answers; it is disposed with the result.</param>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="resolver">Finds the scope of a call; <see langword="null"/> from it means that the call must name one.</param>
    /// <param name="configure">Changes the settings. Default: none changed.</param>
    public static MemoryChatClient WithMemory(
        this IChatClient client, MemoryOS memory, Func<ChatOptions?, CancellationToken, ValueTask<MemoryScope?>> resolver, Action<MemoryChatOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        var options = new MemoryChatOptions { ScopeResolver = resolver };
        configure?.Invoke(options);
        return new(client, memory, options);
    }

    /// <summary>The client with memory by settings; without a scope in them each call must name one.</summary>
    /// <param name="client">The client that answers; it is disposed with the result.</param>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="options">Settings; they must not be changed afterwards. Default: all defaults.</param>
    public static MemoryChatClient WithMemory(this IChatClient client, MemoryOS memory, MemoryChatOptions? options = null) => new(client, memory, options);
}
