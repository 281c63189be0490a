using System.Text;

namespace MemOS.Recall.Words;

/// <summary>
/// Folds letters to their base: lower case, without diacritics, full-width forms as their plain ones.
/// </summary>
/// <remarks>
/// A table of our own, not the platform's normalisation: that needs ICU data, which is missing on some machines, and one file
/// must hold the same terms wherever it is opened.
/// </remarks>
internal static class LetterFolding
{
    // One line a base form, then the letters that fold to it.
    private const string Table = """
        a àáâãäåāăąǎǻạảấầẩẫậắằẳẵặª
        ae æǽ
        b ḃƀ
        c çćĉċč
        d ďđðḋ
        e èéêëēĕėęěẹẻẽếềểễệ
        f ḟƒ
        g ĝğġģǧ
        h ĥħ
        i ìíîïĩīĭįıǐỉịİ
        ij ĳ
        j ĵ
        k ķĸǩ
        l ĺļľŀł
        n ñńņňŉŋ
        o òóôõöøōŏőơǒọỏốồổỗộớờởỡợǿº
        oe œ
        p ṗ
        r ŕŗř
        s śŝşšșſṡ
        ss ß
        t ţťŧțṫ
        th þ
        u ùúûüũūŭůűųưǔụủứừửữự
        w ŵẁẃẅ
        y ýÿŷỳỵỷỹ
        z źżž
        fi ﬁ
        fl ﬂ
        α ά
        ε έ
        η ή
        ι ίϊΐ
        ο ό
        υ ύϋΰ
        ω ώ
        σ ς
        е ё
        и й
        """;

    private const char FirstCombining = '\u0300';
    private const char LastCombining = '\u036F';
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthShift = 0xFF01 - '!';
    private const char WideBlank = '\u3000';

    private static readonly Dictionary<char, string> Bases = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .SelectMany(parts => parts[1].Select(letter => (letter, Base: parts[0])))
        .ToDictionary(pair => pair.letter, pair => pair.Base);

    /// <summary>The folded text. A surrogate that stands alone becomes the replacement character.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (lower.IsBmp)
            {
                Append(folded, (char)lower.Value);
            }
            else
            {
                folded.Append(lower.ToString());
            }
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        switch (letter)
        {
            case >= FirstCombining and <= LastCombining:
                break;
            case >= FirstFullWidth and <= LastFullWidth:
                folded.Append(char.ToLowerInvariant((char)(letter - FullWidthShift)));
                break;
            case WideBlank:
                folded.Append(' ');
                break;
            default:
                folded.Append(Bases.TryGetValue(letter, out var plain) ? plain : letter.ToString());
                break;
        }
    }
}
