namespace MemOS.Time.English;

/// <summary>The words between the two ends of a range.</summary>
internal static class Connectors
{
    /// <summary>Skips "to", "-", "until" and their like, and "and" after "between".</summary>
    public static int To(Cursor c, int i, bool between)
    {
        if (c.IsAny(i, "to", "until", "till", "til", "through", "thru") || (between && c.Is(i, "and")))
        {
            // "until the end" and "to the" keep their article for the end of the range
            return i + 1;
        }

        if (c.IsSymbol(i, '-') || c.IsSymbol(i, '~'))
        {
            return c.IsSymbol(i + 1, '-') ? i + 2 : i + 1;
        }

        return i;
    }
}
