using System.Text;

namespace MemOS.Recall.Words;

/// <summary>
/// Turns text into the terms of the word index: compatibility-folded, lower case, without diacritics, stop words left out,
/// English words stemmed; Chinese, Japanese and Korean as single characters and pairs.
/// </summary>
/// <remarks>
/// The same code serves writing and searching, so a change of its output is a change of <see cref="Version"/>, upon which a
/// store rebuilds its index. Speakers are terms of their own, marked with <see cref="SpeakerMark"/>, so that
/// "said by Ada" and "mentions Ada" can be told apart. Stateless; safe for concurrent use.
/// </remarks>
public static class WordAnalyzer
{
    /// <summary>The version of the terms. An index made with another one is rebuilt, never mixed.</summary>
    public const int Version = 2;

    /// <summary>The first character of a term that names a speaker.</summary>
    public const char SpeakerMark = '@';

    private const int LongestTerm = 64;

    /// <summary>The terms of a text, with its speaker, if it has one.</summary>
    public static AnalyzedWords Analyze(string text, string? speaker = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<string>();
        AppendTerms(text, terms);
        var length = terms.Count;
        var distinct = new List<string>(terms.Count + 1);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (seen.Add(term))
            {
                distinct.Add(term);
            }
        }

        if (!string.IsNullOrWhiteSpace(speaker))
        {
            foreach (var term in SpeakerTerms(speaker))
            {
                if (seen.Add(term))
                {
                    distinct.Add(term);
                }
            }
        }

        return new(distinct, length);
    }

    /// <summary>The terms of a text in order, with repetitions.</summary>
    public static IReadOnlyList<string> Terms(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<string>();
        AppendTerms(text, terms);
        return terms;
    }

    /// <summary>The marked terms of a speaker's name.</summary>
    public static IEnumerable<string> SpeakerTerms(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var terms = new List<string>();
        AppendTerms(name, terms);
        return terms.Select(term => SpeakerMark + term).Distinct();
    }

    private static void AppendTerms(string text, List<string> terms)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            AppendAscii(text, terms);
        }
        else
        {
            AppendUnicode(text, terms);
        }
    }

    // The common case without a copy of the text or of any word but its stem.
    private static void AppendAscii(string text, List<string> terms)
    {
        Span<char> word = stackalloc char[LongestTerm];
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '\''))
            {
                i++;
            }

            length = 0;
            var written = WithoutPossessive(text.AsSpan(start, i - start));
            foreach (var c in written)
            {
                if (c != '\'' && length < LongestTerm)
                {
                    word[length++] = (char)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c);
                }
            }

            AddWord(word[..length], written.TrimEnd('\'').Contains('\''), terms);
        }
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? word[..^2] : word;

    private static void AddWord(ReadOnlySpan<char> word, bool isContracted, List<string> terms)
    {
        if (!word.IsEmpty && !StopWords.Contains(word, isContracted))
        {
            terms.Add(EnglishStemmer.Stem(IrregularForms.BaseOf(word)));
        }
    }

    private static void AppendUnicode(string text, List<string> terms)
    {
        var folded = LetterFolding.Fold(text);
        var word = new StringBuilder();
        Rune? previousIdeograph = null;
        var runes = folded.AsSpan();
        for (var i = 0; i < runes.Length;)
        {
            Rune.DecodeFromUtf16(runes[i..], out var rune, out var width);
            if (IsIdeographic(rune))
            {
                FlushWord(word, terms);
                terms.Add(rune.ToString());
                if (previousIdeograph is { } before)
                {
                    terms.Add(before.ToString() + rune);
                }

                previousIdeograph = rune;
            }
            else
            {
                previousIdeograph = null;
                if (Rune.IsLetterOrDigit(rune))
                {
                    word.Append(runes.Slice(i, width));
                }
                else if (!(rune.Value is '\'' or '’' && word.Length > 0))
                {
                    FlushWord(word, terms);
                }
                else
                {
                    word.Append('\'');
                }
            }

            i += width;
        }

        FlushWord(word, terms);
    }

    private static void FlushWord(StringBuilder word, List<string> terms)
    {
        if (word.Length == 0)
        {
            return;
        }

        var text = word.ToString();
        word.Clear();
        var end = text.Length;
        if (text.EndsWith("'s", StringComparison.Ordinal))
        {
            end -= 2;
        }

        // "don't" and "dont" are one word; a word longer than any real one is cut, so that pasted data cannot bloat the index.
        text = text[..end].TrimEnd('\'');
        var isContracted = text.Contains('\'', StringComparison.Ordinal);
        text = TextHead.Of(text.Replace("'", "", StringComparison.Ordinal), LongestTerm);
        AddWord(text, isContracted, terms);
    }

    private static bool IsIdeographic(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or // Hiragana, Katakana
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or // Han
        (>= 0xAC00 and <= 0xD7AF) or // Hangul
        (>= 0x20000 and <= 0x323AF); // Han extensions
}
