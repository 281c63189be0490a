// Stand-in for Microsoft.Extensions.AI: changes a clone of the options of every call.
namespace Microsoft.Extensions.AI;

public sealed class ConfigureOptionsChatClient : DelegatingChatClient {
    private readonly Action<ChatOptions> configure;
    public ConfigureOptionsChatClient(IChatClient innerClient, Action<ChatOptions> configure)
        : base(innerClient) => this.configure = configure;
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, Configure(options), cancellationToken);
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages, Configure(options), cancellationToken);
    private ChatOptions Configure(ChatOptions? options) {
        options = options?.Clone() ?? new();
        configure(options);
        return options;
    }
}
