using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MemOS.TestKit;

/// <summary>A chat client that answers as a test says, and remembers how it was called.</summary>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Lock sync = new();
    private readonly List<ChatCall> calls = [];

    /// <summary>What it answers. Default: "ok".</summary>
    public Func<ChatCall, CancellationToken, Task<ChatResponse>> OnResponse { get; set; } =
        (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok")));

    /// <summary>What it streams. Default: the answer of <see cref="OnResponse"/>, a word an update.</summary>
    public Func<ChatCall, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>? OnStreaming { get; set; }

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<ChatCall> Calls
    {
        get
        {
            lock (sync)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>The last call.</summary>
    public ChatCall Last => Calls[^1];

    /// <summary>Whether the client was disposed.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Whether a stream that was begun was also disposed.</summary>
    public bool StreamWasDisposed { get; private set; }

    /// <summary>A client that answers each call by its messages.</summary>
    public static ScriptedChatClient Answering(Func<ChatCall, string> answer) =>
        new() { OnResponse = (call, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer(call)))) };

    /// <summary>A client that fails with an error.</summary>
    public static ScriptedChatClient Failing(Exception error) => new() { OnResponse = (_, _) => Task.FromException<ChatResponse>(error) };

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        OnResponse(Note(messages, options, streaming: false), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = Note(messages, options, streaming: true);
        try
        {
            await foreach (var update in (OnStreaming ?? StreamResponseAsync)(call, cancellationToken).WithCancellation(cancellationToken))
            {
                yield return update;
            }
        }
        finally
        {
            StreamWasDisposed = true;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted") : serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => IsDisposed = true;

    private async IAsyncEnumerable<ChatResponseUpdate> StreamResponseAsync(ChatCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var response = await OnResponse(call, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            if (update.Contents is not [TextContent text])
            {
                yield return update;
                continue;
            }

            foreach (var word in text.Text.Split(' ').Select((word, i) => i == 0 ? word : " " + word))
            {
                yield return new(update.Role, word) { MessageId = update.MessageId, ResponseId = update.ResponseId };
            }
        }
    }

    private ChatCall Note(IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming)
    {
        var call = new ChatCall([.. messages], options, streaming);
        lock (sync)
        {
            calls.Add(call);
        }

        return call;
    }
}
