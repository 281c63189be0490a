// Stand-in for Microsoft.ML.OnnxRuntimeGenAI: a chat client over a local model, which only the real library can run.
using Microsoft.Extensions.AI;

namespace Microsoft.ML.OnnxRuntimeGenAI;

public sealed class OnnxRuntimeGenAIChatClient : IChatClient {
    public OnnxRuntimeGenAIChatClient(Model model, bool ownsModel = true, OnnxRuntimeGenAIChatClientOptions? options = null) => throw StandIn.NotModelled();
    public void Dispose() => throw StandIn.NotModelled();
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw StandIn.NotModelled();
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw StandIn.NotModelled();
    object? IChatClient.GetService(Type serviceType, object? serviceKey) => throw StandIn.NotModelled();
}
