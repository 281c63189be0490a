namespace MemOS.Time.English;

/// <summary>Repetitions: "every Monday at 4pm", "each quarter", "daily", "on weekends", "Tuesdays at 9am", "every other Friday".</summary>
internal static class SetGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var end = Core(c, i);
        if (end < 0)
        {
            var clock = ClockGrammar.Parse(c, c.Skip(i, "at"));
            end = clock.Found ? Core(c, clock.End) : -1;
            return end > 0 ? new(TimeNode.Repeated(), i, end) : Match.None;
        }

        return new(TimeNode.Repeated(), i, WithTime(c, end));
    }

    private static int Core(Cursor c, int i)
    {
        if (c.Word(i).Repeated || (c.Word(i).Plural && c.Word(i) is { Weekday: not null } or { Plural: true, Unit: TimeUnit.Weekend } or { Plural: true, Part: not null } && !Counted(c, i)))
        {
            return i + 1;
        }

        if (c.IsAny(i, "bi", "semi") && c.Word(c.SkipSymbol(i + 1, '-')).Repeated)
        {
            return c.SkipSymbol(i + 1, '-') + 1;
        }

        if (!c.IsAny(i, "every", "each", "any"))
        {
            return -1;
        }

        var at = c.Skip(i + 1, "other", "single", "last", "first");
        var word = c.Word(at);
        if (MonthNames.IsWeekday(c, at) || word.Part is not null || word is { Unit: not TimeUnit.None, Ordinal: 0 } || (word.Month > 0 && MonthNames.IsMonth(c, at)) || word.Season is not null)
        {
            var next = word.Weekday is not null && word.Part is null && c.Word(at + 1).Part is not null ? at + 2 : at + 1;
            return word.Season is not null ? at + 1 : next;
        }

        var length = DurationGrammar.Parse(c, at);
        if (length.Found)
        {
            return length.End;
        }

        var nth = NumberGrammar.Ordinal(c, at, out var ranked);
        return nth > 0 && (c.Word(ranked).Weekday is not null || c.Word(ranked).Unit > TimeUnit.Second) ? ranked + 1 : -1;
    }

    private static bool Counted(Cursor c, int i) => c.Word(i - 1).Cardinal > 0 || c[i - 1].Kind == TokenKind.Number || c.Word(i - 1).Vague > 0 || c.Word(i - 1).Step is not null;

    private static int WithTime(Cursor c, int end)
    {
        var at = c.Skip(c.SkipSymbol(end, ','), "at", "@");
        var clock = ClockGrammar.Parse(c, at, allowBare: at > end && c.Is(at - 1, "at"));
        var range = ClockRangeGrammar.Parse(c, end);
        var best = clock.Found && clock.End > range.End ? clock.End : range.Node is { IsBare: false } ? range.End : -1;
        return best > end ? best : end;
    }
}
