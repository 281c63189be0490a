namespace MemOS.Time.Chinese;

/// <summary>A place in a Chinese text. Each attempt to read moves it on or leaves it where it was.</summary>
internal ref struct ChineseReader(ReadOnlySpan<char> text, int position)
{
    private readonly ReadOnlySpan<char> text = text;

    public int Position { get; private set; } = position;

    public readonly char Current => Position < text.Length ? text[Position] : '\0';

    public bool Take(string word)
    {
        if (!text[Position..].StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        Position += word.Length;
        return true;
    }

    public bool TakeAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Take(word))
            {
                return true;
            }
        }

        return false;
    }

    public bool Take<T>((string Word, T Value)[] table, out T value)
    {
        foreach (var (word, found) in table)
        {
            if (Take(word))
            {
                value = found;
                return true;
            }
        }

        value = default!;
        return false;
    }

    public void SkipSpace()
    {
        while (Current == ' ')
        {
            Position++;
        }
    }

    /// <summary>A number below a hundred in Chinese, or of up to four digits in a row: "十二", "三十一", "二〇二三", "2023".</summary>
    public bool Number(out int value)
    {
        var start = Position;
        value = 0;
        var digits = 0;
        while (digits < 5 && ChineseLexicon.Digit(Current) is >= 0 and var digit)
        {
            value = (value * 10) + digit;
            digits++;
            Position++;
        }

        if (Current == '十' && digits <= 1)
        {
            Position++;
            value = (digits == 0 ? 1 : value) * 10;
            if (ChineseLexicon.Digit(Current) is > 0 and var unit && !char.IsAsciiDigit(Current))
            {
                value += unit;
                Position++;
            }

            return true;
        }

        if (digits is > 0 and < 5)
        {
            return true;
        }

        Position = start;
        return false;
    }

    public void Back(int position) => Position = position;
}
