using MemOS.Reading;
using Microsoft.Extensions.AI;

namespace MemOS.OnnxGenAI;

/// <summary>One model in this process: loaded when it is first asked, and asked one thing at a time.</summary>
internal sealed class SharedModel(string directory, Func<IChatClient> load) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private IChatClient? client;

    /// <summary>Where it lies.</summary>
    public string Directory => directory;

    /// <summary>How many readers hold it; counted under the lock of <see cref="SharedModels"/>.</summary>
    public int Users { get; set; }

    /// <summary>Asks the model. A load that failed is tried again the next time.</summary>
    /// <exception cref="InvalidOperationException">The model cannot be loaded; the message names the directory.</exception>
    public async Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Loading and the model's own steps keep a thread busy: not the caller's.
            return await Task.Run(() => (client ??= Load()).GetResponseAsync(messages, options, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Unloads the model, after what it is asked now. Nobody holds it any more.</summary>
    public void Dispose()
    {
        turn.Wait();
        client?.Dispose();
        turn.Dispose();
    }

    private IChatClient Load()
    {
        try
        {
            return load();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Nothing was said to the model yet, so that its directory and the fault may be logged and stored.
            var message = $"The model in {directory} cannot be loaded: {error.Message}";
            throw new InvalidOperationException(message, error) { Data = { [ModelFailure.DataKey] = message } };
        }
    }
}
