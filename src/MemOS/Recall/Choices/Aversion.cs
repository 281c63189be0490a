namespace MemOS.Recall.Choices;

/// <summary>Something that people commonly avoid.</summary>
/// <param name="What">What is avoided, to be read after "avoids".</param>
/// <param name="Reason">A guess at the reason, to be read after "perhaps due to"; <see langword="null"/> when none is more likely than others.</param>
/// <param name="Domains">The lexicon's domains, by number, to one of which a choice must belong.</param>
/// <param name="Signs">The terms by which a thing shows that it belongs here, a blank on both sides of each.</param>
internal sealed record Aversion(string What, string? Reason, IReadOnlyList<int> Domains, IReadOnlyList<string> Signs)
{
    /// <summary>Whether a thing belongs here.</summary>
    /// <param name="terms">Its terms in their order, a blank on both sides of each.</param>
    public bool Holds(string terms)
    {
        foreach (var sign in Signs)
        {
            if (terms.Contains(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
