using System.Globalization;
using System.Text.RegularExpressions;

namespace MemOS.Evolution.Traces;

/// <summary>Whether a value stands in a text as a whole word or number, letter by letter.</summary>
/// <remarks>
/// Chinese, Japanese and Korean write no blanks between words, so there a value ends where it ends. A number is whole when it
/// is not part of a longer number, date or time: 40 stands in "$40" and "40 items", not in "40.5", "1,040" or "2024-06-40".
/// </remarks>
internal static partial class Verbatim
{
    /// <summary>Whether a number stands in a text, however it is written there: 34.9 as "34.90", 1200 as "1,200".</summary>
    public static bool ContainsNumber(string text, string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted) &&
        WrittenNumbers().Matches(text).Any(match => decimal.TryParse(match.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number == wanted);

    public static bool Contains(string text, string value, StringComparison comparison = StringComparison.Ordinal)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return false;
        }

        for (var at = text.IndexOf(value, comparison); at >= 0; at = text.IndexOf(value, at + 1, comparison))
        {
            if (IsWhole(text, at, at + value.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhole(string text, int start, int end)
    {
        if ((start > 0 && IsWordCharacter(text[start]) && IsWordCharacter(text[start - 1])) ||
            (end < text.Length && IsWordCharacter(text[end - 1]) && IsWordCharacter(text[end])))
        {
            return false;
        }

        return !(char.IsAsciiDigit(text[start]) || char.IsAsciiDigit(text[end - 1])) || !IsInsideNumber(text, start, end);
    }

    private static bool IsInsideNumber(string text, int start, int end)
    {
        foreach (var match in LongerNumbers().EnumerateMatches(text))
        {
            var matchEnd = match.Index + match.Length;
            if (match.Index <= start && end <= matchEnd && match.Length > end - start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordCharacter(char c) => (char.IsLetterOrDigit(c) && !IsUnspaced(c)) || c == '_';

    private static bool IsUnspaced(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or
        (>= '\uF900' and <= '\uFAFF') or (>= '\uAC00' and <= '\uD7AF');

    // Decimals, grouped thousands, dates, times and versions, whose digits are no numbers of their own.
    [GeneratedRegex(@"(?<!\d)(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}(:\d{2})?|\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)+)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex LongerNumbers();

    [GeneratedRegex(@"(?<![\w.,:/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w:/-]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenNumbers();
}
