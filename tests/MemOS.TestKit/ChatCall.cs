using Microsoft.Extensions.AI;

namespace MemOS.TestKit;

/// <summary>A call that a chat client received.</summary>
public sealed record ChatCall(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, bool Streaming)
{
    /// <summary>All the text of the prompt, a line a message, instructions first.</summary>
    public string Prompt => string.Join('\n', Messages.Select(message => $"{message.Role}: {message.Text}").Prepend(Options?.Instructions ?? ""));
}
