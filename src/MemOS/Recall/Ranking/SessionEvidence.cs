using System.Numerics;

namespace MemOS.Recall.Ranking;

/// <summary>
/// How much of a question a whole session speaks of: an answer may be spread over several lines, none of which says much of it alone.
/// </summary>
internal static class SessionEvidence
{
    // A word said a second time in a session adds half of what it added the first time, and so on.
    private const double Again = 0.5;
    private const int Bits = 64;

    /// <summary>From 0 to 1 by session, 1 for the one that speaks of it most: the query's words that are in its lines, rare ones first.</summary>
    public static Dictionary<long, double> Of(IReadOnlyList<Candidate> candidates)
    {
        var holders = new int[Bits];
        var counts = new Dictionary<long, int[]>();
        foreach (var candidate in candidates)
        {
            if (!counts.TryGetValue(candidate.Evidence.Session, out var said))
            {
                counts[candidate.Evidence.Session] = said = new int[Bits];
            }

            for (var left = candidate.Matched; left != 0; left &= left - 1)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                holders[bit]++;
                said[bit]++;
            }
        }

        var shares = counts.ToDictionary(static pair => pair.Key, pair => SumOf(pair.Value, holders, candidates.Count));
        var most = shares.Count == 0 ? 0 : shares.Values.Max();
        return most > 0 ? shares.ToDictionary(static pair => pair.Key, pair => pair.Value / most) : shares;
    }

    private static double SumOf(int[] said, int[] holders, int count)
    {
        double sum = 0;
        for (var bit = 0; bit < Bits; bit++)
        {
            if (said[bit] > 0)
            {
                sum += Math.Log(1 + (count / (double)holders[bit])) * (1 - Math.Pow(Again, said[bit]));
            }
        }

        return sum;
    }
}
