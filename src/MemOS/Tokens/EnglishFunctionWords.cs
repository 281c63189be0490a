namespace MemOS.Tokens;

/// <summary>Frequent English words that are rare in other languages with Latin letters: by their share a text is told to be English.</summary>
internal static class EnglishFunctionWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "and", "to", "you", "that", "for", "it", "was", "are", "with", "have", "this", "not", "but", "my", "what", "how", "can",
        "your", "will", "from", "they", "been", "which", "when", "would", "there", "their", "some", "about", "just", "could", "than", "these", "she", "his", "he", "were",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 5 && Words.Contains(word);
}
