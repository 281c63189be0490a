namespace MemOS.Time.English;

/// <summary>Years, quarters, halves, decades and centuries by number: "2019", "cy18", "Q3 2021", "H1", "the 90s", "21st century".</summary>
internal static class YearPeriodGrammar
{
    // A number before one of these counts something else: "2000 dollars".
    private static readonly string[] Prepositions = ["in", "of", "since", "until", "till", "til", "from", "to", "by", "before", "after", "during", "early", "mid", "late", "through", "between", "year", "around", "about", "circa", "than"];

    public static Match Parse(Cursor c, int i)
    {
        var decade = DecadeGrammar.Parse(c, i);
        if (decade.Found)
        {
            return decade;
        }

        var part = QuarterOrHalf(c, i);
        if (part.Found)
        {
            return part;
        }

        if (c.IsAny(i, "cy", "fy"))
        {
            return Marked(c, i, c.Is(i, "fy"));
        }

        var named = c.Are(i, "the", "year") ? i + 2 : c.Are(i, "year") ? i + 1 : i;
        var at = named > i ? c.Skip(named, "of") : i;
        var year = NumberGrammar.Year(c, at, out var end);
        if (year < 0 && named > i && c[at] is { Kind: TokenKind.Number, Ordinal: false, Digits: 3 or 4, Number: > 100 and < 9000 } digits)
        {
            (year, end) = (digits.Number, at + 1);
        }

        if (year < 0 || !IsYear(c, at, end, year, named > i))
        {
            return Match.None;
        }

        if (c.IsAny(end, "ad", "ce"))
        {
            end++;
        }

        var quarter = QuarterOrHalf(c, c.SkipSymbol(end, '-'), year);
        return quarter.Found ? quarter with { Start = i } : new(Year(year), at, end);
    }

    public static TimeNode Year(int year) => TimeNode.Span(new DateTime(year, 1, 1), new DateTime(year + 1, 1, 1), TimeUnit.Year);

    /// <summary>A quarter by number, in a year or (for -1) open.</summary>
    public static TimeNode? Months(Cursor c, int first, int count, int year, TimeUnit unit)
    {
        Reading? Rule(int value) => value is >= 1 and < 9998 ? new Reading(new DateTime(value, first, 1), new DateTime(value, first, 1).AddMonths(count)) : null;
        if (year > 0)
        {
            return TimeNodeBuilder.InYear(Rule, year, unit);
        }

        // By convention an open quarter is the one of this year or the next.
        return Rule(c.Reference.Year) is { } here && Rule(c.Reference.Year + 1) is { } next
            ? TimeNode.Span(here, next, unit) with { InYear = Rule }
            : null;
    }

    private static bool IsYear(Cursor c, int i, int end, int year, bool named)
    {
        if (named)
        {
            return true;
        }

        if (c[i].Kind == TokenKind.Word)
        {
            // "two thousand" is a number; as a year it follows a preposition or says more than a round thousand
            return c.IsAny(i - 1, Prepositions) && c.Word(end).Unit == TimeUnit.None;
        }

        var glued = c[i].Glued && (c[i - 1].Kind == TokenKind.Word || c[i - 1].Symbol is '$' or '#' or '.' or '/' or '€' or '£' or ':' or '_' or '+' or '=' or '@' || (c[i - 1].Symbol is '-' or ',' && c[i - 2].Kind == TokenKind.Number && !(c[i - 2].Digits == 4)) || (c[i - 1].Symbol == '-' && c[i - 1].Glued && c[i - 2] is { Kind: TokenKind.Word, Lexeme.Text: "" }));
        var next = c[end];
        var continued = next.Glued && (next.Kind == TokenKind.Word || next.Symbol is '%' or '°' or '_' or '/' || (next.Symbol is '.' or ',' or ':' && c[end + 1] is { Glued: true, Kind: TokenKind.Number }) || (next.Symbol == '-' && c[end + 1] is { Glued: true } after && after.Digits != 4 && !c.IsAny(end + 1, "q", "h")));
        var counted = next.Kind == TokenKind.Word && ((next.Lexeme.Unit != TimeUnit.None && !next.Lexeme.Short) || QuantityNouns.Counts(c, end));
        // "2015 - 32" is no year with something taken off
        var reduced = next.Symbol == '-' && !next.Glued && c[end + 1] is { Kind: TokenKind.Number, Digits: <= 2, Ordinal: false };
        // "2010-2015-86" is a number of another kind
        var chained = next is { Symbol: '-', Glued: true } && c[end + 2] is { Symbol: '-', Glued: true } && c[end + 3] is { Kind: TokenKind.Number, Glued: true };
        return !glued && !reduced && !chained && !continued && !counted && (year >= 1900 || c.IsAny(i - 1, Prepositions));
    }

    // "cy18", "CY 2008"; fiscal years differ by company and have no agreed value
    private static Match Marked(Cursor c, int i, bool fiscal)
    {
        var year = NumberGrammar.Year(c, i + 1, out var end);
        year = year > 0 ? year : NumberGrammar.ShortYear(c, i + 1, out end);
        return year > 0 ? new(Year(year) with { Unresolved = fiscal }, i, end) : Match.None;
    }

    // "Q3", "Q1 2019", "H1", "2019 Q3" (the year given by the caller)
    private static Match QuarterOrHalf(Cursor c, int i, int year = -1)
    {
        var half = c.Is(i, "h");
        if ((!half && !c.Is(i, "q")) || c[i + 1] is not { Kind: TokenKind.Number, Glued: true, Digits: 1, Ordinal: false } digit || !c[i].Capital && half || digit.Number < 1 || digit.Number > (half ? 2 : 4))
        {
            return Match.None;
        }

        var end = i + 2;
        if (year < 0)
        {
            year = YearPhrases.Parse(c, c.SkipSymbol(end, '-'), out var yearEnd);
            end = year > 0 ? yearEnd : end;
        }

        var months = half ? 6 : 3;
        return Months(c, ((digit.Number - 1) * months) + 1, months, year, TimeUnit.Quarter) is { } node ? new(node, i, end) : Match.None;
    }
}
