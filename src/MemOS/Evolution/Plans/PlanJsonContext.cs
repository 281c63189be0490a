using System.Text.Json.Serialization;

namespace MemOS.Evolution.Plans;

/// <summary>Plans as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(SkillPlan))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
