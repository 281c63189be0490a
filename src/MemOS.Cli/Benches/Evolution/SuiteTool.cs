using System.Text.Json;

namespace MemOS.Cli.Benches.Evolution;

internal sealed record SuiteTool
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public JsonElement Schema { get; init; }

    public bool? ReadOnly { get; init; }
}
