using MemOS.Cubes;

namespace MemOS.Sqlite.Cubes;

/// <summary>Reads items of the main file and of attached cubes as one: each from the store that has it, all under our ids.</summary>
/// <param name="main">The store of the main file.</param>
/// <param name="cubes">The attached cubes.</param>
/// <param name="storeOf">The store of an attached file.</param>
/// <param name="fromFile">An item of an attached file under our ids.</param>
internal sealed class AttachedItems<TStore, T>(TStore main, AttachedCubes cubes, Func<AttachedFile, TStore> storeOf, Func<AttachedFile, T, T> fromFile)
{
    private const int LargestPage = 1000;

    /// <summary>Reads items by their ids, in the order of the ids.</summary>
    public async Task<IReadOnlyList<T>> GetAsync(
        CubeAccess access, IReadOnlyList<MemoryId> ids, Func<T, MemoryId> idOf, Func<TStore, CubeAccess, IReadOnlyList<MemoryId>, Task<IReadOnlyList<T>>> get)
    {
        ArgumentNullException.ThrowIfNull(access);
        var attached = cubes.FindAll(access.Readable);
        if (attached.Count == 0)
        {
            return await get(main, access, ids).ConfigureAwait(false);
        }

        var found = (await get(main, AttachedCubes.InMain(access, attached), ids).ConfigureAwait(false)).ToDictionary(idOf);
        foreach (var (cube, file) in attached)
        {
            var wanted = ids.Where(id => id.Cube == cube).Select(file.ToFile).ToList();
            foreach (var item in await get(storeOf(file), AttachedFile.Inside(access), wanted).ConfigureAwait(false))
            {
                var ours = fromFile(file, item);
                found[idOf(ours)] = ours;
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Reads a page, cube after cube as their numbers go.</summary>
    public async Task<IReadOnlyList<T>> ListAsync(CubeAccess access, MemoryId? after, int limit, Func<TStore, CubeAccess, MemoryId?, int, Task<IReadOnlyList<T>>> list)
    {
        ArgumentNullException.ThrowIfNull(access);
        var attached = cubes.FindAll(access.Readable);
        if (attached.Count == 0)
        {
            return await list(main, access, after, limit).ConfigureAwait(false);
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
                ? (await list(storeOf(file), AttachedFile.Inside(access), start is { } id ? file.ToFile(id) : null, size - page.Count).ConfigureAwait(false)).Select(item => fromFile(file, item))
                : await list(main, access with { Readable = [cube] }, start, size - page.Count).ConfigureAwait(false));
        }

        return page;
    }

    /// <summary>Reads what belongs to one item from where that lies.</summary>
    public async Task<IReadOnlyList<T>> OfAsync(CubeAccess access, MemoryId id, Func<TStore, CubeAccess, MemoryId, Task<IReadOnlyList<T>>> read)
    {
        ArgumentNullException.ThrowIfNull(access);
        return access.CanRead(id) && cubes.Find(id.Cube) is { } file
            ? [.. (await read(storeOf(file), AttachedFile.Inside(access), file.ToFile(id)).ConfigureAwait(false)).Select(item => fromFile(file, item))]
            : await read(main, access, id).ConfigureAwait(false);
    }

    /// <summary>Reads from every store, in no order.</summary>
    public async Task<List<T>> AllAsync(CubeAccess access, Func<TStore, CubeAccess, Task<IReadOnlyList<T>>> read)
    {
        ArgumentNullException.ThrowIfNull(access);
        var attached = cubes.FindAll(access.Readable);
        var all = (await read(main, AttachedCubes.InMain(access, attached)).ConfigureAwait(false)).ToList();
        foreach (var file in attached.Values)
        {
            all.AddRange((await read(storeOf(file), AttachedFile.Inside(access)).ConfigureAwait(false)).Select(item => fromFile(file, item)));
        }

        return all;
    }
}
