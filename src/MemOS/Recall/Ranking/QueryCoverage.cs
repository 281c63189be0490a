namespace MemOS.Recall.Ranking;

/// <summary>The share of the query's weight, by rarity, that a candidate's own words hold. Names say who, not what.</summary>
internal static class QueryCoverage
{
    private const int MaxBits = 64;

    /// <summary>Notes the share of each candidate.</summary>
    public static void Note(CubeView view)
    {
        var terms = view.Query.Terms;
        Span<double> idfs = stackalloc double[Math.Min(terms.Count, MaxBits)];
        double all = 0;
        for (var i = 0; i < idfs.Length; i++)
        {
            idfs[i] = view.People.Contains(terms[i].Term) ? 0 : view.Words.IdfOf(terms[i].Term);
            all += idfs[i];
        }

        foreach (var candidate in view.Candidates.All)
        {
            candidate.Coverage = all == 0 ? 0 : SumOf(candidate.Matched, idfs) / all;
        }
    }

    private static double SumOf(ulong matched, ReadOnlySpan<double> idfs)
    {
        double held = 0;
        for (var i = 0; i < idfs.Length; i++)
        {
            held += (matched >> i & 1) == 0 ? 0 : idfs[i];
        }

        return held;
    }
}
