using MemOS.Sqlite.Storage;
using MemOS.Tokens;

namespace MemOS.Sqlite.Tokens;

/// <summary>Writes the ledger, within the transaction of whoever asks.</summary>
internal static class LedgerTable
{
    private const string Insert = """
        INSERT INTO ledger (cube, session, time, offset, full_tokens, sent_tokens, injected_tokens, spent_tokens) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    /// <summary>Adds an entry to a cube's ledger.</summary>
    public static void Add(Connection connection, int cube, LedgerEntry entry) =>
        connection.Prepare(Insert).Bind(cube).Bind(entry.Session ?? "").Bind(entry.Time.Ticks).Bind(Times.Offset(entry.Time))
            .Bind(entry.FullTokens).Bind(entry.SentTokens).Bind(entry.InjectedTokens).Bind(entry.SpentTokens).Run();
}
