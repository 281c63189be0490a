namespace MemOS.Learning;

/// <summary>Turns weighed sums into probabilities, the same way where a judge is learned and where it judges.</summary>
internal static class Softmax
{
    /// <summary>Replaces sums by the probabilities of their classes, which sum to 1.</summary>
    /// <param name="sums">A sum a class, at least one.</param>
    /// <returns>The same array.</returns>
    public static double[] Of(double[] sums)
    {
        // Less the most: the exponential of a large sum is infinite.
        var most = sums.Max();
        var total = 0.0;
        for (var c = 0; c < sums.Length; c++)
        {
            total += sums[c] = Math.Exp(sums[c] - most);
        }

        for (var c = 0; c < sums.Length; c++)
        {
            sums[c] /= total;
        }

        return sums;
    }
}
