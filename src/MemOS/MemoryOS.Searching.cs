using MemOS.Recall;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Finds what is relevant to a query among everything the scope may read, and packs it into a token budget.</summary>
    /// <param name="query">A question or a few words. An empty query finds nothing.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="options">Budget, filters, explanation. Default: the settings of <see cref="MemoryOSOptions.Recall"/>.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="MemoryAccessException">The scope names a cube without a grant.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<RecallResult> SearchAsync(string query, MemoryScope scope, RecallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await recall.SearchAsync(access, query, options ?? Options.Recall, cancellationToken).ConfigureAwait(false);
    }
}
