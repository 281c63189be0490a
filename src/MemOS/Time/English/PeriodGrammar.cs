namespace MemOS.Time.English;

/// <summary>Periods of days and longer: months, years, weeks, seasons, quarters, decades and parts of them.</summary>
internal static class PeriodGrammar
{
    /// <summary>The longest period that begins at a token.</summary>
    public static Match Parse(Cursor c, int i, int depth = 0)
    {
        if (depth == 0 && c.Periods.TryGet(i, out var known))
        {
            return known;
        }

        var best = EdgeGrammar.Parse(c, i, depth);
        best = Match.Longest(best, Plain(c, i, depth));
        best = Match.Longest(best, PartialPeriodGrammar.Parse(c, i));
        return depth == 0 ? c.Periods.Set(i, best) : best;
    }

    /// <summary>A period that no "early" or "end of" narrows.</summary>
    public static Match Plain(Cursor c, int i, int depth = 0)
    {
        var best = MonthPeriodGrammar.Parse(c, i);
        best = Match.Longest(best, YearPeriodGrammar.Parse(c, i));
        best = Match.Longest(best, StepPeriodGrammar.Parse(c, i));
        best = Match.Longest(best, CountedPeriodGrammar.Parse(c, i));
        best = Match.Longest(best, NthPeriodGrammar.Parse(c, i));
        best = Match.Longest(best, SeasonGrammar.Parse(c, i));
        return Match.Longest(best, WeekOfGrammar.Parse(c, i, depth));
    }
}
