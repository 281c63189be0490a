using MemOS.Cubes;

namespace MemOS.Cli;

/// <summary>How many texts of a memory file lack the vector of a model.</summary>
internal static class EmbeddingBacklog
{
    /// <summary>The most that is counted: beyond, it only matters that there is much.</summary>
    public const int Most = 1000;

    /// <summary>The count, of all cubes, up to <see cref="Most"/>.</summary>
    public static async Task<int> CountAsync(MemoryOS memory, string model, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var cube in await memory.Store.Vectors.FindIncompleteAsync(model, cancellationToken))
        {
            if (count < Most)
            {
                count += (await memory.Store.Vectors.GetMissingAsync(new CubeAccess(new() { User = "" }, [cube], [cube]), model, Most - count, cancellationToken: cancellationToken)).Count;
            }
        }

        return count;
    }
}
