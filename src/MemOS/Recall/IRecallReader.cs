using MemOS.Time;

namespace MemOS.Recall;

/// <summary>One consistent view of a store during one search. Used by one caller at a time; every cube asked for must be readable by its access.</summary>
public interface IRecallReader : IAsyncDisposable
{
    /// <summary>How many active messages, chunks and current records a cube has, and the mean length of their word lists.</summary>
    ValueTask<CubeStatistics> GetStatisticsAsync(int cube, CancellationToken cancellationToken = default);

    /// <summary>
    /// The active evidence and current records of a cube whose words hold a term of <see cref="Words.WordAnalyzer"/>, ascending by id.
    /// </summary>
    /// <param name="cube">The cube.</param>
    /// <param name="term">The term, as the analyzer makes it.</param>
    /// <param name="limit">How many ids at most: the newest are given.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The ids. They may be those that the store itself keeps: they never change, and nobody writes to them.</returns>
    ValueTask<ReadOnlyMemory<long>> GetPostingsAsync(int cube, string term, int limit, CancellationToken cancellationToken = default);

    /// <summary>What ranking needs to know of these items; items that are not active or current any more are left out. No order is promised.</summary>
    ValueTask<IReadOnlyList<RecallDocument>> DescribeAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>The active messages at most <paramref name="distance"/> places before or after the given ones in their sessions, the given ones included.</summary>
    ValueTask<IReadOnlyList<RecallDocument>> GetNeighboursAsync(IReadOnlyCollection<long> ids, int distance, CancellationToken cancellationToken = default);

    /// <summary>Current records that derive from the given evidence, as (evidence id, record id) pairs.</summary>
    ValueTask<IReadOnlyList<(long Evidence, long Record)>> GetDerivedAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default);

    /// <summary>Statements of the given evidence that are no longer true, with what replaced them; not those that were only said again, more fully or in person (<see cref="Reading.RecordChange.Insert"/> with such a reason).</summary>
    ValueTask<IReadOnlyList<SupersededStatement>> GetSupersededAsync(IReadOnlyCollection<long> evidence, CancellationToken cancellationToken = default);

    /// <summary>Current records of a cube whose event time overlaps a span, and active messages that were said in it, newest first.</summary>
    ValueTask<IReadOnlyList<long>> GetByTimeAsync(int cube, EventTime span, int limit, CancellationToken cancellationToken = default);

    /// <summary>Current records of the given kinds in a cube, newest first.</summary>
    ValueTask<IReadOnlyList<long>> GetByKindAsync(int cube, IReadOnlyCollection<Reading.MemoryKind> kinds, int limit, CancellationToken cancellationToken = default);

    /// <summary>The items of a cube nearest to a vector by cosine, best first; empty when the cube has no vectors of the model.</summary>
    ValueTask<IReadOnlyList<(long Id, float Similarity)>> GetNearestAsync(int cube, string model, ReadOnlyMemory<float> vector, int limit, CancellationToken cancellationToken = default);
}
