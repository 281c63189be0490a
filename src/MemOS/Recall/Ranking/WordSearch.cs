using MemOS.Recall.Query;

namespace MemOS.Recall.Ranking;

/// <summary>Words over messages and records: BM25 per cube, with terms counted once a text.</summary>
/// <remarks>
/// Document frequencies are the cube's own, so that no tenant's words move another's ranking, and the cost follows the cube.
/// </remarks>
internal sealed class WordSearch(IRecallReader reader, int cube) : IDisposable
{
    // A term that is in so many items tells nothing apart: its newest ones are enough.
    private const int MaxPostings = 20_000;
    private const int MaxBits = 64;

    private readonly HitTable hits = new();
    private readonly Dictionary<string, int> holders = new(StringComparer.Ordinal);

    /// <summary>How much the cube holds; known when terms have been added.</summary>
    public CubeStatistics Statistics { get; private set; }

    /// <summary>Adds the items that hold the terms.</summary>
    /// <param name="terms">The terms; those already added count again with their further weight.</param>
    /// <param name="own">Whether they are the query's own terms, which are noted as matched, or lent ones.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async ValueTask AddAsync(IReadOnlyList<QueryTerm> terms, bool own, CancellationToken cancellationToken)
    {
        if (Statistics.Documents == 0)
        {
            Statistics = await reader.GetStatisticsAsync(cube, cancellationToken).ConfigureAwait(false);
        }

        for (var i = 0; i < terms.Count; i++)
        {
            var ids = await ReadAsync(terms[i].Term, cancellationToken).ConfigureAwait(false);
            var score = Idf(ids.Length) * terms[i].Weight;
            var bit = own && i < MaxBits ? 1UL << i : 0;
            if (score == 0 && bit == 0)
            {
                continue;
            }

            hits.Add(ids.Span, score, bit);
        }
    }

    /// <summary>The inverse document frequency of a term that one item alone holds.</summary>
    public double HighestIdf => Idf(1);

    /// <summary>The inverse document frequency of a term that was looked up.</summary>
    public double IdfOf(string term) => holders.TryGetValue(term, out var count) ? Idf(count) : 0;

    /// <summary>The inverse document frequency of a term.</summary>
    public async ValueTask<double> LookUpIdfAsync(string term, CancellationToken cancellationToken) =>
        Idf(holders.TryGetValue(term, out var count) ? count : (await ReadAsync(term, cancellationToken).ConfigureAwait(false)).Length);

    /// <summary>Whether somebody of this name speaks, or is spoken of as a subject, in the cube.</summary>
    public async ValueTask<bool> HasSpeakerAsync(string term, CancellationToken cancellationToken) =>
        !(await reader.GetPostingsAsync(cube, Words.WordAnalyzer.SpeakerMark + term, 1, cancellationToken).ConfigureAwait(false)).IsEmpty;

    /// <summary>The ids with the highest scores, best first.</summary>
    public long[] Best(int count) => hits.Best(count);

    /// <summary>Which of the query's own terms an item holds, one bit each.</summary>
    public ulong MatchedBy(long id) => hits.Find(id).Matched;

    /// <summary>BM25 of an item of a given length.</summary>
    public double Score(long id, int length, RecallWeights weights)
    {
        var hit = hits.Find(id);
        if (hit.Score == 0)
        {
            return 0;
        }

        var mean = Math.Max(1, Statistics.MeanLength);
        var norm = weights.Saturation * (1 - weights.LengthDiscount + (weights.LengthDiscount * length / mean));
        return hit.Score * (weights.Saturation + 1) / (1 + norm);
    }

    /// <inheritdoc/>
    public void Dispose() => hits.Dispose();

    // A store keeps what it has read during a search: asking again costs it little.
    private async ValueTask<ReadOnlyMemory<long>> ReadAsync(string term, CancellationToken cancellationToken)
    {
        var ids = await reader.GetPostingsAsync(cube, term, MaxPostings, cancellationToken).ConfigureAwait(false);
        holders[term] = ids.Length;
        return ids;
    }

    private double Idf(int count) => Math.Log(1 + ((Math.Max(Statistics.Documents, count) - count + 0.5) / (count + 0.5)));
}
