namespace MemOS.Time.English;

/// <summary>Holidays by name, with a year or a step: "Christmas", "Easter Monday 2019", "last Thanksgiving".</summary>
internal static class HolidayGrammar
{
    public static Match Parse(Cursor c, int i)
    {
        var step = c.IsAny(i, "this", "next", "last", "past", "previous", "coming", "upcoming", "following") ? c.Word(i).Step : null;
        var start = step is null ? i : c.Skip(i + 1, "year's", "coming", "past");
        var rule = Name(c, start, out var end);
        if (rule is null)
        {
            return Match.None;
        }

        Reading? Rule(int year) => rule(year) is { } day ? Reading.OfDay(day) : null;
        var year = YearPhrases.Parse(c, end, out var yearEnd);
        if (year > 0)
        {
            return TimeNodeBuilder.InYear(Rule, year, TimeUnit.Day) is { } dated ? new(dated, i, yearEnd) : Match.None;
        }

        if (TimeNodeBuilder.YearlyDay(rule, c.Reference) is not { } open)
        {
            return Match.None;
        }

        return new(step switch
        {
            null => open,
            0 => TimeNodeBuilder.InYear(Rule, c.Reference.Year, TimeUnit.Day) ?? open,
            < 0 => TimeNode.Day(open.Past[0].Start!.Value),
            _ => TimeNode.Day(open.Future[0].Start!.Value),
        }, i, end);
    }

    /// <summary>The rule of a holiday's name at a place, possessives aside.</summary>
    public static Func<int, DateTime?>? Name(Cursor c, int i, out int end)
    {
        end = i;
        if (c[i].Kind != TokenKind.Word || c.Word(i).Text.Length == 0)
        {
            return null;
        }

        foreach (var (words, rule) in HolidayNames.StartingWith(c.Word(i).Text))
        {
            var at = i;
            var all = true;
            foreach (var word in words)
            {
                if (!c.Is(at, word))
                {
                    all = false;
                    break;
                }

                end = at + 1;
                at = c.SkipPossessive(end);
                at = word == "st" ? c.SkipSymbol(at, '.') : at;
            }

            if (all && IsName(c, i, words))
            {
                return rule;
            }
        }

        end = i;
        return null;
    }

    // "a new year", "the new year's plan" are no dates without a capital; nor is a lower-case "easter egg" at issue here
    private static bool IsName(Cursor c, int i, string[] words) => !c.IsAny(i - 1, "chinese", "lunar") && ( words is not ["new", "year" or "years"] || (c[i].Capital && c[i + 1].Capital && !c.Is(i - 1, "a")));
}
