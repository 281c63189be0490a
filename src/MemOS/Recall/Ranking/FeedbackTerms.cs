using MemOS.Recall.Query;

namespace MemOS.Recall.Ranking;

/// <summary>Pseudo-relevance feedback (Rocchio, 1971; RM3): words of the best candidates find what is said in other words.</summary>
internal static class FeedbackTerms
{
    /// <summary>The words to lend, with their weights; none when feedback is switched off.</summary>
    public static async ValueTask<IReadOnlyList<QueryTerm>> LendAsync(CubeView view, CancellationToken cancellationToken)
    {
        var weights = view.Weights;
        if (weights.FeedbackCandidates == 0)
        {
            return [];
        }

        var known = view.Query.Terms.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        var rank = 0;
        foreach (var candidate in view.Candidates.All.OrderByDescending(candidate => candidate.Score).Take(weights.FeedbackCandidates))
        {
            rank++;
            foreach (var term in candidate.Terms.Distinct(StringComparer.Ordinal))
            {
                if (!known.Contains(term))
                {
                    counts[term] = counts.GetValueOrDefault(term) + (1.0 / (rank + 1));
                }
            }
        }

        var scored = new List<QueryTerm>();
        var least = new PriorityQueue<double, double>();
        foreach (var (term, count) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(weights.FeedbackTerms * 3))
        {
            // Not even the rarest of words would now get among those that are lent.
            if (least.Count == weights.FeedbackTerms && count * view.Words.HighestIdf < least.Peek())
            {
                break;
            }

            var weight = count * await view.Words.LookUpIdfAsync(term, cancellationToken).ConfigureAwait(false);
            scored.Add(new(term, weight));
            least.Enqueue(weight, weight);
            if (least.Count > weights.FeedbackTerms)
            {
                least.Dequeue();
            }
        }

        scored.Sort((a, b) => b.Weight.CompareTo(a.Weight));
        var best = scored.Count > 0 ? scored[0].Weight : 1;
        return [.. scored.Take(weights.FeedbackTerms).Select(term => term with { Weight = weights.FeedbackWeight * term.Weight / best })];
    }
}
