using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language;

/// <summary>Makes one pattern of a table of phrases.</summary>
internal static class PhraseTable
{
    /// <summary>English and other languages with blanks: whole words, any case. Blanks in a phrase stand for any blanks.</summary>
    public static string Words(params string[] phrases) =>
        $@"(?<![\p{{L}}\p{{Nd}}_])(?:{string.Join('|', phrases).Replace(" ", @"\s+", StringComparison.Ordinal)})(?![\p{{L}}\p{{Nd}}_])";

    /// <summary>Languages without blanks: the phrase wherever it stands.</summary>
    public static string Unspaced(params string[] phrases) => $"(?:{string.Join('|', phrases)})";

    public static Regex Any(params string[] patterns) =>
        new(string.Join('|', patterns), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
