namespace MemOS.Time.English;

/// <summary>Times with a relation: "before 2018", "since August", "no later than Friday", "2010 or later", "less than 3 days after tomorrow".</summary>
internal static class OpenRangeGrammar
{
    private static readonly (string[] Words, TimeRelation Relation, bool Whole)[] Leads =
    [
        (["no", "later", "than"], TimeRelation.Until, false),
        (["no", "earlier", "than"], TimeRelation.Since, true),
        (["not", "later", "than"], TimeRelation.Until, false),
        (["not", "earlier", "than"], TimeRelation.Since, true),
        (["as", "late", "as"], TimeRelation.Until, true),
        (["as", "early", "as"], TimeRelation.Since, true),
        (["on", "or", "after"], TimeRelation.Since, true),
        (["on", "or", "before"], TimeRelation.Until, true),
        (["in", "or", "after"], TimeRelation.Since, true),
        (["in", "or", "before"], TimeRelation.Until, true),
        (["any", "time", "after"], TimeRelation.After, false),
        (["any", "time", "before"], TimeRelation.Before, false),
        (["year", "greater", "than"], TimeRelation.After, false),
        (["year", "later", "than"], TimeRelation.After, false),
        (["year", "less", "than"], TimeRelation.Before, false),
        (["year", "earlier", "than"], TimeRelation.Before, false),
        (["later", "than"], TimeRelation.After, false),
        (["greater", "than"], TimeRelation.After, false),
        (["more", "than"], TimeRelation.After, false),
        (["earlier", "than"], TimeRelation.Before, false),
        (["less", "than"], TimeRelation.Before, false),
        (["sooner", "than"], TimeRelation.Before, false),
        (["prior", "to"], TimeRelation.Before, false),
        (["starting", "on"], TimeRelation.Since, true),
        (["starting", "from"], TimeRelation.Since, true),
        (["starting", "in"], TimeRelation.Since, true),
        (["beginning", "on"], TimeRelation.Since, true),
        (["beginning", "in"], TimeRelation.Since, true),
        (["beginning", "from"], TimeRelation.Since, true),
        (["ending", "on"], TimeRelation.Until, false),
        (["ending", "in"], TimeRelation.Until, false),
        (["in", "advance", "of"], TimeRelation.Before, false),
        (["as", "of"], TimeRelation.Since, true),
        (["starting"], TimeRelation.Since, true),
        (["beginning"], TimeRelation.Since, true),
        (["ending"], TimeRelation.Until, false),
        (["before"], TimeRelation.Before, false),
        (["after"], TimeRelation.After, false),
        (["since"], TimeRelation.Since, true),
        (["until"], TimeRelation.Until, false),
        (["till"], TimeRelation.Until, false),
        (["til"], TimeRelation.Until, false),
        (["by"], TimeRelation.Before, false),
        (["around"], TimeRelation.Around, false),
        (["circa"], TimeRelation.Around, false),
    ];

    public static Match Parse(Cursor c, int i)
    {
        var bounded = Bounded(c, i);
        if (bounded.Found)
        {
            return bounded;
        }

        var relation = Lead(c, i, out var at, out var wholePeriod);
        if (relation == TimeRelation.At)
        {
            return Trailing(c, i);
        }

        if (relation == TimeRelation.Until && c.Is(at, "date"))
        {
            return new(OpenRanges.Apply(TimeNode.Day(c.Today), TimeRelation.Before), i, at + 1);
        }

        // "by the end of June": the whole of June counts
        var end = relation is TimeRelation.Before or TimeRelation.Until ? RangeGrammar.EndOfPeriod(c, c.Skip(at, "the") is var the && c.Is(the, "end") ? the : at) : Match.None;
        if (end.Node is { } whole)
        {
            return new(OpenRanges.Apply(whole, relation), i, end.End);
        }

        var named = OperandGrammar.AfterWord(c, at);
        if (named.Node is { } node && !(node.IsPresent && node.Kind == TimeMentionKind.DateTime) && node.Relation == TimeRelation.At)
        {
            return new(OpenRanges.Apply(node, relation, wholePeriod), i, named.End);
        }

        var clock = ClockGrammar.Parse(c, at, allowBare: false);
        if (!clock.Found)
        {
            clock = ClockRangeGrammar.Parse(c, at) is { Node.IsBare: false } part ? part : Meal(c, at);
        }

        return clock.Node is { } time ? new(OpenRanges.Apply(time, relation), i, clock.End) : Match.None;
    }

    private static TimeRelation Lead(Cursor c, int i, out int end, out bool wholePeriod)
    {
        end = i;
        wholePeriod = false;
        var symbol = c[i].Symbol;
        if (symbol is '>' or '<' or '≥' or '≤')
        {
            var equal = c.IsSymbol(i + 1, '=');
            end = equal ? i + 2 : i + 1;
            wholePeriod = equal || symbol == '≤';
            return symbol is '≥' || (symbol == '>' && equal) ? TimeRelation.Since
                : symbol is '≤' || (symbol == '<' && equal) ? TimeRelation.Until
                : symbol == '>' ? TimeRelation.After : TimeRelation.Before;
        }

        if (c.Word(i).Text.Length == 0)
        {
            return TimeRelation.At;
        }

        foreach (var (words, relation, whole) in Leads)
        {
            if (c.Are(i, words))
            {
                end = i + words.Length;
                wholePeriod = whole;
                return relation;
            }
        }

        return TimeRelation.At;
    }

    private static Match Meal(Cursor c, int i) => c.Word(i).Part is { IsMeal: true } meal && !c.Word(i).Plural
        ? new(new() { Kind = TimeMentionKind.TimeRange, Past = [meal.Span()], Future = [meal.Span()], IsDayPart = true }, i, i + 1)
        : Match.None;

    // "2010 or later", "July 5 and before", "from Monday on", "from 2016 onwards"
    private static Match Trailing(Cursor c, int i)
    {
        var from = c.Is(i, "from");
        var named = OperandGrammar.Parse(c, from ? i + 1 : i);
        if (named.Node is not { } node)
        {
            return Match.None;
        }

        if (c.IsAny(named.End, "onward", "onwards") || (from && (c.IsAny(named.End, "on", "forward") && c[named.End + 1].Kind != TokenKind.Number)))
        {
            return new(OpenRanges.Apply(node, TimeRelation.Since), i, named.End + 1);
        }

        if (from || !c.IsAny(named.End, "or", "and"))
        {
            return Match.None;
        }

        var border = c.IsAny(named.End + 1, "later", "after", "above", "newer", "greater") ? TimeRelation.Since
            : c.IsAny(named.End + 1, "earlier", "before", "below", "older", "prior") ? TimeRelation.Until
            : TimeRelation.At;
        return border == TimeRelation.At || OperandGrammar.AfterWord(c, named.End + 2).Found
            ? Match.None
            : new(OpenRanges.Apply(node, border, wholePeriod: border == TimeRelation.Until && node.Kind == TimeMentionKind.DateRange), i, named.End + 2);
    }

    // "more than two weeks before today", "less than 3 days after tomorrow", "over a year ago"
    private static Match Bounded(Cursor c, int i)
    {
        var more = c.Are(i, "more", "than") || c.Are(i, "at", "least");
        var less = c.Are(i, "less", "than");
        if ((!more && !less) || DurationGrammar.Parse(c, i + 2) is not { Node: { } amount } length || !DistanceGrammar.IsOfDays(amount))
        {
            return Match.None;
        }

        var at = length.End;
        var (sign, anchor, end) = c.Is(at, "ago") ? (-1, c.Today, at + 1)
            : c.Are(at, "from", "now") || c.Are(at, "from", "today") ? (1, c.Today, at + 2)
            : (0, default, 0);
        if (sign == 0)
        {
            sign = c.Is(at, "before") ? -1 : c.IsAny(at, "after", "from") ? 1 : 0;
            var day = sign == 0 ? Match.None : DayGrammar.Parse(c, at + 1);
            if (day.Node is not { } node)
            {
                return Match.None;
            }

            (anchor, end) = ((sign < 0 ? node.Past : node.Future)[0].Start!.Value, day.End);
        }

        var border = DistanceGrammar.Shift(anchor, amount, sign);
        if (more)
        {
            return new(OpenRanges.Apply(TimeNode.Day(border), sign < 0 ? TimeRelation.Before : TimeRelation.After), i, end);
        }

        return new(sign < 0 ? TimeNode.Span(border, anchor) : TimeNode.Span(anchor, border), i, end);
    }
}
