namespace MemOS.Time.English;

/// <summary>The present and its neighbourhood: "now", "at the moment", "recently", "as soon as possible". They name no calendar time.</summary>
internal static class PresentGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var end = End(c, i);
        return end > i ? new(TimeNode.Moment(c.Reference) with { IsPresent = true }, i, end) : Match.None;
    }

    private static int End(Cursor c, int i)
    {
        if (c.Word(i).Present && !c.IsAny(i, "nowadays", "lately"))
        {
            return i + 1;
        }

        if (c.Is(i, "right") && c.Is(i + 1, "now"))
        {
            return i + 2;
        }

        if (c.Is(i, "at") && (c.IsAny(i + 1, "the", "this")))
        {
            var present = c.Skip(i + 2, "present", "current");
            return c.IsAny(present, "moment", "minute") || (present > i + 2 && c.IsAny(present, "time")) ? present + 1
                : present > i + 2 && c.Is(i + 1, "the") ? present
                : i;
        }

        return c.Are(i, "as", "soon", "as", "possible") ? i + 4 : i;
    }
}
