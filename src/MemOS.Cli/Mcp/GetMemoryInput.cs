using System.ComponentModel;

namespace MemOS.Cli.Mcp;

/// <summary>The arguments of <c>get_memory</c> and <c>forget_memory</c>.</summary>
internal sealed record GetMemoryInput
{
    [Description("The id of a record (r1-12) or a message (m1-12).")]
    public required string Id { get; init; }
}
