using System.Collections.Concurrent;
using System.Text.Json;

namespace MemOS.Cli.Mcp;

/// <summary>The requests of a client that are not answered yet, by what goes over its two streams.</summary>
/// <remarks>
/// The library gives up what is under way when its input ends. A client that writes its requests and closes the pipe, as a shell
/// does, would lose their answers, and would not know whether they were carried out: the end is held back until all are answered,
/// or nobody is left to read answers.
/// Safe for concurrent use.
/// </remarks>
internal sealed class OpenRequests
{
    private readonly ConcurrentDictionary<string, bool> open = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource allAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isEnded;

    /// <summary>The client's stream, whose end is only seen when everything before it is answered.</summary>
    public Stream Watch(Stream input) => new WatchedStream(input, NoteRequest, EndAsync, static () => { });

    /// <summary>The stream of answers.</summary>
    public Stream WatchAnswers(Stream output) => new WatchedStream(output, NoteAnswer, static _ => Task.CompletedTask, () => allAnswered.TrySetResult());

    private Task EndAsync(CancellationToken cancellationToken)
    {
        isEnded = true;
        Check();
        return allAnswered.Task.WaitAsync(cancellationToken);
    }

    private void NoteRequest(ReadOnlyMemory<byte> line)
    {
        if (Parse(line) is not { } message || !message.TryGetProperty("method", out var method))
        {
            return;
        }

        if (message.TryGetProperty("id", out var id))
        {
            open[id.GetRawText()] = true;
        }
        else if (method.ValueEquals("notifications/cancelled") && message.TryGetProperty("params", out var parameters) && parameters.TryGetProperty("requestId", out var cancelled))
        {
            Close(cancelled);
        }
    }

    private void NoteAnswer(ReadOnlyMemory<byte> line)
    {
        if (Parse(line) is { } message && !message.TryGetProperty("method", out _) && message.TryGetProperty("id", out var id))
        {
            Close(id);
        }
    }

    private void Close(JsonElement id)
    {
        open.TryRemove(id.GetRawText(), out _);
        Check();
    }

    private void Check()
    {
        if (isEnded && open.IsEmpty)
        {
            allAnswered.TrySetResult();
        }
    }

    // What is no message is the library's to refuse.
    private static JsonElement? Parse(ReadOnlyMemory<byte> line)
    {
        var reader = new Utf8JsonReader(line.Span);
        try
        {
            return JsonElement.TryParseValue(ref reader, out var element) && element is { ValueKind: JsonValueKind.Object } ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
