using System.Buffers;

namespace MemOS.Recall.Ranking;

/// <summary>What words found, by item: pages of items side by side, so that going through a list of ids costs next to nothing an id.</summary>
/// <remarks>The pages are borrowed; disposing gives them back.</remarks>
internal sealed class HitTable : IDisposable
{
    private const int PageBits = 11;
    private const int PageSize = 1 << PageBits;

    private readonly Dictionary<long, WordHit[]> pages = [];
    private long[] found = ArrayPool<long>.Shared.Rent(PageSize);
    private int count;

    /// <summary>Adds to items.</summary>
    /// <param name="ids">The items, ascending.</param>
    /// <param name="score">What is added to the score of each.</param>
    /// <param name="matched">Which term of the query each holds, as a bit.</param>
    public void Add(ReadOnlySpan<long> ids, double score, ulong matched)
    {
        WordHit[] page = [];
        var number = -1L;
        foreach (var id in ids)
        {
            if (id >> PageBits != number)
            {
                number = id >> PageBits;
                page = PageOf(number);
            }

            ref var hit = ref page[id & (PageSize - 1)];
            if (hit.IsNone)
            {
                if (count == found.Length)
                {
                    Grow();
                }

                found[count++] = id;
            }

            hit = new(hit.Score + score, hit.Matched | matched);
        }
    }

    /// <summary>What is known of an item.</summary>
    public WordHit Find(long id) => pages.TryGetValue(id >> PageBits, out var page) ? page[id & (PageSize - 1)] : default;

    /// <summary>The items with the highest scores, best first; where many are equal, those that were found first.</summary>
    public long[] Best(int most)
    {
        var best = new PriorityQueue<long, double>(most + 1);
        var least = double.MinValue;
        WordHit[] page = [];
        var number = -1L;
        foreach (var id in found.AsSpan(0, count))
        {
            if (id >> PageBits != number)
            {
                number = id >> PageBits;
                page = pages[number];
            }

            var score = page[id & (PageSize - 1)].Score;
            if (best.Count < most)
            {
                best.Enqueue(id, score);
            }
            else if (score > least)
            {
                best.DequeueEnqueue(id, score);
            }
            else
            {
                continue;
            }

            best.TryPeek(out _, out least);
        }

        var ids = new long[best.Count];
        for (var i = ids.Length - 1; i >= 0; i--)
        {
            ids[i] = best.Dequeue();
        }

        return ids;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var page in pages.Values)
        {
            ArrayPool<WordHit>.Shared.Return(page);
        }

        pages.Clear();
        ArrayPool<long>.Shared.Return(found);
        (found, count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<long>.Shared.Rent(Math.Max(PageSize, 2 * count));
        found.AsSpan(0, count).CopyTo(larger);
        if (count > 0)
        {
            ArrayPool<long>.Shared.Return(found);
        }

        found = larger;
    }

    private WordHit[] PageOf(long number)
    {
        if (!pages.TryGetValue(number, out var page))
        {
            page = ArrayPool<WordHit>.Shared.Rent(PageSize);
            Array.Clear(page, 0, PageSize);
            pages.Add(number, page);
        }

        return page;
    }
}
