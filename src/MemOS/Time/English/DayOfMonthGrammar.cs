namespace MemOS.Time.English;

/// <summary>A day of an unnamed month: "on the 18th", "until the 3rd".</summary>
internal static class DayOfMonthGrammar
{
    private static readonly string[] Leads = ["on", "for", "by", "until", "till", "til", "before", "after", "since", "from", "to", "between"];

    // An ordinal before a noun ranks it: "on the 18th floor". These words may follow a date.
    private static readonly string[] Followers =
        ["at", "between", "from", "to", "of", "for", "and", "or", "with", "we", "i", "he", "she", "they", "you", "it", "in", "by", "because", "if", "when", "because", "please", "around", "before", "after", "until", "till", "through", "so", "but", "is", "was", "are", "be", "my", "our", "as", "then", "instead", "now", "too", "anyway"];

    public static Match Parse(Cursor c, int i)
    {
        var stepped = InSteppedMonth(c, i);
        if (stepped.Found)
        {
            return stepped;
        }

        var the = c.Is(i, "the");
        var lead = i - 1;
        if (!c.IsAny(lead, Leads) && !(c.Is(lead, "of") && (c.Word(lead - 1).Unit is TimeUnit.Week or TimeUnit.Weekend || c.Word(lead - 1).Part is not null)))
        {
            return Match.None;
        }

        var at = the ? i + 1 : i;
        var day = NumberGrammar.Ordinal(c, at, out var end);
        if (day < 0 && the && c.Is(lead, "on") && c[at] is { Kind: TokenKind.Number, Digits: <= 2 } digits)
        {
            // "On the 8:15" is a train.
            (day, end) = c.IsSymbol(at + 1, ':') && c[at + 1].Glued ? (-1, at) : (digits.Number, at + 1);
        }

        if (day is < 1 or > 31 || (!the && c[at].Kind != TokenKind.Number) || (the && c[at].Kind == TokenKind.Word && day < 4) || !MayFollow(c, end))
        {
            return Match.None;
        }

        return TimeNodeBuilder.MonthlyDay(day, c.Reference) is { } node ? new(node, i, end) : Match.None;
    }

    // "next month on the 9th", "last month, on the 15th"
    private static Match InSteppedMonth(Cursor c, int i)
    {
        if (!c.IsAny(i, "this", "next", "last", "past", "previous") || c.Word(i).Step is not { } step || c.Word(i + 1) is not { Unit: TimeUnit.Month, Plural: false })
        {
            return Match.None;
        }

        var on = c.SkipSymbol(i + 2, ',');
        if (!c.Are(on, "on", "the"))
        {
            return Match.None;
        }

        var day = NumberGrammar.Ordinal(c, on + 2, out var end);
        var month = Calendar.AddMonths(Calendar.FirstOfMonth(c.Today), step);
        return day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month) && MayFollow(c, end)
            ? new(TimeNode.Day(month.AddDays(day - 1)), i, end)
            : Match.None;
    }

    private static bool MayFollow(Cursor c, int i)
    {
        var next = c[i];
        return next.Kind == TokenKind.End || (next.Kind == TokenKind.Symbol && next.Symbol is not ('%' or '$' or '-' or '/' or '\'')) || next.Kind == TokenKind.Number || c.IsAny(i, Followers) || next.Lexeme.Part is not null;
    }
}
