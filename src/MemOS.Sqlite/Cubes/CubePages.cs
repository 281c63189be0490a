using MemOS.Cubes;

namespace MemOS.Sqlite.Cubes;

/// <summary>Pages over the main file and attached cubes, cube after cube as their numbers go.</summary>
internal static class CubePages
{
    private const int LargestPage = 1000;

    /// <summary>Reads a page.</summary>
    /// <param name="attached">The attached cubes among the readable ones.</param>
    /// <param name="access">Whose cubes.</param>
    /// <param name="after">The id after which the page begins.</param>
    /// <param name="limit">How many items at most.</param>
    /// <param name="main">Reads from the main file.</param>
    /// <param name="other">Reads from an attached file, with its ids given and ours returned.</param>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        IReadOnlyDictionary<int, AttachedFile> attached,
        CubeAccess access,
        MemoryId? after,
        int limit,
        Func<CubeAccess, MemoryId?, int, Task<IReadOnlyList<T>>> main,
        Func<AttachedFile, MemoryId?, int, Task<IReadOnlyList<T>>> other)
    {
        if (attached.Count == 0)
        {
            return await main(access, after, limit).ConfigureAwait(false);
        }

        var size = Math.Clamp(limit, 1, LargestPage);
        var page = new List<T>();
        foreach (var cube in access.Readable.Order().Where(cube => after is null || cube >= after.Value.Cube))
        {
            if (page.Count == size)
            {
                break;
            }

            var start = after?.Cube == cube ? after : null;
            page.AddRange(attached.TryGetValue(cube, out var file)
                ? await other(file, start is { } id ? file.ToFile(id) : null, size - page.Count).ConfigureAwait(false)
                : await main(access with { Readable = [cube] }, start, size - page.Count).ConfigureAwait(false));
        }

        return page;
    }
}
