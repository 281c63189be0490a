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
        var seen = new Dictionary<long, int>();
        var ordered = new List<Candidate>(rest.Count);
        while (rest.Count > 0 && ordered.Count < Math.Min(First, limit))
        {
            var best = rest.MaxBy(candidate => candidate.Score * (1 + (weights.SessionEvidence * sessions[candidate.Evidence.Session])) * Math.Pow(weights.SameSession, seen.GetValueOrDefault(candidate.Evidence.Session)))!;
            rest.Remove(best);
            ordered.Add(best);
            seen[best.Evidence.Session] = seen.GetValueOrDefault(best.Evidence.Session) + 1;
        }

        ordered.AddRange(rest.Take(limit - ordered.Count));
        return ordered;
    }
}
