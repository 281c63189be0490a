using MemOS.Cubes;

namespace MemOS.Sqlite.Storage;

/// <summary>The ids of a cube as a range: what binds a statement to the cube.</summary>
internal static class CubeRange
{
    /// <summary>The first and last id that items of a kind can have in a cube.</summary>
    public static (long First, long Last) Of(int cube, MemoryItemKind kind) =>
        (MemoryId.First(cube, kind) + 1, MemoryId.First(cube, kind) + MemoryId.MaxSequence);

    /// <summary>The first and last id that items of any kind can have in a cube.</summary>
    public static (long First, long Last) Of(int cube) => ((long)cube << 32, ((long)cube << 32) | uint.MaxValue);

    /// <summary>The ranges of the readable cubes, ascending, that lie after an id.</summary>
    public static IEnumerable<(long First, long Last)> After(CubeAccess access, MemoryItemKind kind, MemoryId? after)
    {
        var from = (after?.Value ?? 0) + 1;
        return access.Readable.Order().Select(cube => Of(cube, kind)).Where(range => range.Last >= from).Select(range => (Math.Max(range.First, from), range.Last));
    }
}
