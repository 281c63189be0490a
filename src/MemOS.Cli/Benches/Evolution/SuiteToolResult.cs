using System.Text.Json;

namespace MemOS.Cli.Benches.Evolution;

internal sealed record SuiteToolResult
{
    public required string CallId { get; init; }

    public JsonElement Result { get; init; }

    public JsonElement Error { get; init; }
}
