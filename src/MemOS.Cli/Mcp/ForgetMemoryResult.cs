using System.ComponentModel;

namespace MemOS.Cli.Mcp;

/// <summary>What <c>forget_memory</c> answers.</summary>
internal sealed record ForgetMemoryResult
{
    [Description("Ids of what left recall: what was named and what went with it. It is kept, and a person can restore it.")]
    public required IReadOnlyList<string> Forgotten { get; init; }
}
