using System.Buffers;

namespace MemOS.Recall.Lexicon;

/// <summary>
/// Finds for each term of a query its best partner among a candidate's terms, and the other way round. The similarities of a
/// candidate term to the query are computed once for all candidates that hold it.
/// </summary>
internal sealed class TermMatcher(WordLexicon lexicon, TextProfile query)
{
    /// <summary>The weighed means of the best similarities, from 0 to 1, a candidate: of the query's terms, and of its own.</summary>
    public (float Asked, float Told)[] Match(IReadOnlyList<TextProfile> candidates)
    {
        var scores = new (float Asked, float Told)[candidates.Count];
        var width = query.Terms.Length;
        var places = ArrayPool<int>.Shared.Rent(lexicon.Count);
        Array.Clear(places, 0, lexicon.Count);
        var rows = new List<float[]>();
        var best = new float[width];
        for (var i = 0; i < scores.Length; i++)
        {
            var candidate = candidates[i];
            if (candidate.KnownCount == 0)
            {
                continue;
            }

            Array.Clear(best);
            float back = 0;
            for (var t = 0; t < candidate.Terms.Length; t++)
            {
                var term = candidate.Terms[t];
                if (term < 0)
                {
                    back += candidate.Weights[t] * MatchUnknown(candidate.Unknown[t - candidate.KnownCount], best);
                    continue;
                }

                if (places[term] == 0)
                {
                    rows.Add(Similarities(term));
                    places[term] = rows.Count;
                }

                var row = rows[places[term] - 1];
                float most = 0;
                for (var q = 0; q < width; q++)
                {
                    most = Math.Max(most, row[q]);
                    best[q] = Math.Max(best[q], row[q]);
                }

                back += candidate.Weights[t] * most;
            }

            float forth = 0;
            for (var q = 0; q < width; q++)
            {
                forth += query.Weights[q] * best[q];
            }

            scores[i] = (forth / query.TotalWeight, back / candidate.TotalWeight);
        }

        ArrayPool<int>.Shared.Return(places);
        return scores;
    }

    private float[] Similarities(int term)
    {
        var row = new float[query.Terms.Length];
        for (var q = 0; q < query.KnownCount; q++)
        {
            row[q] = query.Terms[q] == term ? 1 : Math.Max(lexicon.Similarity(query.Terms[q], term), 0);
        }

        return row;
    }

    private float MatchUnknown(string term, float[] best)
    {
        var at = Array.IndexOf(query.Unknown, term);
        if (at < 0)
        {
            return 0;
        }

        best[query.KnownCount + at] = 1;
        return 1;
    }
}
