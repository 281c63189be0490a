using System.ComponentModel;

namespace MemOS.Cli.Mcp;

/// <summary>The arguments of <c>add_memory</c>: a text, or messages.</summary>
internal sealed record AddMemoryInput
{
    [Description("One statement to remember. Give this or messages.")]
    public string? Text { get; init; }

    [Description("Messages of a conversation, in order. Give these or text.")]
    public IReadOnlyList<MessageInput>? Messages { get; init; }

    [Description("The conversation that the messages belong to.")]
    public string? SessionId { get; init; }
}
