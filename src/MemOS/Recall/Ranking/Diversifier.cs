namespace MemOS.Recall.Ranking;

/// <summary>Orders candidates so that the first results come from several conversations where their scores are close.</summary>
internal static class Diversifier
{
    // Beyond the first results the budget decides, and the plain order is the best one.
    private const int First = 20;

    public static List<Candidate> Order(IEnumerable<Candidate> candidates, RecallWeights weights, int limit)
    {
        var all = candidates as IReadOnlyList<Candidate> ?? [.. candidates];
        var sessions = SessionEvidence.Of(all);

        // The same words of the same speaker ("Noted.", "yes") are worth a place once.
        var rest = all.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Evidence.Id)
            .DistinctBy(candidate => (candidate.Evidence.Role, candidate.Evidence.Author, candidate.Evidence.Text))
            .Take(Math.Max(limit, First)).ToList();
        var worth = rest.ConvertAll(candidate => candidate.Score * (1 + (weights.SessionEvidence * sessions[candidate.Evidence.Session])));
        var ordered = new List<Candidate>(Math.Min(rest.Count, limit));
        while (ordered.Count < Math.Min(Math.Min(First, limit), rest.Count))
        {
            var best = IndexOfHighest(worth);
            ordered.Add(rest[best]);
            worth[best] = double.NegativeInfinity;
            for (var i = 0; i < worth.Count; i++)
            {
                worth[i] *= rest[i].Evidence.Session == rest[best].Evidence.Session ? weights.SameSession : 1;
            }
        }

        for (var i = 0; i < rest.Count && ordered.Count < limit; i++)
        {
            if (!double.IsNegativeInfinity(worth[i]))
            {
                ordered.Add(rest[i]);
            }
        }

        return ordered;
    }

    // Of equal ones the first.
    private static int IndexOfHighest(List<double> values)
    {
        var highest = 0;
        for (var i = 1; i < values.Count; i++)
        {
            highest = values[i] > values[highest] ? i : highest;
        }

        return highest;
    }
}
