using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall;

/// <summary>Slabs of vectors by cube and model, kept between searches and checked against the file at each. Safe for concurrent use.</summary>
/// <remarks>The check reads two numbers in the search's own view of the file, so that what another process wrote counts as well.</remarks>
internal sealed class VectorCache
{
    private const string State = "SELECT vectors_changed, last_vector FROM cubes WHERE number = ?1";

    private const string All = "SELECT key, id, vector FROM vectors WHERE model = ?1 AND id BETWEEN ?2 AND ?3 ORDER BY id";

    private const string Newer = "SELECT key, id, vector FROM vectors WHERE key > ?4 AND model = ?1 AND id BETWEEN ?2 AND ?3";

    private readonly ConcurrentDictionary<(int Cube, long Model), VectorSlab> slabs = new();

    /// <summary>The vectors of a cube as the connection's view has them.</summary>
    public VectorSlab Get(Connection connection, int cube, long model, int dimension)
    {
        var (generation, lastKey) = ReadState(connection, cube);
        var known = slabs.GetValueOrDefault((cube, model));
        if (known is not null && known.Generation == generation && known.LastKey == lastKey)
        {
            return known;
        }

        // An older view than the slab's must not see newer vectors, so it loads its own and leaves the slab alone.
        var isOlder = known is not null && (known.Generation > generation || known.LastKey > lastKey);
        var start = known is not null && !isOlder && known.Generation == generation ? known : new(dimension, generation, [], [], 0, 0);
        var slab = Load(connection, start, cube, model, lastKey);
        if (!isOlder)
        {
            slabs[(cube, model)] = slab;
        }

        return slab;
    }

    /// <summary>Drops everything, so that no erased vector stays in memory.</summary>
    public void Clear() => slabs.Clear();

    private static (long Generation, long LastKey) ReadState(Connection connection, int cube)
    {
        using var row = connection.Prepare(State).Bind(cube);
        return row.Step() ? (row.Int64(0), row.Int64(1)) : default;
    }

    private static VectorSlab Load(Connection connection, VectorSlab start, int cube, long model, long lastKey)
    {
        var (first, last) = CubeRange.Of(cube);
        var ids = new List<long>();
        var values = new List<float>();
        var rows = start.Count == 0
            ? connection.Prepare(All).Bind(model).Bind(first).Bind(last)
            : connection.Prepare(Newer).Bind(model).Bind(first).Bind(last).Bind(start.LastKey);
        using (rows)
        {
            while (rows.Step())
            {
                ids.Add(rows.Int64(1));
                values.AddRange(MemoryMarshal.Cast<byte, float>(rows.Blob(2)));
            }
        }

        return start.Append(ids, values, lastKey);
    }
}
