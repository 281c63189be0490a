namespace MemOS.Reading.Rules;

/// <summary>Searching in runs of tokens.</summary>
internal static class TokenSpans
{
    public static bool StartsWith(ReadOnlySpan<Token> tokens, ReadOnlySpan<string> words)
    {
        if (tokens.Length < words.Length)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[i].Lower != words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where a run of words begins, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<Token> tokens, ReadOnlySpan<string> words)
    {
        for (var i = 0; i + words.Length <= tokens.Length; i++)
        {
            if (StartsWith(tokens[i..], words))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool Contains(ReadOnlySpan<Token> tokens, string lower)
    {
        foreach (var token in tokens)
        {
            if (token.Lower == lower)
            {
                return true;
            }
        }

        return false;
    }

    public static bool ContainsAny(ReadOnlySpan<Token> tokens, IReadOnlySet<string> words)
    {
        foreach (var token in tokens)
        {
            if (words.Contains(token.Lower))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words in lower case, without marks.</summary>
    public static string Join(ReadOnlySpan<Token> tokens)
    {
        var words = new List<string>();
        foreach (var token in tokens)
        {
            if (token.IsWord)
            {
                words.Add(token.Lower);
            }
        }

        return string.Join(' ', words);
    }
}
