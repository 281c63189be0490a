namespace MemOS.Tokens;

/// <summary>The token ledger of a memory system: per turn, session and user, what was sent and what the full history would have cost.</summary>
/// <remarks>
/// Figures are estimates of the configured <see cref="ITokenCounter"/>. A turn is noted once; further model calls of its tool
/// loop are not counted. Safe for concurrent use.
/// </remarks>
public sealed class TokenLedger
{
    private readonly MemoryOS memory;

    internal TokenLedger(MemoryOS memory) => this.memory = memory;

    /// <summary>The sum over all of a user's sessions.</summary>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<LedgerSummary> SumAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await memory.ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await memory.Store.Ledger.SumAsync(access, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The sum over the scope's session, the unnamed one if it names none.</summary>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<LedgerSummary> SumSessionAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var access = await memory.ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await memory.Store.Ledger.SumAsync(access, scope.Session ?? "", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The last turns of the scope's session, oldest first.</summary>
    /// <param name="scope">The user and session.</param>
    /// <param name="limit">How many at most. Default: 100.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<LedgerEntry>> ListAsync(MemoryScope scope, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var access = await memory.ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await memory.Store.Ledger.ListAsync(access, scope.Session ?? "", limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What each skill of the scope has saved against the tasks that it came from; skills that never ran whole are left out.</summary>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<SkillSavings>> ListSkillsAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var stored = await memory.ListSkillsAsync(scope, cancellationToken).ConfigureAwait(false);
        return
        [
            .. from skill in stored.Select(known => known.Skill)
               let runs = skill.Trials.Where(trial => trial.IsSuccess && trial.Tokens > 0).ToList()
               let before = skill.Versions.Where(version => version.TaskTokens > 0).Select(version => version.TaskTokens).DefaultIfEmpty(0).First()
               where runs.Count > 0 && before > 0
               select new SkillSavings(skill.Name, runs.Count, before, (long)runs.Average(trial => trial.Tokens)),
        ];
    }

    /// <summary>Notes a turn.</summary>
    /// <exception cref="MemoryStoreException">The store cannot be written.</exception>
    public async Task AddAsync(MemoryScope scope, LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var access = await memory.ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        await memory.Store.Ledger.AppendAsync(access, entry, cancellationToken).ConfigureAwait(false);
    }
}
