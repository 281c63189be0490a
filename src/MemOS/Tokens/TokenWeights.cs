using System.Text;

namespace MemOS.Tokens;

/// <summary>What pieces of a shape cost, in hundredths of a token.</summary>
/// <remarks>
/// Means over chat, prose, C#, Python, Markdown and the Universal Declaration of Human Rights in 33 languages, for the dearer of
/// cl100k_base and o200k_base, rounded up. Index: number of letters.
/// </remarks>
internal static class TokenWeights
{
    // A lower-case English word after a blank, the common case.
    private static readonly int[] Spaced = [0, 100, 100, 101, 101, 102, 103, 106, 108, 112, 112, 118, 128, 130, 150, 150];

    // The same with a capital: names are rarer.
    private static readonly int[] SpacedCapital = [0, 100, 100, 102, 104, 110, 116, 125, 126, 150, 158, 165, 175, 180, 185, 190];

    // At the start of a line or after digits and signs.
    private static readonly int[] Bare = [0, 100, 104, 108, 112, 114, 124, 130, 148, 170, 170, 185, 200, 235, 240, 300];

    // After one sign that merges with it at best.
    private static readonly int[] Signed = [0, 102, 116, 118, 122, 132, 144, 152, 170, 195, 195, 220, 230, 280, 280, 310];

    /// <summary>Cost of an English or code word of one case.</summary>
    public static int OfWord(int letters, bool capital, WordLead lead)
    {
        var table = lead switch
        {
            WordLead.Blank => capital ? SpacedCapital : Spaced,
            WordLead.None => Bare,
            _ => Signed,
        };
        return letters < table.Length ? table[letters] : table[^1] + ((letters - table.Length + 1) * 28);
    }

    /// <summary>Cost of a word in capitals.</summary>
    public static int OfCapitals(int letters, WordLead lead) =>
        letters <= 2 ? (lead == WordLead.Sign ? 130 : 101) : 115 + ((letters - 3) * 25) + (lead == WordLead.Sign ? 20 : 0);

    /// <summary>Cost of a word in a language with Latin letters other than English.</summary>
    public static int OfForeignWord(int letters, int accented) =>
        Math.Max(100, 58 + (letters * 32)) + (accented * 60);

    /// <summary>Whether a character beyond ASCII is a Latin letter or a combining accent of one.</summary>
    public static bool IsLatin(char c) => c is
        (>= '\u00C0' and <= '\u024F' and not '\u00D7' and not '\u00F7') or (>= '\u0300' and <= '\u036F') or (>= '\u1E00' and <= '\u1EFF');

    /// <summary>Cost of a character that is neither a Latin letter, an ASCII character nor white space.</summary>
    public static int OfRune(Rune rune) => rune.Value switch
    {
        0x0404 or 0x0406 or 0x0407 or 0x0454 or 0x0456 or 0x0457 or 0x0490 or 0x0491 => 130, // Ukrainian letters
        >= 0x0400 and <= 0x045F => 60, // Cyrillic
        >= 0x0370 and <= 0x03FF => 112, // Greek
        >= 0x0590 and <= 0x05FF => 125, // Hebrew
        >= 0x0600 and <= 0x06FF => 95, // Arabic
        >= 0x0900 and <= 0x097F => 125, // Devanagari
        >= 0x0E00 and <= 0x0E7F => 125, // Thai
        >= 0x0460 and <= 0x08FF => 220, // the other scripts of two bytes
        >= 0x0980 and <= 0x0DFF => 170, // the other scripts of India
        >= 0x10A0 and <= 0x10FF => 220, // Georgian
        >= 0x3040 and <= 0x30FF => 115, // Hiragana, Katakana
        >= 0x3000 and <= 0x303F or >= 0xFF00 and <= 0xFFEF => 105, // full-width punctuation
        >= 0x3400 and <= 0x9FFF => 150, // Han
        >= 0xAC00 and <= 0xD7AF => 135, // Hangul
        >= 0x00A0 and <= 0x00BF or 0x00D7 or 0x00F7 => 105, // signs of Latin-1
        >= 0x2010 and <= 0x203A or >= 0x20A0 and <= 0x20BF => 105, // dashes, quotation marks, currencies
        0x200D or 0xFE0F => 80, // what joins and colours emoji
        >= 0x2500 and <= 0x257F => 130, // boxes
        >= 0x1F1E6 and <= 0x1F1FF => 300, // halves of flags
        >= 0x1F3FB and <= 0x1F3FF => 200, // skin tones
        >= 0x2000 and <= 0x2BFF => 210, // arrows, mathematics, old emoji
        _ => 300,
    };
}
