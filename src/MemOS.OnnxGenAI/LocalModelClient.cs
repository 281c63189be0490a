using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MemOS.OnnxGenAI;

/// <summary>A chat client over a shared local model, which is given nothing but what it knows.</summary>
/// <remarks>
/// The model is shared; how a prompt is written for it and where it stops is each client's own.
/// The library hands every flag and number among the additional properties to the model as a search option: keys of ours, and of whoever
/// called, would be taken for such. Only what was configured gets through. The temperature is left out: without sampling it means nothing,
/// and a model divides by it.
/// </remarks>
/// <param name="model">The model, which this client gives back when it is disposed.</param>
/// <param name="open">Makes the library's client over the loaded model, with this client's settings; called when it is first asked.</param>
/// <param name="name">The model's name.</param>
/// <param name="searchOptions">What is handed to the model as it is.</param>
internal sealed class LocalModelClient(SharedModel model, Func<IDisposable, IChatClient> open, string name, IReadOnlyDictionary<string, object> searchOptions) : IChatClient
{
    private const string Sampling = "do_sample";
    private readonly ChatClientMetadata metadata = new("onnx", null, name);
    private IChatClient? client;
    private int disposed;

    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        model.AskAsync(Open, client => client.GetResponseAsync(messages, OptionsFor(options), cancellationToken), cancellationToken);

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
            model.InTurn(() => client?.Dispose());
            SharedModels.Return(model);
        }
    }

    private IChatClient Open(IDisposable weights)
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        return client ??= open(weights);
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
