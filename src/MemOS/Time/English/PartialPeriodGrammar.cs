namespace MemOS.Time.English;

/// <summary>Parts of the current period: "rest of the week", "year to date", "the remainder of this month".</summary>
internal static class PartialPeriodGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        if (c.Word(i).Unit is TimeUnit.Year or TimeUnit.Month or TimeUnit.Week && c.Are(i + 1, "to", "date"))
        {
            var whole = RelativePeriods.Containing(c.Reference, c.Word(i).Unit);
            return new(TimeNode.Span(whole.Start!.Value, c.Today), i, i + 3);
        }

        var rest = c.IsAny(i, "rest", "remaining", "remainder") ? i + 1 : -1;
        if (rest < 0)
        {
            return Match.None;
        }

        var at = c.Skip(c.Skip(rest, "of"), "the", "this", "my", "our", "current");
        if (at > rest && NumberGrammar.Year(c, at, out var end) == c.Reference.Year)
        {
            var left = EventTime.OfDays(DateOnly.FromDateTime(c.Today), new DateOnly(c.Reference.Year, 12, 31));
            return new(TimeNode.Span(c.Today, new DateTime(c.Reference.Year, 12, 31)) with { PastTime = left, FutureTime = left }, i, end);
        }

        if (c.Word(at).Unit is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Quarter or TimeUnit.Decade) || c.Word(at).Plural || at == rest)
        {
            return Match.None;
        }

        var last = Calendar.AddDays(RelativePeriods.Containing(c.Reference, c.Word(at).Unit).End!.Value, -1);
        var time = EventTime.OfDays(DateOnly.FromDateTime(c.Today), DateOnly.FromDateTime(last));
        return new(TimeNode.Span(c.Today, last) with { PastTime = time, FutureTime = time }, i, at + 1);
    }
}
