using System.Text.Json.Serialization;

namespace MemOS.Evolution.Skills;

/// <summary>Skills and their reports as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(Skill))]
[JsonSerializable(typeof(SkillReport))]
internal sealed partial class SkillJsonContext : JsonSerializerContext;
