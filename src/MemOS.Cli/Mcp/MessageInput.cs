using System.ComponentModel;

namespace MemOS.Cli.Mcp;

/// <summary>A message in the arguments of <c>add_memory</c>.</summary>
internal sealed record MessageInput
{
    [Description("Who spoke: user or assistant. Default: user.")]
    public string? Role { get; init; }

    [Description("The speaker's name.")]
    public string? Name { get; init; }

    [Description("What was said.")]
    public required string Content { get; init; }

    [Description("The message's id within its session; a known id with the same content is passed over.")]
    public string? MessageId { get; init; }

    [Description("When it was said, ISO 8601. Default: now.")]
    public DateTimeOffset? Timestamp { get; init; }
}
