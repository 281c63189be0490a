namespace MemOS.Time.English;

/// <summary>Lengths of time: "three weeks", "an hour and a half", "2.5 hours", "a couple of days", "half an hour".</summary>
internal static class DurationGrammar
{
    public static Match Parse(Cursor c, int i, int most = 4)
    {
        if (c.IsAny(i, "all", "whole", "entire", "full") && c.Word(i + 1) is { Unit: not TimeUnit.None, Ordinal: 0 } whole)
        {
            return new(Node([(whole.Unit, 1)]), i, i + 2);
        }

        var amounts = new List<(TimeUnit, double)>(1);
        if (!Amount(c, i, amounts, out var end, out var vague))
        {
            return Match.None;
        }

        // "2 hours and 30 minutes", "3 hours 30 minutes", "1 day, 5 hours"
        for (var parts = 1; parts < most; parts++)
        {
            var next = c.SkipSymbol(c.Skip(end, "and"), ',');
            next = next == end ? end : c.Skip(next, "and");
            if (!Amount(c, next, amounts, out var nextEnd, out _) || amounts[^1].Item1 >= amounts[^2].Item1)
            {
                break;
            }

            end = nextEnd;
        }

        var clean = Ordered(amounts);
        return new(Node(clean) with { Relation = vague ? TimeRelation.Around : TimeRelation.At }, i, end);
    }

    // A part that did not follow in order was read but does not belong.
    private static List<(TimeUnit Unit, double Count)> Ordered(List<(TimeUnit Unit, double Count)> amounts)
    {
        var kept = amounts.FindIndex(1, amount => amount.Unit >= amounts[0].Unit);
        return kept > 0 ? amounts.GetRange(0, kept) : amounts;
    }

    private static TimeNode Node(List<(TimeUnit, double)> amounts) => new() { Kind = TimeMentionKind.Duration, Amounts = amounts };

    private static bool Amount(Cursor c, int i, List<(TimeUnit, double)> amounts, out int end, out bool vague)
    {
        var count = Count(c, i, out end, out vague, out var digits);
        if (count < 0)
        {
            return false;
        }

        var hyphen = c.SkipSymbol(end, '-');
        var business = c.IsAny(hyphen, "business", "working", "work", "weekday") && c.Word(hyphen + 1).Unit == TimeUnit.Day;
        var at = c.Skip(business ? hyphen + 1 : hyphen, "full", "whole", "more", "entire");
        var unit = c.Word(at);
        if (unit.Unit == TimeUnit.None || (unit.Short && !(digits && c[at].Glued)) || c[at].Ordinal)
        {
            return false;
        }

        end = at + 1;
        if (c.Are(end, "and", "a", "half"))
        {
            count += 0.5;
            end += 3;
        }

        amounts.Add((business ? TimeUnit.BusinessDay : unit.Unit, count));
        return true;
    }

    private static double Count(Cursor c, int i, out int end, out bool vague, out bool digits)
    {
        vague = false;
        digits = c[i].Kind == TokenKind.Number;
        if (c.Is(i, "half"))
        {
            end = c.Skip(i + 1, "a", "an");
            return 0.5;
        }

        var article = c.Skip(i, "a", "an");
        var word = c.Word(article);
        if (word.Vague > 0)
        {
            vague = word.Vague > 2;
            end = c.Skip(article + 1, "of");
            return word.Vague;
        }

        if (article > i && c.IsAny(article, "hundred", "thousand", "dozen"))
        {
            end = article + 1;
            return c.Is(article, "hundred") ? 100 : c.Is(article, "dozen") ? 12 : 1000;
        }

        if (article > i)
        {
            var half = c.Is(article, "half");
            end = half ? article + 1 : article;
            return half ? 0.5 : 1;
        }

        double value = NumberGrammar.Cardinal(c, i, out end);
        if (value >= 0 && digits && c.IsSymbol(end, '.') && c[end].Glued && c[end + 1] is { Kind: TokenKind.Number, Glued: true, Digits: <= 3, Ordinal: false } fraction)
        {
            value += fraction.Number / Math.Pow(10, fraction.Digits);
            end += 2;
        }

        if (value >= 0 && c.Are(end, "and", "a", "half"))
        {
            value += 0.5;
            end += 3;
        }

        return value;
    }
}
