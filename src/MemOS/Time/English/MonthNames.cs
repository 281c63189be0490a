namespace MemOS.Time.English;

/// <summary>Tells month and weekday names from the words that look like them.</summary>
internal static class MonthNames
{
    private static readonly string[] Prepositions =
        ["in", "of", "since", "until", "till", "til", "from", "to", "by", "before", "after", "during", "early", "mid", "late", "through", "thru", "between", "last", "next", "this", "past", "previous", "coming", "for", "around", "about", "following", "every", "each", "on", "the", "end", "beginning"];

    /// <summary>Whether a month's name at a place is one, and not "may I", "march on" or "mar".</summary>
    public static bool IsMonth(Cursor c, int i)
    {
        var token = c[i];
        if (token.Lexeme.Month == 0 || (token.Glued && (c[i - 1].Kind == TokenKind.Word || c[i - 1].Symbol is '$' or '#' or '@')))
        {
            return false;
        }

        // "April Smith", "June said": a name, unless something around it speaks of time
        if (!token.Lexeme.Risky)
        {
            return !token.Lexeme.IsName || !token.Capital || c[i + 1] is not { Kind: TokenKind.Word, Lexeme.Text: "" } next1 || c.IsAny(i - 1, Prepositions) || c.Word(i - 1).Month > 0 || c[i - 1].Kind == TokenKind.Number || (!next1.Capital && i > 0 && !IsSentenceEnd(c[i - 1]));
        }

        // "March to May", "mid-March", "5 Mar": what stands beside it settles it
        if (token.Capital && (IsRange(c, i + 1) || (c.IsSymbol(i - 1, '-') && c.IsAny(i - 2, "mid", "early", "late")) || (c.Is(i, "mar") && NumberGrammar.DayOfMonth(c, i - 1, out _) > 0)))
        {
            return true;
        }

        // "Monday 20 May instead"
        if (token.Capital && i > 1 && c[i - 1].Kind == TokenKind.Number && NumberGrammar.DayOfMonth(c, i - 1, out _) > 0 && (c.Word(i - 2).Weekday is not null || c.IsAny(i - 2, "on", "by", "until", "till", "from", "since", "for", "to")))
        {
            return true;
        }

        // "On 20 may", "by 3 may and not later", "moved to 21 march, same time"
        if (!token.Capital && c.IsAny(i, "may", "march") && c[i - 1].Kind == TokenKind.Number && NumberGrammar.DayOfMonth(c, i - 1, out _) > 0 && c.IsAny(i - 2, "on", "by", "until", "till", "to", "from") && (c[i + 1].Kind != TokenKind.Word || c.IsAny(i + 1, "and", "at", "so", "but", "in")))
        {
            return true;
        }

        var next = c[i + 1];
        var behind = c.Is(i, "mar") ? c.SkipSymbol(i + 1, '.') : i + 1;
        if (NumberGrammar.DayOfMonth(c, c.Skip(behind, "the"), out _) > 0 || NumberGrammar.Year(c, behind, out _) > 0)
        {
            // "may 5" is a day, "may 5 people" and "May 2 of you" are not
            return token.Capital || next.Digits > 0 || next.Lexeme.Ordinal > 0 || c.Is(i + 1, "the") || behind > i + 1;
        }

        if (c.Is(i, "mar"))
        {
            return token.Capital && (c.IsAny(i - 1, "in", "of", "since", "until", "from", "to", "by", "last", "next"));
        }

        // "The end of May it is", "since May I run", "May of next year"
        if (token.Capital && (c.Is(i + 1, "of") && c.Word(i + 2).Step is not null && c.Word(i + 3).Unit == TimeUnit.Year))
        {
            return true;
        }

        if (token.Capital && c.IsAny(i - 1, "of", "in", "since", "until", "till", "during", "before", "last", "next", "early", "late", "by"))
        {
            return true;
        }

        if (c.IsAny(i + 1, "i", "we", "you", "he", "she", "they", "it", "be", "have", "not", "or", "as", "never", "well"))
        {
            return c.Is(i + 1, "or") && token.Capital && c.Word(i + 2).Month > 0;
        }

        var before = c[i - 1];
        if (c.IsAny(i - 1, Prepositions))
        {
            // "to march", "the march", "this may work": the lower-case word is the verb or the noun
            return token.Capital || (!c.IsAny(i - 1, "to", "the", "this", "that", "on", "for", "about", "end") || IsEnd(next));
        }

        return token.Capital && (before.Lexeme.Month > 0 || c.Word(i - 2).Month > 0 || before.Kind is TokenKind.Word or TokenKind.Number || c.IsSymbol(i + 1, ',')) && (IsEnd(next) || next.Lexeme.Text.Length > 0);
    }

    /// <summary>Whether a weekday's name at a place is one, and not "I sat", "the sun", "we wed".</summary>
    public static bool IsWeekday(Cursor c, int i)
    {
        var token = c[i];
        if (token.Lexeme.Weekday is null || (token.Glued && (c[i - 1].Kind == TokenKind.Word || c[i - 1].Symbol is '$' or '#' or '@')))
        {
            return false;
        }

        if (!token.Lexeme.Risky)
        {
            return true;
        }

        if (c.Is(i, "mon"))
        {
            return token.Capital || c.IsAny(i - 1, "on", "next", "last", "this", "by", "since", "until", "from", "to");
        }

        var after = c.Skip(c.SkipSymbol(c.SkipSymbol(i + 1, '.'), ','), "the");
        if (NumberGrammar.DayOfMonth(c, after, out _) > 0 || MonthFollows(c, after))
        {
            return token.Capital || c.IsAny(i - 1, "on", "next", "last", "this");
        }

        var sun = c.Is(i, "sun");
        return (token.Capital && c.IsAny(i - 1, "on", "next", "last", "this", "by", "until", "since", "from", "to", "and", "or", "every", "till")) ||
            (!sun && c.IsAny(i - 1, "on", "next", "last", "by", "until") && (IsEnd(c[i + 1]) || c.IsAny(i + 1, "at", "from", "and", "or"))) ||
            (c.IsSymbol(i - 1, '-') && c.Word(i - 2).Weekday is not null) || c.IsAny(i - 1, "next", "last");
    }

    private static bool IsRange(Cursor c, int i) =>
        c.Word(c.Skip(i + 1, "mid", "early", "late")).Month > 0 && (c.IsAny(i, "to", "through", "thru", "until", "till", "and", "or") || c.IsSymbol(i, '-'));

    private static bool MonthFollows(Cursor c, int i) => c.Word(i).Month > 0 && !c.Word(i).Risky;

    private static bool IsSentenceEnd(Token token) => token.Symbol is '.' or '!' or '?' or ';' or ':';

    private static bool IsEnd(Token token) => token.Kind is TokenKind.End or TokenKind.Symbol;
}
