namespace MemOS.Tokens;

/// <summary>The case and accents of a word.</summary>
internal readonly struct WordShape
{
    private readonly int capitals;
    private readonly int humps;
    private readonly bool startsCapital;

    public WordShape(ReadOnlySpan<char> word)
    {
        var accents = 0;
        var before = false;
        startsCapital = char.IsUpper(word[0]);
        foreach (var c in word)
        {
            var upper = char.IsUpper(c);
            capitals += upper ? 1 : 0;
            humps += upper && !before ? 1 : 0;
            accents += c >= '\u0300' ? 2 : c >= 0x80 ? 1 : 0; // combining marks, and letters of two marks, are rare in vocabularies
            before = upper;
        }

        Accents = accents;
    }

    /// <summary>Marks on letters beyond ASCII.</summary>
    public int Accents { get; }

    /// <summary>Whether all letters but perhaps the first are lower case.</summary>
    public bool IsPlain => capitals == 0 || (capitals == 1 && startsCapital);

    /// <summary>What the word costs as English or code, in hundredths of a token.</summary>
    public int Cost(ReadOnlySpan<char> word, WordLead lead)
    {
        if (IsPlain)
        {
            return lead == WordLead.Apostrophe && word.Length <= 2 ? 100 : TokenWeights.OfWord(word.Length, startsCapital, lead);
        }

        return capitals == word.Length ? TokenWeights.OfCapitals(word.Length, lead) : CostOfHumps(word, lead);
    }

    // camelCase is cut where a capital follows a small letter, and before the last capital of a run ("HTMLParser").
    private int CostOfHumps(ReadOnlySpan<char> word, WordLead lead)
    {
        // Humps of two letters are no words but base64 and its like.
        if (word.Length >= 6 && humps * 3 > word.Length)
        {
            return word.Length * 85;
        }

        var cost = 0;
        var start = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i == word.Length || (char.IsUpper(word[i]) && (!char.IsUpper(word[i - 1]) || (i + 1 < word.Length && !char.IsUpper(word[i + 1])))))
            {
                var hump = word[start..i];
                var hyphenless = start == 0 ? lead : WordLead.Blank;
                cost += hump.Length > 1 && char.IsUpper(hump[1])
                    ? TokenWeights.OfCapitals(hump.Length, hyphenless)
                    : TokenWeights.OfWord(hump.Length, capital: false, hyphenless);
                start = i;
            }
        }

        return cost;
    }
}
