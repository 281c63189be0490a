using System.Text.Json.Serialization;

namespace MemOS.Evolution.Tasks;

/// <summary>Tasks as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(MemoryTask))]
internal sealed partial class TaskJsonContext : JsonSerializerContext;
