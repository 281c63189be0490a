using System.Text.Json.Serialization;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>The suite's file, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<SuiteStream>))]
internal sealed partial class SuiteJsonContext : JsonSerializerContext;
