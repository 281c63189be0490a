// Stand-in for Microsoft.Agents.AI.Abstractions: the stamp that says where a message of a request comes from.
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public readonly struct AgentRequestMessageSourceType(string value) : IEquatable<AgentRequestMessageSourceType> {
    private readonly string? value = value;
    public string Value => value ?? nameof(External);
    public static AgentRequestMessageSourceType External { get; } = new(nameof(External));
    public static AgentRequestMessageSourceType AIContextProvider { get; } = new(nameof(AIContextProvider));
    public static AgentRequestMessageSourceType ChatHistory { get; } = new(nameof(ChatHistory));
    public bool Equals(AgentRequestMessageSourceType other) => Value == other.Value;
    public override bool Equals(object? obj) => obj is AgentRequestMessageSourceType other && Equals(other);
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
    public override string ToString() => Value;
    public static bool operator ==(AgentRequestMessageSourceType left, AgentRequestMessageSourceType right) => left.Equals(right);
    public static bool operator !=(AgentRequestMessageSourceType left, AgentRequestMessageSourceType right) => !left.Equals(right);
}

public readonly struct AgentRequestMessageSourceAttribution(AgentRequestMessageSourceType sourceType, string? sourceId) {
    public static readonly string AdditionalPropertiesKey = "_attribution";
    public AgentRequestMessageSourceType SourceType { get; } = sourceType;
    public string? SourceId { get; } = sourceId;
    public override string ToString() => SourceId is null ? SourceType.Value : $"{SourceType.Value}:{SourceId}";
}

public static class ChatMessageExtensions {
    public static AgentRequestMessageSourceType GetAgentRequestMessageSourceType(this ChatMessage message) =>
        message.AdditionalProperties?.TryGetValue(AgentRequestMessageSourceAttribution.AdditionalPropertiesKey, out var stamp) == true && stamp is AgentRequestMessageSourceAttribution source
            ? source.SourceType
            : AgentRequestMessageSourceType.External;

    public static ChatMessage WithAgentRequestMessageSource(this ChatMessage message, AgentRequestMessageSourceType sourceType, string? sourceId = null) {
        var clone = message.Clone();
        clone.AdditionalProperties ??= [];
        clone.AdditionalProperties[AgentRequestMessageSourceAttribution.AdditionalPropertiesKey] = new AgentRequestMessageSourceAttribution(sourceType, sourceId);
        return clone;
    }
}
