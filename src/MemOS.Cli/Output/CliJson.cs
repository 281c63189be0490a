using System.Text.Json.Serialization;

namespace MemOS.Cli.Output;

/// <summary>The shapes that <c>--json</c> prints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never, WriteIndented = true)]
[JsonSerializable(typeof(ErrorOutput))]
internal sealed partial class CliJson : JsonSerializerContext;
