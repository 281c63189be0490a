using System.Text.RegularExpressions;

namespace MemOS.Evolution.Sensitivity;

/// <summary>Numbers that carry a check of themselves: cards (Luhn, ISO/IEC 7812), bank accounts (ISO 13616, ISO 7064 mod 97-10), Chinese identity cards (GB 11643).</summary>
internal static class Checksums
{
    /// <summary>Whether any of the matches holds.</summary>
    public static bool Any(this Regex.ValueMatchEnumerator matches, ReadOnlySpan<char> text, Func<string, bool> holds)
    {
        foreach (var match in matches)
        {
            if (holds(text.Slice(match.Index, match.Length).ToString()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is the number of a payment card.</summary>
    public static bool IsCard(string text)
    {
        var sum = 0;
        var twice = false;
        foreach (var c in text.Reverse().Where(char.IsAsciiDigit))
        {
            var digit = (c - '0') * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }

        return sum % 10 == 0;
    }

    /// <summary>Whether it is an international bank account number.</summary>
    public static bool IsBankAccount(string text)
    {
        var number = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var rest = 0;
        foreach (var c in number[4..] + number[..4])
        {
            rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    /// <summary>Whether it is the number of a Chinese identity card.</summary>
    public static bool IsChineseIdentity(string text)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (text[i] - '0') * weights[i];
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(text[17]);
    }
}
