using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Cuts a text into words and marks, contractions spelled out. One pass; the cost grows linearly with the text.</summary>
internal static class Tokenizer
{
    private const string Marks = ".,!?;:\"()[]{}<>*_~`|…—–“”«»";

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is '\n' or '\r')
            {
                AddBreak(tokens, i);
                i++;
            }
            else if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else
            {
                var end = i;
                while (end < text.Length && !char.IsWhiteSpace(text[end]))
                {
                    end++;
                }

                AddChunk(text, i, end, tokens);
                i = end;
            }
        }

        return Spell(tokens);
    }

    private static void AddBreak(List<Token> tokens, int at)
    {
        if (tokens.Count > 0 && tokens[^1].Kind != TokenKind.LineBreak)
        {
            tokens.Add(new("\n", "\n", at, at + 1, TokenKind.LineBreak, false));
        }
    }

    // A chunk is what stands between blanks: marks around it are cut off, marks inside it mostly stay.
    private static void AddChunk(string text, int start, int end, List<Token> tokens)
    {
        var spaced = true;
        var i = start;
        if (IsLink(text.AsSpan(start, end - start)))
        {
            var last = end;
            while (last > start + 1 && text[last - 1] is '.' or ',' or '!' or '?' or ')' or ';')
            {
                last--;
            }

            Add(text, start, last, TokenKind.Word, true, tokens);
            if (last < end)
            {
                Add(text, last, last + 1, TokenKind.Punctuation, false, tokens);
            }

            return;
        }

        while (i < end)
        {
            if (IsMark(text[i]) && !StartsName(text, i, end))
            {
                Add(text, i, i + 1, TokenKind.Punctuation, spaced, tokens);
                i++;
            }
            else
            {
                var wordEnd = WordEnd(text, i, end);
                var word = text.AsSpan(i, wordEnd - i);
                var kind = word.IndexOfAnyInRange('0', '9') >= 0 && word.IndexOfAnyInRange('a', 'z') < 0 && word.IndexOfAnyInRange('A', 'Z') < 0
                    ? TokenKind.Number
                    : HasLetter(word) ? TokenKind.Word : TokenKind.Punctuation;
                Add(text, i, wordEnd, kind, spaced, tokens);
                i = wordEnd;
            }

            spaced = false;
        }
    }

    private static int WordEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end)
        {
            var c = text[i];
            var inside = i > start && i + 1 < end;
            if (c == '-' && inside && text[i + 1] == '-')
            {
                return i;
            }

            if (c is '.' or ',' or ':')
            {
                // 3.5, 1,000, 7:30, Node.js, U.S.; a full stop before a capital that ends a lower-case word is the end of a sentence.
                var joins = inside && char.IsLetterOrDigit(text[i + 1]) && (c == '.' ? !IsMissingBlank(text, i) : char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));
                if (!joins && !(c == '.' && i > start && IsAbbreviation(text.AsSpan(start, i - start)) && !(i - start == 3 && BeginsAnew(text.AsSpan(i + 1)))))
                {
                    if (i > start)
                    {
                        return i;
                    }
                }
            }
            else if (c == '.' || (IsMark(c) && i > start))
            {
                return i;
            }

            i++;
        }

        return end;
    }

    private static bool IsMissingBlank(string text, int dot) => char.IsUpper(text[dot + 1]) && dot > 1 && char.IsLower(text[dot - 1]) && char.IsLower(text[dot - 2]);

    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        if (word.Length == 1)
        {
            return char.IsUpper(word[0]) && word[0] != 'I';
        }

        if (word.Contains('.'))
        {
            return word.Length <= 5 && !char.IsAsciiDigit(word[0]);
        }

        return word is "Dr" or "Mr" or "Mrs" or "Ms" or "St" or "Prof" or "Jr" or "vs" or "etc" or "approx";
    }

    // "New year new me etc. i'm vegetarian now": behind "etc." another sentence may begin.
    private static bool BeginsAnew(ReadOnlySpan<char> behind) =>
        behind.Length > 2 && behind[0] == ' ' && behind[1] is 'i' or 'I' or 'w' or 'W' && (behind.StartsWith(" i ", StringComparison.OrdinalIgnoreCase) || behind.StartsWith(" i'", StringComparison.OrdinalIgnoreCase) || behind.StartsWith(" im ", StringComparison.OrdinalIgnoreCase) || behind.StartsWith(" we ", StringComparison.OrdinalIgnoreCase));

    private static bool IsLink(ReadOnlySpan<char> chunk) =>
        chunk.StartsWith("http", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || (chunk.Contains('@') && chunk.Contains('.'));

    private static bool IsMark(char c) => Marks.Contains(c, StringComparison.Ordinal);

    // ".NET" begins with a mark that belongs to the name.
    private static bool StartsName(string text, int i, int end) => text[i] == '.' && i + 1 < end && char.IsUpper(text[i + 1]) && (i == 0 || char.IsWhiteSpace(text[i - 1]));

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(string text, int start, int end, TokenKind kind, bool spaced, List<Token> tokens)
    {
        var word = text[start..end];
        if (kind == TokenKind.Word && word.Contains('’', StringComparison.Ordinal))
        {
            word = word.Replace('’', '\'');
        }

        tokens.Add(new(word, word.ToLowerInvariant(), start, end, kind, spaced));
    }

    private static List<Token> Spell(List<Token> tokens)
    {
        var spelled = new List<Token>(tokens.Count + 8);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word)
            {
                spelled.Add(token);
                continue;
            }

            var text = token.Text.Trim('\'');
            if (text.Length == 0)
            {
                continue;
            }

            if (token.Text.EndsWith("in'", StringComparison.Ordinal) && text.Length > 4)
            {
                text += "g";
            }
            else if (token.Text.EndsWith("s'", StringComparison.Ordinal))
            {
                text += "'";
            }

            token = token with { Text = text, Lower = text.ToLowerInvariant() };
            var next = i + 1 < tokens.Count && tokens[i + 1].Kind is TokenKind.Word or TokenKind.Number ? tokens[i + 1].Lower : "";
            var after = next.Length > 0 && i + 2 < tokens.Count && tokens[i + 2].Kind is TokenKind.Word or TokenKind.Number ? tokens[i + 2].Lower : "";


            // "Oops i should say its Cat": no owner was named.
            var isNamed = token.Lower == "its" && i + 1 < tokens.Count && tokens[i + 1] is { IsCapitalised: true, Kind: TokenKind.Word } && i > 0 && tokens[i - 1].Lower is "say" or "no" or "oops" or "actually" or "sorry" or "meant" or "mean";
            if ((isNamed ? ["it", "is"] : Contractions.Expand(token.Lower, next, after)) is not { } words)
            {
                spelled.Add(token);
                continue;
            }

            // "Name's Priya" leaves out whose.
            if (words is ["name", "is"] && (spelled.Count == 0 || !(spelled[^1].Kind == TokenKind.Word && (WordLists.Determiners.Contains(spelled[^1].Lower) || spelled[^1].Lower.EndsWith("'s", StringComparison.Ordinal)))))
            {
                spelled.Add(token with { Text = "my", Lower = "my" });
            }

            for (var w = 0; w < words.Count; w++)
            {
                // The first part keeps the writer's capitals ("Melanie's here"); the rest is ours.
                var part = w == 0 && token.Lower.StartsWith(words[0], StringComparison.Ordinal) ? token.Text[..words[0].Length] : words[w];
                spelled.Add(token with { Text = part, Lower = part.ToLowerInvariant(), Spaced = w > 0 || token.Spaced });
            }
        }

        return spelled;
    }
}
