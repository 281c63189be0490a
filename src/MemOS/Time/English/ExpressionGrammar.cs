namespace MemOS.Time.English;

/// <summary>The top of the grammar: the longest time expression that begins at a token.</summary>
internal static class ExpressionGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var best = Longest(c, i);
        if (c.Is(i, "at") && best.Found)
        {
            // "at 2:00 - 2:30 pm on Tuesday" is a range whose "at" stays outside
            var inner = Longest(c, i + 1);
            best = inner.End > best.End ? inner : best;
        }

        return best;
    }

    private static Match Longest(Cursor c, int i)
    {
        var best = RangeGrammar.Parse(c, i);
        best = Match.Longest(best, OpenRangeGrammar.Parse(c, i));
        best = Match.Longest(best, OperandGrammar.Parse(c, i));
        best = Match.Longest(best, SetGrammar.Parse(c, i));
        best = Match.Longest(best, AgeGrammar.Parse(c, i));
        best = Match.Longest(best, Timed(ClockRangeGrammar.Parse(c, i)));
        best = Match.Longest(best, Timed(Clock(c, i)));
        return Match.Longest(best, DurationGrammar.Parse(c, i));
    }

    private static Match Clock(Cursor c, int i)
    {
        var at = c.Skip(i, "at");
        var clock = ClockGrammar.Parse(c, at, allowBare: at > i);
        return clock.Node is { } node && at > i ? new(node with { IsBare = false }, i, clock.End) : clock;
    }

    private static Match Timed(Match match) => match.Node is { IsBare: true } ? Match.None : match;
}
