using System.Text.Json;

namespace MemOS.Cli.Benches.Evolution;

internal sealed record SuiteParameter
{
    public string? Name { get; init; }

    public string? JsonType { get; init; }

    public required IReadOnlyList<JsonElement> Values { get; init; }
}
