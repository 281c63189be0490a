namespace MemOS.Time.English;

/// <summary>Days: named by date, by weekday, by holiday or by distance.</summary>
internal static class DayGrammar
{
    /// <summary>The longest day expression that begins at a token.</summary>
    /// <param name="c">The text.</param>
    /// <param name="i">The token.</param>
    /// <param name="depth">How many anchors ("the day before ...") enclose this one; bounded, so that chains stay linear.</param>
    public static Match Parse(Cursor c, int i, int depth = 0)
    {
        if (depth == 0 && c.Days.TryGet(i, out var known))
        {
            return known;
        }

        var best = NumericDateGrammar.Parse(c, i);
        best = Match.Longest(best, MonthDayGrammar.Parse(c, i));
        best = Match.Longest(best, WeekdayGrammar.Parse(c, i, depth));
        best = Match.Longest(best, RankedDayGrammar.Parse(c, i));
        best = Match.Longest(best, HolidayGrammar.Parse(c, i));
        best = Match.Longest(best, NearDayGrammar.Parse(c, i, depth));
        best = Match.Longest(best, DistanceGrammar.Parse(c, i, depth));
        best = Match.Longest(best, DayOfMonthGrammar.Parse(c, i));
        return depth == 0 ? c.Days.Set(i, best) : best;
    }
}
