using MemOS;
using MemOS.AgentFramework;
using Microsoft.Agents.AI;

namespace Microsoft.Extensions.AI;

/// <summary>Makes agents with memory of chat clients.</summary>
public static class ChatClientMemoryAgentExtensions
{
    /// <summary>An agent that remembers: the context provider, the durable history, and the partial answers of streams that are left.</summary>
    /// <param name="chatClient">The model.</param>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="options">Settings of memory; they must not be changed afterwards. Default: all defaults, with the scope given to each session.</param>
    /// <param name="agent">The agent's own settings: name, instructions, tools, further providers. They are not changed. Default: none.</param>
    /// <param name="services">Services for the agent's tools. Default: none.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message says which.</exception>
    public static MemoryAgent AsMemoryAgent(
        this IChatClient chatClient, MemoryOS memory, MemoryAgentOptions? options = null, ChatClientAgentOptions? agent = null, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        options ??= new();
        var settings = agent?.Clone() ?? new();
        settings.AIContextProviders = [new MemoryContextProvider(memory, options), .. settings.AIContextProviders ?? []];
        settings.ChatHistoryProvider ??= options.KeepHistory ? new MemoryChatHistoryProvider(memory, options) : null;
        return new(new ChatClientAgent(chatClient, settings, services: services));
    }
}
