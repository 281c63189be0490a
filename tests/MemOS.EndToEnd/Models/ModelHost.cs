using MemOS.Models;
using MemOS.Models.Chat;
using MemOS.Models.Embeddings;
using MemOS.TestKit;
using MemOS.TestKit.Models;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Models;

/// <summary>A model server with clients that talk to it over real HTTP.</summary>
internal sealed class ModelHost : IAsyncDisposable
{
    public const string Key = "sk-very-secret";

    private ModelHost(ModelServer server)
    {
        Server = server;
        Endpoint = ModelEndpoint.Of(server.Url, "small", Key) with { TimeProvider = Time };
        Chat = new(Endpoint);
        Embeddings = new(Endpoint);
    }

    public ModelServer Server { get; }

    public HurriedTime Time { get; } = new();

    public ModelEndpoint Endpoint { get; }

    public EndpointChatClient Chat { get; }

    public EndpointEmbeddingGenerator Embeddings { get; }

    public static async Task<ModelHost> StartAsync() => new(await ModelServer.StartAsync());

    /// <summary>Asks, whole or streamed, and returns the whole answer either way.</summary>
    public async Task<ChatResponse> AskAsync(bool streaming, string question = "hello", ChatOptions? options = null, CancellationToken cancellationToken = default) => streaming
        ? await Chat.GetStreamingResponseAsync(question, options, cancellationToken).ToChatResponseAsync(cancellationToken)
        : await Chat.GetResponseAsync(question, options, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        Embeddings.Dispose();
        await Server.DisposeAsync();
    }
}
