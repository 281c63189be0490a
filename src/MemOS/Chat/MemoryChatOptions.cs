using MemOS.Chat;
using Microsoft.Extensions.AI;

namespace MemOS;

/// <summary>Settings of a <see cref="MemoryChatClient"/>.</summary>
public sealed class MemoryChatOptions : MemoryTurnOptions
{
    /// <summary>Whose memory is used when a call names no scope and <see cref="ScopeResolver"/> finds none. Default: nobody's.</summary>
    public MemoryScope? Scope { get; set; }

    /// <summary>
    /// Finds the scope of a call, such as from the current user of a web request. Runs once a call, after the call's own
    /// scope and before <see cref="Scope"/>. Default: none.
    /// </summary>
    public Func<ChatOptions?, CancellationToken, ValueTask<MemoryScope?>>? ScopeResolver { get; set; }

    /// <summary>Whether the model is offered the memory tools (remember, recall, correct, forget, list_memories). Default: no.</summary>
    public bool OfferTools { get; set; }

    /// <summary>Called after each turn with what it recalled and cost. Exceptions of the callback are logged. Default: none.</summary>
    public Action<MemoryTurnReport>? TurnCompleted { get; set; }
}
