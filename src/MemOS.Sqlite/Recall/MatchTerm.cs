namespace MemOS.Sqlite.Recall;

/// <summary>Terms as the full-text query language takes them.</summary>
internal static class MatchTerm
{
    /// <summary>Whether the tokenizer keeps the term whole: no blank, no control character.</summary>
    public static bool IsOne(string term) => term.Length > 0 && !term.AsSpan().ContainsAnyInRange('\0', ' ') && !term.Contains('\u007F', StringComparison.Ordinal);

    /// <summary>The term as a string of the query language, in which nothing but the quote has a meaning.</summary>
    public static string Quote(string term) => string.Concat("\"", term.Replace("\"", "\"\"", StringComparison.Ordinal), "\"");
}
