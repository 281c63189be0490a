using System.Runtime.CompilerServices;
using MemOS.Hosts.Tests.Conformance;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests;

/// <summary>A conversation of a caller who keeps the whole history and sends it with every turn, in a scope that each call names.</summary>
public sealed class ChatClientSession(IChatClient client, MemoryScope? scope) : IHostSession
{
    private readonly List<ChatMessage> history = [];

    public async Task<string> SayAsync(string text, bool streaming, IReadOnlyList<AIFunction>? tools = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. history, new(ChatRole.User, text)];
        var response = streaming
            ? await client.GetStreamingResponseAsync(sent, OptionsWith(tools), cancellationToken).ToChatResponseAsync(cancellationToken)
            : await client.GetResponseAsync(sent, OptionsWith(tools), cancellationToken);
        history.Add(sent[^1]);
        history.AddRange(response.Messages);
        return response.Text;
    }

    public async IAsyncEnumerable<string> StreamAsync(string text, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. history, new(ChatRole.User, text)];
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(sent, OptionsWith(null), cancellationToken))
        {
            updates.Add(update);
            yield return update.Text;
        }

        history.Add(sent[^1]);
        history.AddRange(updates.ToChatResponse().Messages);
    }

    private ChatOptions OptionsWith(IReadOnlyList<AIFunction>? tools)
    {
        var options = new ChatOptions { Tools = tools is null ? null : [.. tools] };
        return scope is null ? options : options.WithMemoryScope(scope);
    }
}
