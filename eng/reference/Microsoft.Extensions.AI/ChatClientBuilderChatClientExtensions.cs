// Stand-in for Microsoft.Extensions.AI: begins a pipeline at a client.
namespace Microsoft.Extensions.AI;

public static class ChatClientBuilderChatClientExtensions {
    public static ChatClientBuilder AsBuilder(this IChatClient innerClient) => new(innerClient);
}
