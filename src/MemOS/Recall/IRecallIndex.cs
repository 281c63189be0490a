using MemOS.Cubes;

namespace MemOS.Recall;

/// <summary>The search side of a store: per channel, lists of ids. Fusion, gate and packing are the engine's.</summary>
public interface IRecallIndex
{
    /// <summary>Opens one consistent view of the store for one search. Cheap; dispose it soon.</summary>
    ValueTask<IRecallReader> OpenAsync(CubeAccess access, CancellationToken cancellationToken = default);
}
