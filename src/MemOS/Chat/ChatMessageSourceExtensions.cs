using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>Reads and writes the mark that tells where a message comes from.</summary>
public static class ChatMessageSourceExtensions
{
    private const string Key = "memos.source";

    // Agent Framework stamps messages under this key; the value is a struct of its own, or JSON after a round trip.
    private const string AgentFrameworkKey = "_attribution";

    /// <summary>Where a message comes from: by our mark, then by Agent Framework's, otherwise the conversation.</summary>
    public static MessageSource GetMemorySource(this ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.AdditionalProperties is not { } properties)
        {
            return MessageSource.Conversation;
        }

        if (properties.TryGetValue(Key, out var ours) && ours is MessageSource source)
        {
            return source;
        }

        return properties.TryGetValue(AgentFrameworkKey, out var stamp) && stamp is not null ? OfStamp(stamp) : MessageSource.Conversation;
    }

    /// <summary>A clone of a message that says where it comes from, for hosts whose own marks the engine cannot read.</summary>
    public static ChatMessage WithMemorySource(this ChatMessage message, MessageSource source)
    {
        ArgumentNullException.ThrowIfNull(message);
        var clone = message.Clone();
        clone.AdditionalProperties = clone.AdditionalProperties?.Clone() ?? [];
        clone.AdditionalProperties[Key] = source;
        return clone;
    }

    private static MessageSource OfStamp(object stamp)
    {
        var text = stamp is JsonElement json ? json.GetRawText() : stamp.ToString() ?? "";
        return text.Contains("ChatHistory", StringComparison.OrdinalIgnoreCase) ? MessageSource.History
            : text.Contains("AIContextProvider", StringComparison.OrdinalIgnoreCase) ? MessageSource.Injected
            : MessageSource.Conversation;
    }
}
