using System.Runtime.CompilerServices;
using MemOS.Models.Http;
using Microsoft.Extensions.AI;

namespace MemOS.Models.Chat;

/// <summary>A chat client over an OpenAI-compatible endpoint: streaming, tool calls, JSON output by schema, usage and cancellation.</summary>
/// <remarks>
/// Tools are offered and their calls returned, never invoked; compose a function-invoking client around it for that. Contents
/// that the protocol has no place for are left out of the request. Nothing is sent before the first call, and nothing elsewhere.
/// Safe for concurrent use.
/// </remarks>
public sealed class EndpointChatClient : IChatClient
{
    private readonly ModelEndpoint endpoint;
    private readonly EndpointConnection connection;
    private readonly ChatClientMetadata metadata;

    /// <summary>A client for an endpoint. Nothing is sent yet.</summary>
    public EndpointChatClient(ModelEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        this.endpoint = endpoint;
        connection = new(endpoint);
        metadata = new("openai", endpoint.Url, endpoint.Model);
    }

    /// <inheritdoc/>
    /// <exception cref="ModelEndpointException">The endpoint failed; the message says how.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var request = ChatRequests.Messages(messages, options);
        var settings = ChatRequests.Settings(options, endpoint, this);
        try
        {
            var completion = await connection.Client.GetChatClient(options?.ModelId ?? endpoint.Model).CompleteChatAsync(request, settings, cancellationToken).ConfigureAwait(false);
            return ChatAnswers.Of(completion.Value);
        }
        catch (Exception ex) when (EndpointErrors.Translate(ex, endpoint, cancellationToken) is { } error)
        {
            throw error;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ModelEndpointException">The endpoint failed, or the stream ended before the answer did; what came until then was yielded.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var request = ChatRequests.Messages(messages, options);
        var settings = ChatRequests.Settings(options, endpoint, this);
        var answer = new StreamedAnswer();
        var stream = connection.Client.GetChatClient(options?.ModelId ?? endpoint.Model).CompleteChatStreamingAsync(request, settings, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (stream.ConfigureAwait(false))
        {
            while (true)
            {
                ChatResponseUpdate update;
                try
                {
                    if (!await stream.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    update = answer.Next(stream.Current);
                }
                catch (Exception ex) when (EndpointErrors.Translate(ex, endpoint, cancellationToken) is { } error)
                {
                    throw error;
                }

                yield return update;
            }
        }

        if (!answer.IsFinished)
        {
            throw new ModelEndpointException($"The answer of {endpoint.Model} at {endpoint.Address} was cut off before it ended.", EndpointErrors.CutOff, null, null);
        }

        if (answer.End() is { } last)
        {
            yield return last;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType == typeof(ModelEndpoint) ? endpoint
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
