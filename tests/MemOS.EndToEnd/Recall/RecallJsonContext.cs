using System.Text.Json.Serialization;

namespace MemOS.EndToEnd.Recall;

/// <summary>How the suite is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(IReadOnlyList<RecallConversation>))]
internal sealed partial class RecallJsonContext : JsonSerializerContext;
