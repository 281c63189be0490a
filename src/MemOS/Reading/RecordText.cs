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
