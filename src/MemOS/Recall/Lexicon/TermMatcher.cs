using System.Runtime.InteropServices;

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
        var places = new Dictionary<int, int>();
        var rows = new List<float>();
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

                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, term, out var isKnown);
                if (!isKnown)
                {
                    place = rows.Count;
                    AddSimilarities(term, rows);
                }

                var row = CollectionsMarshal.AsSpan(rows).Slice(place, width);
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

        return scores;
    }

    private void AddSimilarities(int term, List<float> rows)
    {
        for (var q = 0; q < query.Terms.Length; q++)
        {
            rows.Add(q >= query.KnownCount ? 0 : query.Terms[q] == term ? 1 : Math.Max(lexicon.Similarity(query.Terms[q], term), 0));
        }
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
