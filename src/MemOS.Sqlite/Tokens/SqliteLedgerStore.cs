using MemOS.Cubes;
using MemOS.Sqlite.Storage;
using MemOS.Tokens;

namespace MemOS.Sqlite.Tokens;

/// <inheritdoc cref="ILedgerStore"/>
internal sealed class SqliteLedgerStore(Database database) : ILedgerStore
{
    private const string Sum = """
        SELECT coalesce(sum(sent_tokens > 0), 0), coalesce(sum(full_tokens), 0), coalesce(sum(sent_tokens), 0), coalesce(sum(injected_tokens), 0), coalesce(sum(spent_tokens), 0)
        FROM ledger WHERE cube = ?1 AND (?2 IS NULL OR session = ?2)
        """;

    private const string Last = """
        SELECT session, time, offset, full_tokens, sent_tokens, injected_tokens, spent_tokens
        FROM ledger WHERE cube = ?1 AND (?2 IS NULL OR session = ?2) AND sent_tokens > 0 ORDER BY id DESC LIMIT ?3
        """;

    /// <inheritdoc/>
    public Task AppendAsync(CubeAccess access, LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(entry);
        return database.WriteAsync(
            connection =>
            {
                LedgerTable.Add(connection, access.Home, entry);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<LedgerSummary> SumAsync(CubeAccess access, string? session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return database.ReadAsync(
            connection =>
            {
                using var row = connection.Prepare(Sum).Bind(access.Home).Bind(session);
                row.Step();
                return new LedgerSummary(row.Int32(0), row.Int64(1), row.Int64(2), row.Int64(3), row.Int64(4));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerEntry>> ListAsync(CubeAccess access, string? session, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return database.ReadAsync<IReadOnlyList<LedgerEntry>>(
            connection =>
            {
                var entries = new List<LedgerEntry>();
                using var row = connection.Prepare(Last).Bind(access.Home).Bind(session).Bind(Math.Max(limit, 0));
                while (row.Step())
                {
                    entries.Add(new()
                    {
                        Session = Evidence.SessionTable.Name(row.Text(0)),
                        Time = Times.FromLocal(row.Int64(1), row.Int64(2)),
                        FullTokens = row.Int64(3),
                        SentTokens = row.Int64(4),
                        InjectedTokens = row.Int64(5),
                        SpentTokens = row.Int64(6),
                    });
                }

                entries.Reverse();
                return entries;
            },
            cancellationToken);
    }
}
