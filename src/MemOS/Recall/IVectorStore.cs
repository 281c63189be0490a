using MemOS.Cubes;

namespace MemOS.Recall;

/// <summary>Vectors of active evidence and current records. All members are safe for concurrent use.</summary>
public interface IVectorStore
{
    /// <summary>Texts of the home cube that have no vector of a model yet, oldest first.</summary>
    /// <param name="access">The cube is its home.</param>
    /// <param name="model">The model.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Only items behind this one. Default: from the start.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<(MemoryId Id, string Text)>> GetMissingAsync(CubeAccess access, string model, int limit, MemoryId after = default, CancellationToken cancellationToken = default);

    /// <summary>Gives items the vectors of a model that the home cube holds already for the same texts. Nothing is looked up in other cubes.</summary>
    /// <returns>The items that got one.</returns>
    Task<IReadOnlyList<MemoryId>> ReuseAsync(CubeAccess access, string model, IReadOnlyList<(MemoryId Id, string Text)> items, CancellationToken cancellationToken = default);

    /// <summary>The numbers of the cubes of the store in which a text lacks a vector of a model, in order.</summary>
    Task<IReadOnlyList<int>> FindIncompleteAsync(string model, CancellationToken cancellationToken = default);

    /// <summary>Stores vectors, replacing earlier ones of the same model; items that are gone are passed over.</summary>
    /// <exception cref="ArgumentException">The vectors differ in dimension.</exception>
    Task PutAsync(CubeAccess access, string model, IReadOnlyList<(MemoryId Id, ReadOnlyMemory<float> Vector)> vectors, CancellationToken cancellationToken = default);
}
