using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Chat;

/// <summary>Asks a client one way or the other, so that a test runs both.</summary>
internal static class ChatClientTestExtensions
{
    public static async Task<ChatResponse> AskAsync(
        this IChatClient client, bool streaming, IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        streaming ? await client.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken)
        : await client.GetResponseAsync(messages, options, cancellationToken);

    public static Task<ChatResponse> AskAsync(this IChatClient client, bool streaming, string text) =>
        client.AskAsync(streaming, [new(ChatRole.User, text)]);

    /// <summary>Adds a question to a history, asks, and adds the answer, as a caller does who keeps it all.</summary>
    public static async Task<string> SayAsync(this IChatClient client, bool streaming, List<ChatMessage> history, string text, ChatOptions? options = null)
    {
        history.Add(new(ChatRole.User, text));
        var response = await client.AskAsync(streaming, history, options);
        history.AddRange(response.Messages);
        return response.Text;
    }
}
