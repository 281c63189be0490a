using MemOS.Recall;
using MemOS.Recall.Tasks;

namespace MemOS;

public sealed partial class MemoryOS
{
    /// <summary>Finds what is relevant to a query among everything the scope may read, and packs it into a token budget.</summary>
    /// <remarks>A question that asks how something was done also brings the tasks in which it was done, first.</remarks>
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
        var settings = options ?? Options.Recall;
        return settings.IncludeTasks ?? (settings.Kinds is null && TaskQuestion.IsAskedIn(query))
            ? await tasks.SearchAsync(access, query, settings, given => recall.SearchAsync(access, query, given, cancellationToken), cancellationToken).ConfigureAwait(false)
            : await recall.SearchAsync(access, query, settings, cancellationToken).ConfigureAwait(false);
    }
}
