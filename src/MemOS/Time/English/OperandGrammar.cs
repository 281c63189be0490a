namespace MemOS.Time.English;

/// <summary>What can stand at an end of a range or after "before": a moment, a day or a period.</summary>
internal static class OperandGrammar
{
    /// <summary>The longest moment, day or period that begins at a token.</summary>
    public static Match Parse(Cursor c, int i)
    {
        var best = MomentGrammar.Parse(c, i);
        best = Match.Longest(best, Date(c, i));
        return best;
    }

    /// <summary>The longest day or period that begins at a token.</summary>
    public static Match Date(Cursor c, int i) => Match.Longest(DayGrammar.Parse(c, i), PeriodGrammar.Parse(c, i));

    /// <summary>The same, allowing an article in front: "until the weekend", "after the 3rd".</summary>
    public static Match AfterWord(Cursor c, int i)
    {
        var match = Parse(c, i);
        return !match.Found && c.Is(i, "the") ? Parse(c, i + 1) : match;
    }
}
