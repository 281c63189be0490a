using System.Text.Json.Serialization;

namespace MemOS.Cli.Benches;

/// <summary>The format of reading suites.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<ReadingCase>))]
internal sealed partial class ReadingJson : JsonSerializerContext;
