using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace MemOS.Models.Http;

/// <summary>The library's client for an endpoint, over a connection of its own.</summary>
internal sealed class EndpointConnection : IDisposable
{
    private readonly HttpClient http;

    public EndpointConnection(ModelEndpoint endpoint)
    {
        // A redirect would take the messages, and with some the key, to a host that nobody named. The library has the timeouts: of one try, and of the next piece of a stream.
        http = new(new AnswerGuard(endpoint, new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint.Url,
            NetworkTimeout = endpoint.Timeout,
            RetryPolicy = new PatientRetryPolicy(endpoint),
            Transport = new HttpClientPipelineTransport(http),
            EnableDistributedTracing = false,
            ClientLoggingOptions = new() { EnableLogging = false },
            UserAgentApplicationId = "memos",
        };
#pragma warning disable OPENAI001 // Clients without a key may still change in the library.
        Client = endpoint.Key is { } key ? new(new ApiKeyCredential(key), options) : new(new NoKey(), options);
#pragma warning restore OPENAI001
    }

    public OpenAIClient Client { get; }

    public void Dispose() => http.Dispose();
}
