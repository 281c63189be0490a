namespace MemOS.Time.English;

/// <summary>Several units before or after now: "the last three months", "next 2 weeks", "the 5 coming days", "past few years".</summary>
internal static class CountedPeriodGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        // Of the counted periods decades alone keep their article: "the next two decades".
        if (c.Is(i, "the"))
        {
            var decades = c.Word(i + 1).Step is null ? Match.None : Parse(c, i + 1);
            return decades.Found && c.Word(decades.End - 1).Unit == TimeUnit.Decade ? decades with { Start = i } : Match.None;
        }

        TimeNode amount;
        int step;
        int end;
        if (c.Word(i).Step is { } leading && leading != 0)
        {
            var length = DurationGrammar.Parse(c, i + 1);
            if (c.Is(length.End, "ago"))
            {
                // "the last 3 months and 2 days ago": the ago belongs to the days alone
                length = DurationGrammar.Parse(c, i + 1, most: 1);
            }

            if (length.Node is null)
            {
                length = Single(c, i + 1);
            }

            if (length.Node is null || c.Word(i + 1).Vague == 0 && c.IsAny(i + 1, "half", "a", "an"))
            {
                return Match.None;
            }

            (amount, step, end) = (length.Node, leading, length.End);
        }
        else
        {
            // "5 coming minutes", "3 next weeks", "two past months"
            var count = NumberGrammar.Cardinal(c, i, out var at);
            if (count is < 1 or > 999 || c.Word(at).Step is not { } trailing || trailing == 0 || c.Word(at + 1) is not { Unit: not TimeUnit.None, Short: false } unit || (count > 1 && !unit.Text.EndsWith('s') && unit.Unit != TimeUnit.Century))
            {
                return Match.None;
            }

            (amount, step, end) = (new TimeNode { Kind = TimeMentionKind.Duration, Amounts = [(unit.Unit, count)] }, trailing, at + 2);
        }

        return new(Span(c, amount, step), i, end);
    }

    /// <summary>The span of a duration that ends (or begins) at the reference.</summary>
    public static TimeNode Span(Cursor c, TimeNode amount, int step)
    {
        if (!DistanceGrammar.IsOfDays(amount))
        {
            var there = DistanceGrammar.Shift(c.Reference, amount, step);
            return step < 0 ? TimeNode.MomentSpan(there, c.Reference) : TimeNode.MomentSpan(c.Reference, there);
        }

        // Quarters and longer calendar units count whole ones.
        var (unit, count) = amount.Amounts[0];
        if (unit is TimeUnit.Quarter or TimeUnit.Decade or TimeUnit.Century or TimeUnit.Weekend && amount.Amounts.Count == 1)
        {
            var near = RelativePeriods.Away(c.Reference, unit, step < 0 ? -1 : 1);
            var far = RelativePeriods.Away(c.Reference, unit, step * (int)Math.Max(1, count));
            return step < 0 ? TimeNode.Span(far.Start!.Value, near.End!.Value) : TimeNode.Span(near.Start!.Value, far.End!.Value);
        }

        if (unit == TimeUnit.BusinessDay)
        {
            var border = Calendar.Add(c.Today, unit, step * count);
            return step < 0 ? TimeNode.Span(border, c.Today) : TimeNode.Span(Calendar.Add(c.Today, unit, 1), Calendar.AddDays(border, 1));
        }

        var from = step < 0 ? c.Today : Calendar.AddDays(c.Today, 1);
        var to = DistanceGrammar.Shift(from, amount, step);
        return step < 0 ? TimeNode.Span(to, from) : TimeNode.Span(from, to);
    }

    // "next hour", "last minute", "past day and 5 hours"
    private static Match Single(Cursor c, int i)
    {
        var unit = c.Word(i);
        if (unit.Unit is not (TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second or TimeUnit.Day) || unit.Ordinal > 0 || unit.Short)
        {
            return Match.None;
        }

        if (c.Is(i + 1, "and"))
        {
            var rest = DurationGrammar.Parse(c, i + 2);
            if (rest.Node is { } more && more.Amounts[0].Unit < unit.Unit)
            {
                return new(more with { Amounts = [(unit.Unit, 1), .. more.Amounts] }, i, rest.End);
            }
        }

        return unit.Unit is TimeUnit.Hour or TimeUnit.Minute
            ? new(new() { Kind = TimeMentionKind.Duration, Amounts = [(unit.Unit, 1)] }, i, i + 1)
            : Match.None;
    }
}
