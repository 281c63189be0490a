using System.Text.Json;
using System.Text.Json.Serialization;
using MemOS.Evidence;

namespace MemOS.Sqlite.Evidence;

/// <summary>Tool calls and results as the JSON that is stored.</summary>
[JsonSerializable(typeof(IReadOnlyList<ToolCall>))]
[JsonSerializable(typeof(IReadOnlyList<ToolResult>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class EvidenceJson : JsonSerializerContext
{
    private static readonly System.Text.Json.JsonElement NoArguments = System.Text.Json.JsonElement.Parse("{}");

    /// <summary>Writes calls; <see langword="null"/> for none.</summary>
    public static string? Write(IReadOnlyList<ToolCall> calls) => calls.Count == 0
        ? null
        : JsonSerializer.Serialize([.. calls.Select(WithArguments)], Default.IReadOnlyListToolCall);

    /// <summary>Writes results; <see langword="null"/> for none.</summary>
    public static string? Write(IReadOnlyList<ToolResult> results) => results.Count == 0
        ? null
        : JsonSerializer.Serialize(results, Default.IReadOnlyListToolResult);

    /// <summary>Reads calls.</summary>
    public static IReadOnlyList<ToolCall> ReadCalls(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListToolCall) ?? [];

    /// <summary>Reads results.</summary>
    public static IReadOnlyList<ToolResult> ReadResults(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListToolResult) ?? [];

    private static ToolCall WithArguments(ToolCall call) =>
        call.Arguments.ValueKind == JsonValueKind.Undefined ? call with { Arguments = NoArguments } : call;
}
