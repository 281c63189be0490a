namespace MemOS.Time.English;

/// <summary>Dates in digits: "2023-05-07", "5/7/2023", "23.04.2022", "22/Jan/2019", "7/6".</summary>
/// <remarks>Month first, as in the United States, unless only the other order makes a date.</remarks>
internal static class NumericDateGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var first = c[i];
        if (first is { Kind: TokenKind.Number, Digits: 8, Ordinal: false, Number: >= 19000101 and <= 21001231 } && !c[i + 1].Glued | c[i + 1].Kind != TokenKind.Word && !c[i].Glued)
        {
            // "20161016"
            return Calendar.Day(first.Number / 10000, first.Number / 100 % 100, first.Number % 100) is { } day ? new(TimeNode.Day(day), i, i + 1) : Match.None;
        }

        var separator = c[i + 1].Symbol;
        if (first.Ordinal || !IsPart(c, i) || IsInsideNumber(c, i, separator))
        {
            return Match.None;
        }

        if (separator is not ('/' or '-' or '.') || !c[i + 1].Glued || !c[i + 2].Glued || !IsPart(c, i + 2))
        {
            return Match.None;
        }

        if (c[i + 3].Symbol == separator && c[i + 3].Glued && c[i + 4].Glued && IsPart(c, i + 4) && !IsFollowedByNumber(c, i + 5))
        {
            return Three(c, i, separator);
        }

        // Two parts: a slash, or "on 5-7" and "on 4.22", since those are other things far more often.
        return (separator == '/' || c.Is(i - 1, "on")) && !IsFraction(c, i) && !IsFollowedByNumber(c, i + 3) && first.Kind == TokenKind.Number && c[i + 2].Kind == TokenKind.Number && first.Digits <= 2 && c[i + 2].Digits <= 2
            ? MonthAndDay(c, i)
            : Match.None;
    }

    // "24/7", "1/2 cup", "50/50"
    private static bool IsFraction(Cursor c, int i) =>
        (c[i].Number == 24 && c[i + 2].Number == 7) ||
        (c[i].Digits == 1 && c[i + 2].Digits == 1 && c[i].Number < c[i + 2].Number && c[i + 2].Number <= 5 && c[i + 3] is { Kind: TokenKind.Word, Lexeme.Text: "" or "of" or "a" or "the" });

    private static Match Three(Cursor c, int i, char separator)
    {
        Token a = c[i], b = c[i + 2], d = c[i + 4];
        if (a.Kind == TokenKind.Word)
        {
            return d.Digits == 4 ? Named(c, i, d.Number, a, b) : b.Digits == 4 ? Named(c, i, b.Number, a, d) : Named(c, i, -1, a, b, d);
        }

        if (b.Kind == TokenKind.Word)
        {
            return a.Digits == 4 ? Named(c, i, a.Number, b, d) : d.Digits == 4 ? Named(c, i, d.Number, b, a) : Named(c, i, -1, b, a, d);
        }

        if (d.Kind == TokenKind.Word)
        {
            return a.Digits == 4 ? Named(c, i, a.Number, d, b) : b.Digits == 4 ? Named(c, i, b.Number, d, a) : Match.None;
        }

        if (b.Digits > 2)
        {
            return Match.None;
        }

        if (a.Digits == 4)
        {
            return d.Digits <= 2 ? Whole(c, i, [a.Number], b.Number, d.Number) : Match.None;
        }

        if (a.Digits > 2 || d.Digits is not (2 or 4) || (separator == '.' && d.Digits == 2 && (a.Digits < 2 || b.Digits < 2)))
        {
            return Match.None;
        }

        var years = Years(d);
        var dayFirst = separator == '.';
        var (month, day) = dayFirst ? (b.Number, a.Number) : (a.Number, b.Number);
        return IsDate(month, day) ? Whole(c, i, years, month, day)
            : IsDate(day, month) ? Whole(c, i, years, day, month)
            : a.Digits == 2 && IsDate(b.Number, d.Number) && d.Digits == 2 ? Whole(c, i, Years(a), b.Number, d.Number)
            : Match.None;
    }

    private static Match Named(Cursor c, int i, int year, Token month, Token day, Token? shortYear = null)
    {
        if (day.Kind != TokenKind.Number || day.Digits > 2 || month.Lexeme.Month == 0)
        {
            return Match.None;
        }

        int[] years = shortYear is { } token ? (token is { Kind: TokenKind.Number, Digits: 2 } ? Years(token) : []) : [year];
        return years.Length == 0 ? Match.None : Whole(c, i, years, month.Lexeme.Month, day.Number);
    }

    private static Match Whole(Cursor c, int i, int[] years, int month, int day)
    {
        _ = c;
        var past = Calendar.Day(years[0], month, day);
        var future = Calendar.Day(years[^1], month, day);
        return past is { } p && future is { } f ? new(TimeNode.Day(p, f), i, i + 5)
            : years[0] is >= 1500 and <= 2100 && IsDate(month, day) ? new(TimeNode.Day(DateTime.MinValue) with { Unresolved = true, IsPresent = true }, i, i + 5)
            : Match.None;
    }

    private static Match MonthAndDay(Cursor c, int i)
    {
        int a = c[i].Number, b = c[i + 2].Number;
        var (month, day) = IsDate(a, b) ? (a, b) : (b, a);
        return IsDate(month, day) && TimeNodeBuilder.YearlyDay(year => Calendar.Day(year, month, day), c.Reference) is { } node
            ? new(node, i, i + 3)
            : Match.None;
    }

    // From 40 on a short year is of the last century, below 30 of this one; between them it may be either.
    private static int[] Years(Token year) => year.Digits == 4 ? [year.Number]
        : year.Number >= 40 ? [1900 + year.Number]
        : year.Number < 30 ? [2000 + year.Number]
        : [1900 + year.Number, 2000 + year.Number];

    private static bool IsDate(int month, int day) => month is >= 1 and <= 12 && day is >= 1 and <= 31;

    private static bool IsPart(Cursor c, int i) => c[i] is { Kind: TokenKind.Number, Digits: <= 4, Number: >= 0 } || c.Word(i).Month > 0;

    // Part of a longer chain of digits: a version, an address, a telephone number.
    private static bool IsInsideNumber(Cursor c, int i, char separator) =>
        c[i].Glued && c[i - 1].Glued && ((c[i - 1].Symbol == separator && !(separator == '-' && c[i - 2].Digits == 4)) || c[i - 1].Symbol is '.' or ':' or '/') && c[i - 2].Kind == TokenKind.Number;

    private static bool IsFollowedByNumber(Cursor c, int i) =>
        (c[i] is { Glued: true, Kind: TokenKind.Number or TokenKind.Word } && !(c.Is(i, "t") && c[i + 1] is { Glued: true, Kind: TokenKind.Number })) ||
        (c[i].Glued && c[i].Symbol is '.' or '/' && c[i + 1] is { Glued: true, Kind: TokenKind.Number });
}
