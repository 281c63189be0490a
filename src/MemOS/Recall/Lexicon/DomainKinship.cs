namespace MemOS.Recall.Lexicon;

/// <summary>Which everyday domains are near to one another: a diet bears on a restaurant, and a place to stay on a journey.</summary>
internal static class DomainKinship
{
    // What a domain takes from each of its kin.
    private const float Share = 0.5f;

    private static readonly string[][] Kin =
    [
        ["food", "restaurant", "cooking", "drink", "diet"],
        ["travel", "lodging", "transport", "nature"],
        ["fitness", "sports", "diet", "health"],
        ["beauty", "hair", "fashion", "health"],
        ["screen", "music", "books", "games", "arts"],
        ["learning", "languages", "science", "books"],
        ["pets", "animals"],
        ["home", "garden", "cleaning"],
        ["work", "money", "computers"],
    ];

    private static readonly Lazy<IReadOnlyList<int[]>> Numbers = new(Load);

    /// <summary>Domains with a share of what their kin have, of length 1 (or 0).</summary>
    public static float[] Spread(ReadOnlySpan<float> domains)
    {
        var spread = domains.ToArray();
        foreach (var group in Numbers.Value)
        {
            foreach (var domain in group)
            {
                foreach (var other in group)
                {
                    spread[domain] += other == domain ? 0 : Share * domains[other];
                }
            }
        }

        TextProfile.Normalise(spread);
        return spread;
    }

    private static List<int[]> Load()
    {
        var names = WordLexicon.Default.DomainNames.ToList();
        return [.. Kin.Select(group => group.Select(name => names.IndexOf(name)).Where(static number => number >= 0).ToArray())];
    }
}
