namespace MemOS.Time.English;

/// <summary>Splits a text into words, numbers and symbols, and looks the words up.</summary>
internal static class Tokenizer
{
    /// <summary>Whether a text can hold a time expression at all: a digit, or a word that marks one. Allocates nothing.</summary>
    public static bool MayHoldTime(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                return true;
            }

            if (!char.IsAsciiLetter(c))
            {
                i++;
                continue;
            }

            var start = i;
            i = WordEnd(text, i);
            if (i - start > 1 && EnglishLexicon.IsTrigger(text[start..i]))
            {
                return true;
            }
        }

        return false;
    }

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>((text.Length / 4) + 8);
        var end = -1;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            var token = char.IsAsciiDigit(c) ? Number(text, i) : char.IsLetter(c) ? Word(text, i) : new Token(i, i + 1, TokenKind.Symbol, Lexeme.Unknown, Symbol: Plain(c));
            tokens.Add(token with { Glued = token.Start == end });
            end = i = token.End;
        }

        return tokens;
    }

    private static Token Number(string text, int start)
    {
        var end = start;
        var value = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            value = end - start < 9 ? (value * 10) + (text[end] - '0') : int.MaxValue;
            end++;
        }

        var digits = end - start;
        var ordinal = end + 2 <= text.Length && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2])) && IsOrdinalEnding(text.AsSpan(end, 2));
        return new Token(start, ordinal ? end + 2 : end, TokenKind.Number, Lexeme.Unknown, value == int.MaxValue ? -1 : value, digits) { Ordinal = ordinal };
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> text) =>
        text.Equals("th", StringComparison.OrdinalIgnoreCase) || text.Equals("st", StringComparison.OrdinalIgnoreCase) ||
        text.Equals("nd", StringComparison.OrdinalIgnoreCase) || text.Equals("rd", StringComparison.OrdinalIgnoreCase);

    private static Token Word(string text, int start)
    {
        var end = WordEnd(text, start);
        return new Token(start, end, TokenKind.Word, EnglishLexicon.Find(text.AsSpan(start, end - start))) { Capital = char.IsUpper(text[start]) };
    }

    // An apostrophe ends a word ("today's"), except in "o'clock".
    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end - start == 1 && (text[start] | ' ') == 'o' && text[end..].Length > 5 && Plain(text[end]) == '\'' &&
            text.Slice(end + 1, 5).Equals("clock", StringComparison.OrdinalIgnoreCase) ? end + 6 : end;
    }

    private static char Plain(char c) => c switch
    {
        '’' or '‘' or '`' => '\'',
        '–' or '—' or '−' or '‐' or '‑' => '-',
        '～' or '〜' => '~',
        _ => c,
    };
}
