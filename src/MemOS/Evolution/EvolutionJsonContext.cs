using System.Text.Json.Serialization;

namespace MemOS.Evolution;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ToolDefinition))]
internal sealed partial class EvolutionJsonContext : JsonSerializerContext;
