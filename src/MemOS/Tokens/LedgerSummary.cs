namespace MemOS.Tokens;

/// <summary>A sum of ledger entries.</summary>
/// <param name="Turns">Number of turns.</param>
/// <param name="FullTokens">Input tokens if the full history had been sent.</param>
/// <param name="SentTokens">Input tokens that were sent.</param>
/// <param name="InjectedTokens">Tokens of recalled memory within those.</param>
/// <param name="SpentTokens">Tokens spent on memory work.</param>
public sealed record LedgerSummary(int Turns, long FullTokens, long SentTokens, long InjectedTokens, long SpentTokens)
{
    /// <summary>The share of input tokens that was not sent, from 0 to 1 (negative when memory cost more than it saved).</summary>
    public double Saved => FullTokens == 0 ? 0 : 1 - ((double)SentTokens / FullTokens);
}
