namespace MemOS.Evidence;

/// <summary>Finds where a text that is too long is best cut.</summary>
internal static class TextCut
{
    private const string SentenceEnds = ".!?…。！？";

    /// <summary>How many characters come before the cut: at the end of a line, else of a sentence, else of a word, else of a whole character.</summary>
    /// <param name="text">The text, longer than <paramref name="longest"/>.</param>
    /// <param name="longest">The most characters before the cut; at least two.</param>
    public static int Find(ReadOnlySpan<char> text, int longest)
    {
        var window = text[..Math.Min(longest, text.Length)];

        // A cut in the first half would waste more than it saves.
        var half = window.Length / 2;
        var line = window.LastIndexOf('\n');
        if (line > half)
        {
            return line + 1;
        }

        for (var i = window.Length - 1; i > half; i--)
        {
            if (SentenceEnds.Contains(window[i - 1]) && (window[i - 1] > '\u2FFF' || char.IsWhiteSpace(window[i])))
            {
                return i;
            }
        }

        for (var i = window.Length - 1; i > half; i--)
        {
            if (char.IsWhiteSpace(window[i]))
            {
                return i;
            }
        }

        return char.IsHighSurrogate(window[^1]) ? window.Length - 1 : window.Length;
    }
}
