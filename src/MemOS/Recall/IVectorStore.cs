using MemOS.Cubes;

namespace MemOS.Recall;

/// <summary>Vectors of active evidence and current records. All members are safe for concurrent use.</summary>
public interface IVectorStore
{
    /// <summary>Texts of the home cube that have no vector of a model yet, oldest first.</summary>
    Task<IReadOnlyList<(MemoryId Id, string Text)>> GetMissingAsync(CubeAccess access, string model, int limit, CancellationToken cancellationToken = default);

    /// <summary>Stores vectors, replacing earlier ones of the same model; items that are gone are passed over.</summary>
    /// <exception cref="ArgumentException">The vectors differ in dimension.</exception>
    Task PutAsync(CubeAccess access, string model, IReadOnlyList<(MemoryId Id, ReadOnlyMemory<float> Vector)> vectors, CancellationToken cancellationToken = default);
}
