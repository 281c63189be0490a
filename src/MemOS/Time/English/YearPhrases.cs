namespace MemOS.Time.English;

/// <summary>The year that follows a month, a day or a holiday: "2019", ", 2019", "of 1995", "last year", "in the year 2008".</summary>
internal static class YearPhrases
{
    /// <returns>The year, or -1.</returns>
    public static int Parse(Cursor c, int i, out int end)
    {
        var at = c.SkipSymbol(i, ',');
        at = at == i && c.IsSymbol(i, '-') && c[i].Glued && c[i + 1] is { Glued: true, Digits: 4 } && !IsRange(c, i) ? i + 1 : at;
        var year = Number(c, at, out end);
        if (year > 0)
        {
            return year;
        }

        var preposition = c.Skip(at, "of", "in");
        var phrase = c.Skip(preposition, "the");
        phrase = c.Are(phrase, "year", "of") ? phrase + 2 : c.Skip(phrase, "year", "calendar");
        if (phrase > at)
        {
            year = Number(c, phrase, out end);
            if (year > 0)
            {
                return year;
            }
        }

        if (preposition > at && c.Is(at, "of"))
        {
            year = NumberGrammar.ShortYear(c, preposition, out end);
            if (year > 0)
            {
                return year;
            }
        }

        if (c.Word(preposition).Step is { } step && c.Word(preposition + 1).Unit == TimeUnit.Year && c.IsAny(preposition, "last", "this", "next", "previous", "past", "following"))
        {
            end = preposition + 2;
            return c.Reference.Year + step;
        }

        if (c.IsSymbol(at, '\''))
        {
            year = NumberGrammar.ShortYear(c, at, out end);
            if (year > 0)
            {
                return year;
            }
        }

        end = i;
        return -1;
    }

    // A year in digits that is not the start of a time ("May 7 2030:15") or of another number.
    private static int Number(Cursor c, int i, out int end)
    {
        var year = NumberGrammar.Year(c, i, out end);
        if (year < 0 && c[i] is { Kind: TokenKind.Number, Ordinal: false, Digits: 4, Number: >= 1000 and < 1500 } old && c[i + 1].Kind is TokenKind.End or TokenKind.Symbol)
        {
            (year, end) = (old.Number, i + 1);
        }

        return year > 0 && c[i].Kind == TokenKind.Number && (c.IsSymbol(end, ':') || c.IsAny(end, "am", "pm") || (c.IsSymbol(end, '.') && c[end + 1] is { Glued: true, Kind: TokenKind.Number })) ? -1 : year;
    }

    private static bool IsRange(Cursor c, int i) => c[i - 1].Digits == 4;
}
