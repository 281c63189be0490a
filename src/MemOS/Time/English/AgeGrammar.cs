namespace MemOS.Time.English;

/// <summary>Ages: "18 years old", "a 5-year-old", "aged 30", "three months of age".</summary>
internal static class AgeGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        if (c.Is(i, "aged") && NumberGrammar.Cardinal(c, i + 1, out var aged) is > 0 and < 130)
        {
            return Age(i, aged, TimeUnit.Year, 0);
        }

        var length = DurationGrammar.Parse(c, i);
        if (length.Node is not { } amount)
        {
            return Match.None;
        }

        var old = c.SkipSymbol(length.End, '-');
        return c.Is(old, "old") ? new(amount with { Kind = TimeMentionKind.Age, Unresolved = true }, i, old + 1)
            : c.Are(length.End, "of", "age") ? new(amount with { Kind = TimeMentionKind.Age, Unresolved = true }, i, length.End + 2)
            : Match.None;
    }

    private static Match Age(int start, int end, TimeUnit unit, double count) =>
        new(new() { Kind = TimeMentionKind.Age, Unresolved = true, Amounts = [(unit, count)] }, start, end);
}
