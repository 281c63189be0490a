using System.ComponentModel;

namespace MemOS.Cli.Mcp;

/// <summary>The arguments of <c>list_memories</c>.</summary>
internal sealed record ListMemoriesInput
{
    [Description("Only of this kind: fact, preference, event, instruction, profile or procedure.")]
    public string? Kind { get; init; }

    [Description("Only from this conversation.")]
    public string? SessionId { get; init; }

    [Description("Continue after this id: the value of next in the page before.")]
    public string? After { get; init; }

    [Description("How many, 1 to 1000. Default: 50.")]
    public int? Limit { get; init; }
}
