using System.ComponentModel;
using MemOS.Cli.Output;

namespace MemOS.Cli.Mcp;

/// <summary>What <c>add_memory</c> answers.</summary>
internal sealed record AddMemoryResult
{
    [Description("Messages that were not known before.")]
    public required int Added { get; init; }

    [Description("Messages that were known already.")]
    public required int Known { get; init; }

    [Description("Ids of the kept messages.")]
    public required IReadOnlyList<string> Ids { get; init; }

    [Description("The statements that were read from them.")]
    public required IReadOnlyList<RecordOutput> Records { get; init; }
}
