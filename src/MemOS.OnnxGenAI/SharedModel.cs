using MemOS.Reading;
using Microsoft.Extensions.AI;

namespace MemOS.OnnxGenAI;

/// <summary>One model in this process: loaded when it is first asked, and asked one thing at a time, by whichever reader.</summary>
internal sealed class SharedModel(string directory, Func<IDisposable> load) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private IDisposable? weights;

    /// <summary>Where it lies.</summary>
    public string Directory => directory;

    /// <summary>How many readers hold it; counted under the lock of <see cref="SharedModels"/>.</summary>
    public int Users { get; set; }

    /// <summary>Asks the model. A load that failed is tried again the next time.</summary>
    /// <param name="open">Gives the client of whoever asks over the loaded model; called in its turn, each time.</param>
    /// <param name="ask">Asks the client.</param>
    /// <param name="cancellationToken">Cancels the waiting, and what is asked.</param>
    /// <exception cref="InvalidOperationException">The model cannot be loaded; the message names the directory.</exception>
    public async Task<ChatResponse> AskAsync(Func<IDisposable, IChatClient> open, Func<IChatClient, Task<ChatResponse>> ask, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Loading and the model's own steps keep a thread busy: not the caller's.
            return await Task.Run(() => ask(Open(open)), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Does something after what the model is asked now, and before what it is asked next.</summary>
    public void InTurn(Action action)
    {
        turn.Wait();
        try
        {
            action();
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
        weights?.Dispose();
        turn.Dispose();
    }

    private IChatClient Open(Func<IDisposable, IChatClient> open)
    {
        try
        {
            return open(weights ??= load());
        }
        catch (Exception error) when (error is not (OperationCanceledException or ObjectDisposedException))
        {
            // Nothing was said to the model yet, so that its directory and the fault may be logged and stored.
            var message = $"The model in {directory} cannot be loaded: {error.Message}";
            throw new InvalidOperationException(message, error) { Data = { [ModelFailure.DataKey] = message } };
        }
    }
}
