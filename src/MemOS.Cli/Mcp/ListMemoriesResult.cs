using System.ComponentModel;
using MemOS.Cli.Output;

namespace MemOS.Cli.Mcp;

/// <summary>What <c>list_memories</c> answers.</summary>
internal sealed record ListMemoriesResult
{
    [Description("The records.")]
    public required IReadOnlyList<RecordOutput> Memories { get; init; }

    [Description("What to pass as after for the next page; null at the end.")]
    public required string? Next { get; init; }
}
