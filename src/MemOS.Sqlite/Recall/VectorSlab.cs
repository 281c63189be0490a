using System.Numerics.Tensors;

namespace MemOS.Sqlite.Recall;

/// <summary>The vectors of one cube and model, side by side in memory. Immutable but for its length: readers keep the count they took.</summary>
internal sealed class VectorSlab(int dimension, long generation, long[] ids, float[] values, int count, long lastKey)
{
    /// <summary>The number of the cube's state at loading; another number means that vectors were removed or replaced.</summary>
    public long Generation { get; } = generation;

    /// <summary>The key of the newest vector in it.</summary>
    public long LastKey { get; } = lastKey;

    /// <summary>How many vectors it holds.</summary>
    public int Count { get; } = count;

    /// <summary>The same slab with more vectors behind.</summary>
    public VectorSlab Append(List<long> moreIds, List<float> moreValues, long newLastKey)
    {
        var allIds = new long[Count + moreIds.Count];
        ids.AsSpan(0, Count).CopyTo(allIds);
        moreIds.CopyTo(allIds, Count);
        var allValues = new float[allIds.Length * dimension];
        values.AsSpan(0, Count * dimension).CopyTo(allValues);
        moreValues.CopyTo(allValues, Count * dimension);
        return new(dimension, Generation, allIds, allValues, allIds.Length, newLastKey);
    }

    /// <summary>The nearest items by cosine, best first; equally near ones by id.</summary>
    public IReadOnlyList<(long Id, float Similarity)> FindNearest(ReadOnlySpan<float> query, int limit)
    {
        var best = new PriorityQueue<long, (float Similarity, long Id)>();
        for (var i = 0; i < Count; i++)
        {
            var similarity = TensorPrimitives.Dot(query, values.AsSpan(i * dimension, dimension));
            if (best.Count < limit)
            {
                best.Enqueue(ids[i], (similarity, -ids[i]));
            }
            else if (best.TryPeek(out _, out var worst) && (similarity, -ids[i]).CompareTo(worst) > 0)
            {
                best.DequeueEnqueue(ids[i], (similarity, -ids[i]));
            }
        }

        var nearest = new (long, float)[best.Count];
        for (var i = nearest.Length - 1; best.TryDequeue(out var id, out var priority); i--)
        {
            nearest[i] = (id, priority.Similarity);
        }

        return nearest;
    }
}
