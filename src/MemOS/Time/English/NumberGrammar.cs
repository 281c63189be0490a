namespace MemOS.Time.English;

/// <summary>Cardinals, ordinals and years, in digits and in words.</summary>
internal static class NumberGrammar
{
    /// <summary>A cardinal of at most 9,999: "12", "twenty-one", "two hundred and five".</summary>
    /// <returns>The value, or -1.</returns>
    public static int Cardinal(Cursor c, int i, out int end)
    {
        end = i;
        if (c[i] is { Kind: TokenKind.Number, Ordinal: false } digits)
        {
            end = i + 1;
            return digits.Digits <= 5 ? digits.Number : -1;
        }

        var value = BelowHundred(c, i, out end);
        if (value < 0)
        {
            return -1;
        }

        if (c.Is(end, "thousand"))
        {
            value *= 1000;
            end++;
            var rest = BelowHundred(c, c.Skip(end, "and"), out var restEnd);
            return rest > 0 ? Take(value + rest, restEnd, ref end) : value;
        }

        if (c.Is(end, "hundred"))
        {
            value *= 100;
            end++;
            var rest = BelowHundred(c, c.Skip(end, "and"), out var restEnd);
            return rest > 0 ? Take(value + rest, restEnd, ref end) : value;
        }

        return value;
    }

    /// <summary>An ordinal of at most 31 or so: "4th", "twenty-first".</summary>
    /// <returns>The value, or -1.</returns>
    public static int Ordinal(Cursor c, int i, out int end)
    {
        end = i + 1;
        if (c[i] is { Kind: TokenKind.Number, Ordinal: true } digits)
        {
            return digits.Number;
        }

        var word = c.Word(i);
        if (word.Ordinal > 0)
        {
            return word.Ordinal;
        }

        if (word.Cardinal is 20 or 30)
        {
            var next = c.SkipSymbol(i + 1, '-');
            if (c.Word(next).Ordinal is > 0 and < 10)
            {
                end = next + 1;
                return word.Cardinal + c.Word(next).Ordinal;
            }
        }

        end = i;
        return -1;
    }

    /// <summary>A day of a month: "4", "4th", "fourth", "twenty one".</summary>
    public static int DayOfMonth(Cursor c, int i, out int end)
    {
        var day = Ordinal(c, i, out end);
        if (day < 0 && c[i].Digits <= 2)
        {
            day = Cardinal(c, i, out end);
        }

        if (day is >= 1 and <= 31)
        {
            return day;
        }

        end = i;
        return -1;
    }

    /// <summary>A year of four digits from 1500 to 2100, or in words: "nineteen ninety five", "two thousand and twenty".</summary>
    public static int Year(Cursor c, int i, out int end)
    {
        end = i + 1;
        if (c[i] is { Kind: TokenKind.Number, Ordinal: false, Digits: 4, Number: >= 1500 and <= 2100 } digits)
        {
            return digits.Number;
        }

        if (c[i].Kind == TokenKind.Word && c.Word(i).Cardinal > 0)
        {
            return YearInWords(c, i, out end);
        }

        end = i;
        return -1;
    }

    /// <summary>Two digits after an apostrophe or on their own, read as a year near the present: 18 is 2018, 95 is 1995.</summary>
    public static int ShortYear(Cursor c, int i, out int end)
    {
        var quoted = c.SkipSymbol(i, '\'');
        end = quoted + 1;
        if (c[quoted] is { Kind: TokenKind.Number, Digits: 2, Ordinal: false } digits && (quoted == i || c[quoted].Glued))
        {
            return digits.Number + (digits.Number >= 40 ? 1900 : 2000);
        }

        end = i;
        return -1;
    }

    private static int YearInWords(Cursor c, int i, out int end)
    {
        if (c.Word(i).Cardinal == 2 && c.Is(i + 1, "thousand"))
        {
            var value = Cardinal(c, i, out end);
            return value is >= 2000 and <= 2100 ? value : -1;
        }

        var century = BelowHundred(c, i, out end, simple: true);
        if (century is < 15 or > 20)
        {
            end = i;
            return -1;
        }

        if (c.Is(end, "hundred"))
        {
            end++;
            var after = BelowHundred(c, c.Skip(end, "and"), out var afterEnd);
            return after > 0 ? Take((century * 100) + after, afterEnd, ref end) : century * 100;
        }

        if (c.IsAny(end, "oh", "o") && c.Word(end + 1).Cardinal is > 0 and < 10)
        {
            end += 2;
            return (century * 100) + c.Word(end - 1).Cardinal;
        }

        var rest = BelowHundred(c, c.SkipSymbol(end, '-'), out var restEnd);
        if (rest < 10)
        {
            end = i;
            return -1;
        }

        end = restEnd;
        return (century * 100) + rest;
    }

    private static int BelowHundred(Cursor c, int i, out int end, bool simple = false)
    {
        end = i;
        var value = c.Word(i).Cardinal;
        if (value < 0)
        {
            return -1;
        }

        end = i + 1;
        if (!simple && value >= 20)
        {
            var next = c.SkipSymbol(end, '-');
            if (c.Word(next).Cardinal is > 0 and < 10)
            {
                end = next + 1;
                return value + c.Word(next).Cardinal;
            }
        }

        return value;
    }

    private static int Take(int value, int restEnd, ref int end)
    {
        end = restEnd;
        return value;
    }
}
