using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MemOS.OnnxGenAI;

/// <summary>A chat client over a shared local model, which is given nothing but what it knows.</summary>
/// <remarks>
/// The library hands every flag and number among the additional properties to the model as a search option: keys of ours, and of whoever
/// called, would be taken for such. Only what was configured gets through. The temperature is left out: without sampling it means nothing,
/// and a model divides by it.
/// </remarks>
internal sealed class LocalModelClient(SharedModel model, string name, IReadOnlyDictionary<string, object> searchOptions) : IChatClient
{
    private const string Sampling = "do_sample";
    private readonly ChatClientMetadata metadata = new("onnx", null, name);
    private int disposed;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        model.AskAsync(messages, OptionsFor(options), cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(ChatClientMetadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            SharedModels.Return(model);
        }
    }

    private ChatOptions OptionsFor(ChatOptions? options)
    {
        var properties = new AdditionalPropertiesDictionary { [Sampling] = false };
        foreach (var (key, value) in searchOptions)
        {
            properties[key] = value;
        }

        return new()
        {
            Instructions = options?.Instructions,
            MaxOutputTokens = options?.MaxOutputTokens,
            ResponseFormat = options?.ResponseFormat,
            StopSequences = options?.StopSequences,
            AdditionalProperties = properties,
        };
    }
}
