namespace MemOS.Recall.Packing;

/// <summary>How much of what was asked a text holds.</summary>
internal static class QueryTerms
{
    /// <summary>How many of the query's terms are among the terms of a text.</summary>
    public static int CountIn(string[] terms, IReadOnlySet<string> queryTerms)
    {
        var count = 0;
        foreach (var asked in queryTerms)
        {
            count += Array.IndexOf(terms, asked) >= 0 ? 1 : 0;
        }

        return count;
    }
}
