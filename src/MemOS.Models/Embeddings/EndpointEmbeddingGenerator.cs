using MemOS.Models.Http;
using Microsoft.Extensions.AI;

namespace MemOS.Models.Embeddings;

/// <summary>An embedding generator over an OpenAI-compatible endpoint. Safe for concurrent use.</summary>
public sealed class EndpointEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ModelEndpoint endpoint;
    private readonly EndpointConnection connection;
    private readonly EmbeddingGeneratorMetadata metadata;

    /// <summary>A generator for an endpoint. Nothing is sent yet.</summary>
    public EndpointEmbeddingGenerator(ModelEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        this.endpoint = endpoint;
        connection = new(endpoint);
        metadata = new("openai", endpoint.Url, endpoint.Model);
    }

    /// <inheritdoc/>
    /// <exception cref="ModelEndpointException">The endpoint failed, or answered with another number of vectors than it was asked for.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var texts = values.ToList();
        if (texts.Count == 0)
        {
            return [];
        }

        var model = options?.ModelId ?? endpoint.Model;
        try
        {
            var made = (await connection.Client.GetEmbeddingClient(model).GenerateEmbeddingsAsync(texts, new() { Dimensions = options?.Dimensions }, cancellationToken).ConfigureAwait(false)).Value;
            if (made.Count != texts.Count)
            {
                throw new ModelEndpointException($"{model} at {endpoint.Address} answered with {made.Count} vectors for {texts.Count} texts.", $"it answered with {made.Count} vectors for {texts.Count} texts.", null, null);
            }

            // A server may answer in another order: the place is told with each vector, where it is told at all.
            var ordered = made.Select(item => item.Index).Distinct().Count() == made.Count ? made.OrderBy(item => item.Index) : made.AsEnumerable();
            return new(ordered.Select(item => new Embedding<float>(item.ToFloats()) { ModelId = model, CreatedAt = endpoint.TimeProvider.GetUtcNow() }))
            {
                Usage = made.Usage is { } usage ? new() { InputTokenCount = usage.InputTokenCount, TotalTokenCount = usage.TotalTokenCount } : null,
            };
        }
        catch (Exception ex) when (EndpointErrors.Translate(ex, endpoint, cancellationToken) is { } error)
        {
            throw error;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata
            : serviceType == typeof(ModelEndpoint) ? endpoint
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
