namespace MemOS.Recall.Ranking;

/// <summary>The share of the query's weight, by rarity, that a candidate's own words hold. Names say who, not what.</summary>
internal static class QueryCoverage
{
    private const int MaxBits = 64;

    /// <summary>Notes the share of each candidate.</summary>
    public static void Note(CubeView view)
    {
        foreach (var candidate in view.Candidates.All)
        {
            candidate.Coverage = Of(candidate, view);
        }
    }

    private static double Of(Candidate candidate, CubeView view)
    {
        double all = 0;
        double held = 0;
        var terms = view.Query.Terms;
        for (var i = 0; i < terms.Count && i < MaxBits; i++)
        {
            if (view.People.Contains(terms[i].Term))
            {
                continue;
            }

            var idf = view.Words.IdfOf(terms[i].Term);
            all += idf;
            held += (candidate.Matched >> i & 1) == 0 ? 0 : idf;
        }

        return all == 0 ? 0 : held / all;
    }
}
