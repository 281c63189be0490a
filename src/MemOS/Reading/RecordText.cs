using System.Buffers;
using System.Text;
using MemOS.Recall.Words;

namespace MemOS.Reading;

/// <summary>Normal forms of a record's text.</summary>
public static class RecordText
{
    /// <summary>The form by which two statements are the same: lower case without diacritics, letters and digits with single blanks between.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return System.Text.Ascii.IsValid(text) ? AsciiKey(text) : UnicodeKey(text);
    }

    // What is ASCII is composed already: most English needs no folding but of case.
    private static string AsciiKey(string text)
    {
        var key = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        var gap = false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                gap = length > 0;
                continue;
            }

            if (gap)
            {
                key[length++] = ' ';
                gap = false;
            }

            key[length++] = char.ToLowerInvariant(c);
        }

        var result = new string(key, 0, length);
        ArrayPool<char>.Shared.Return(key, clearArray: true);
        return result;
    }

    private static string UnicodeKey(string text)
    {
        var normalised = LetterFolding.Fold(text);
        var key = new StringBuilder(normalised.Length);
        var gap = false;
        foreach (var rune in normalised.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                gap = key.Length > 0;
                continue;
            }

            if (gap)
            {
                key.Append(' ');
                gap = false;
            }

            key.Append(rune.ToString());
        }

        return key.ToString();
    }
}
