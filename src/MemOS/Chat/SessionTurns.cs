using MemOS.Evidence;

namespace MemOS.Chat;

/// <summary>What is kept in memory of a session between its turns. All of it can be lost: the log in the store decides.</summary>
/// <remarks>Everything but <see cref="Gate"/> is used by its holder alone.</remarks>
internal sealed class SessionTurns
{
    private const int MostCounts = 16_384;
    private readonly Dictionary<ContentHash, int> counts = [];

    /// <summary>Lets one turn at a time align and record.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The last turn.</summary>
    public SharedTurn? Turn { get; set; }

    /// <summary>The last call's messages, to know when the very same come again.</summary>
    public IReadOnlyList<MessageKey> LastKeys { get; set; } = [];

    /// <summary>The evidence of those.</summary>
    public IReadOnlyList<MemoryId?> LastEvidence { get; set; } = [];

    /// <summary>The last evidence that this process recorded or saw in the session.</summary>
    public MemoryId? LastLine { get; set; }

    /// <summary>Tokens of the session's active messages; <see langword="null"/> until it is known.</summary>
    public long? HistoryTokens { get; set; }

    /// <summary>When the session was last used, in the registry's count of uses.</summary>
    public long LastUse { get; set; }

    /// <summary>The tokens of a message, counted once a session.</summary>
    public int CountTokens(TurnMessage message, Tokens.ITokenCounter counter)
    {
        if (message.Draft is null)
        {
            return MessageTokens.Count(message.Message, null, counter);
        }

        if (counts.TryGetValue(message.Key.Hash, out var tokens))
        {
            return tokens;
        }

        if (counts.Count >= MostCounts)
        {
            counts.Clear();
        }

        return counts[message.Key.Hash] = MessageTokens.Count(message.Message, message.Draft, counter);
    }

    /// <summary>Whether the last call brought exactly these messages and nobody else has written since.</summary>
    public bool IsRepeated(IReadOnlyList<MessageKey> keys, IReadOnlyList<LogEntry> log) =>
        keys.Count > 1 && log.Count > 0 && log[^1].Id == LastLine && keys.SequenceEqual(LastKeys) && LastEvidence.All(id => id is not null);
}
