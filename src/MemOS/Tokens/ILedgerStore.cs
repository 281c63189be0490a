using MemOS.Cubes;

namespace MemOS.Tokens;

/// <summary>The ledger of a store. All members are safe for concurrent use.</summary>
public interface ILedgerStore
{
    /// <summary>Notes a turn in the home cube, or model work of no turn, which has no tokens but spent ones and counts as no turn. May be written lazily: a crash may lose the last entries, never evidence.</summary>
    Task AppendAsync(CubeAccess access, LedgerEntry entry, CancellationToken cancellationToken = default);

    /// <summary>The sum over the home cube, or over one of its sessions.</summary>
    Task<LedgerSummary> SumAsync(CubeAccess access, string? session, CancellationToken cancellationToken = default);

    /// <summary>The last entries of the home cube, oldest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> ListAsync(CubeAccess access, string? session, int limit, CancellationToken cancellationToken = default);
}
