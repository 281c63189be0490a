// Stand-in for OllamaSharp: a client of an Ollama server, declared and not done.
using Microsoft.Extensions.AI;

namespace OllamaSharp;

public class OllamaApiClient : IChatClient, IEmbeddingGenerator<string, Embedding<float>> {
    public OllamaApiClient(Uri uri, string defaultModel = "") => SelectedModel = defaultModel;
    public string SelectedModel { get; set; }
    Task<ChatResponse> IChatClient.GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => throw StandIn.NotModelled();
    IAsyncEnumerable<ChatResponseUpdate> IChatClient.GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => throw StandIn.NotModelled();
    Task<GeneratedEmbeddings<Embedding<float>>> IEmbeddingGenerator<string, Embedding<float>>.GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken) => throw StandIn.NotModelled();
    object? IChatClient.GetService(Type serviceType, object? serviceKey) => null;
    object? IEmbeddingGenerator.GetService(Type serviceType, object? serviceKey) => null;
    public void Dispose() => GC.SuppressFinalize(this);
}
