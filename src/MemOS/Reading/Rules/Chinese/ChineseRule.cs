namespace MemOS.Reading.Rules.Chinese;

/// <summary>One line of <see cref="ChineseVocabulary"/>: words that tell a kind of statement and the attribute it fills.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Slot">The attribute; "likes" for a taste; empty for none.</param>
/// <param name="Polarity">For preferences: which way.</param>
/// <param name="Before">Words that stand before the value.</param>
/// <param name="After">Words that stand behind the value; empty for the end of the clause.</param>
internal sealed record ChineseRule(MemoryKind Kind, string Slot, Polarity Polarity, string Before, string After)
{
    /// <summary>The value that the clause gives; <see langword="null"/> when the words are not there.</summary>
    public string? ValueIn(string clause)
    {
        var at = clause.IndexOf(Before, StringComparison.Ordinal);
        if (Before == "在" && at > 0 && clause[at - 1] is '现' or '正')
        {
            // "现在在银行工作": the first one belongs to "now".
            at = clause.IndexOf(Before, at + 1, StringComparison.Ordinal);
        }

        if (at < 0)
        {
            return null;
        }

        var start = at + Before.Length;
        var end = clause.Length;
        if (After.Length > 0)
        {
            end = clause.IndexOf(After, start, StringComparison.Ordinal);
            if (end < 0)
            {
                return null;
            }
        }

        return clause[start..end].Trim().TrimEnd('了', '的', '啊', '呀', '哦').Trim();
    }
}
