// Stand-in for Microsoft.Agents.AI: an agent from a chat client.
using Microsoft.Agents.AI;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.AI;

public static class ChatClientExtensions {
    public static ChatClientAgent AsAIAgent(this IChatClient chatClient, ChatClientAgentOptions? options, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) =>
        new(chatClient, options, loggerFactory, services);
}
