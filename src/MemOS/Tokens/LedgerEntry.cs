namespace MemOS.Tokens;

/// <summary>What one turn cost and what it would have cost.</summary>
public sealed record LedgerEntry
{
    /// <summary>The session of the turn.</summary>
    public string? Session { get; init; }

    /// <summary>When the turn ended.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Input tokens if the full history had been sent.</summary>
    public required long FullTokens { get; init; }

    /// <summary>Input tokens that were sent, memory included.</summary>
    public required long SentTokens { get; init; }

    /// <summary>Tokens of recalled memory within those.</summary>
    public required long InjectedTokens { get; init; }

    /// <summary>Tokens that models spent on memory work (reading, judging).</summary>
    public long SpentTokens { get; init; }
}
