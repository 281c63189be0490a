using MemOS.Evidence;
using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>An incoming message with what a turn found out about it.</summary>
internal sealed class TurnMessage(ChatMessage message, MessageSource source, EvidenceDraft? draft, ContentHash hash)
{
    public ChatMessage Message { get; } = message;

    public MessageSource Source { get; } = source;

    /// <summary>What would be recorded; nothing for system messages and injected ones.</summary>
    public EvidenceDraft? Draft { get; } = draft;

    public MessageKey Key { get; } = draft is null ? default : new(draft.ExternalId, draft.Role, hash);

    /// <summary>The evidence that the message is, once it is durable.</summary>
    public MemoryId? Evidence { get; set; }

    /// <summary>What it costs in a prompt.</summary>
    public int Tokens { get; set; }

    public bool IsUser => Message.Role == ChatRole.User && Source != MessageSource.Injected;
}
