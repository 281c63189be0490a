using System.Text.Json;

namespace MemOS.Cli.Benches.Evolution;

internal sealed record SuiteToolCall
{
    public required string CallId { get; init; }

    public required string Name { get; init; }

    public JsonElement Arguments { get; init; }
}
