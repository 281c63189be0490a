namespace MemOS.Time.English;

/// <summary>Times of day: "9 am", "7:30", "half past seven", "noon", "six thirty".</summary>
internal static class ClockGrammar
{
    private enum HalfDay
    {
        Open,
        BeforeNoon,
        AfterNoon,
        Night,
        Both,
    }

    /// <summary>A time of day. A lone number counts only where the caller allows it, and is marked as bare.</summary>
    public static Match Parse(Cursor c, int i, bool allowBare = false)
    {
        if (c.IsAny(i, "noon", "midday", "noonish"))
        {
            var ish = c.SkipSymbol(i + 1, '-');
            return Fixed(12, i, c.Is(ish, "ish") ? ish + 1 : i + 1);
        }

        if (c.Is(i, "midnight"))
        {
            return Fixed(0, i, i + 1);
        }

        var past = PastOrTo(c, i);
        return past.Found ? past : HourAndMinute(c, i, allowBare);
    }

    /// <summary>Hour and minute as candidates on <see cref="Reading.ClockDay"/>: one, or two where noon is open.</summary>
    public static TimeNode Node(int hour, int minute, int second, bool twelveHour, bool bare = false)
    {
        var first = Reading.OfMoment(Reading.ClockDay.AddHours(hour).AddMinutes(minute).AddSeconds(second));
        IReadOnlyList<Reading> readings = twelveHour
            ? [first, Reading.OfMoment(Reading.ClockDay.AddHours((hour + 12) % 24).AddMinutes(minute).AddSeconds(second))]
            : [first];
        return new()
        {
            Kind = TimeMentionKind.Time,
            Granularity = TimeGranularity.Instant,
            Past = readings,
            Future = readings,
            IsTwelveHour = twelveHour,
            IsBare = bare,
        };
    }

    private static Match Fixed(int hour, int start, int end) => new(Node(hour, 0, 0, twelveHour: false), start, end);

    // "half past seven", "a quarter to nine", "15 past seven o'clock", "thirty-six minutes past eight"
    private static Match PastOrTo(Cursor c, int i)
    {
        var at = c.Skip(i, "a");
        int minutes;
        int end;
        if (c.Is(at, "half"))
        {
            (minutes, end) = (30, at + 1);
        }
        else if (c.Is(at, "quarter"))
        {
            (minutes, end) = (15, at + 1);
        }
        else
        {
            minutes = at == i ? NumberGrammar.Cardinal(c, i, out end) : Fail(i, out end);
            var unit = c.Word(end).Unit == TimeUnit.Minute;
            end += unit ? 1 : 0;
            if (minutes is < 1 or > 59 || (!unit && minutes % 5 != 0))
            {
                return Match.None;
            }
        }

        var after = c.IsAny(end, "past", "after");
        if (!after && !c.IsAny(end, "to", "till", "before"))
        {
            return Match.None;
        }

        // "10 to 5" and "10 after 5" are ranges or sums unless something says that minutes are meant.
        // Nobody counts hours by the word up to twenty, and what begins "at ten to eight" is a time.
        if (!c.Is(end, "past") && minutes is not (15 or 30) && c.Word(end - 1).Unit != TimeUnit.Minute && !(c[i].Kind == TokenKind.Word && (minutes is 20 or 25 || c.Is(i - 1, "at"))))
        {
            return Match.None;
        }

        var hour = HourAndMinute(c, end + 1, allowBare: true);
        if (hour.Node is not { } node || node.Past[0].Start is not { Minute: 0 })
        {
            return Match.None;
        }

        var shift = TimeSpan.FromMinutes(after ? minutes : -minutes);
        var readings = node.Past.Select(reading => Reading.OfMoment(Reading.ClockDay.Add(Wrap(reading.Start!.Value.TimeOfDay + shift)))).ToArray();
        return new(node with { Past = readings, Future = readings, IsBare = false }, i, hour.End);
    }

    private static TimeSpan Wrap(TimeSpan time) => time < TimeSpan.Zero ? time + TimeSpan.FromDays(1) : time;

    private static Match HourAndMinute(Cursor c, int i, bool allowBare)
    {
        var token = c[i];
        var digits = token.Kind == TokenKind.Number;
        if (token.Ordinal || (!digits && token.Lexeme.Cardinal < 0))
        {
            return Match.None;
        }

        var hour = digits ? token.Number : token.Lexeme.Cardinal;
        var end = i + 1;
        var minute = 0;
        var second = 0;
        var exact = false;
        if (digits && token.Digits is 3 or 4 && IsHalfDay(c, end))
        {
            (hour, minute) = (token.Number / 100, token.Number % 100);
        }
        else if (digits && token.Digits == 4 && hour is >= 0 and < 2400 && hour % 100 < 60 && allowBare && (hour is < 1500 or > 2100 || hour % 100 == 0))
        {
            (hour, minute, exact) = (hour / 100, hour % 100, true);
            end += c.Word(end).Unit == TimeUnit.Hour ? 1 : 0;
        }
        else if (digits && token.Digits <= 2)
        {
            exact = Minutes(c, ref end, ref minute, ref second, allowBare);
        }
        else if (!digits)
        {
            var hyphen = c.IsSymbol(end, '-') && c[end].Glued && c[end + 1].Glued;
            if (hyphen && c.Word(end + 1).Cardinal < 10)
            {
                return Match.None;
            }

            end += hyphen ? 1 : 0;
            MinutesInWords(c, ref end, ref minute);
        }
        else
        {
            return Match.None;
        }

        if (hour is < 0 or > 24 || minute > 59 || second > 59 || (hour == 24 && minute > 0))
        {
            return Match.None;
        }

        var (clock, halfEnd) = OClock(c, end);
        var half = ReadHalfDay(c, halfEnd, out end);
        if (half != HalfDay.Open && hour > 12)
        {
            half = HalfDay.Open;
        }

        var bare = !exact && !clock && half == HalfDay.Open;
        if (bare && !allowBare)
        {
            return Match.None;
        }

        if (half != HalfDay.Open && c.Is(end, "sharp"))
        {
            end++;
        }

        // A lone number before a unit or a noun counts something: "7 days", "5 %".
        if (bare && (c.Word(end).Unit != TimeUnit.None || c.IsSymbol(end, '%') || c[end] is { Glued: true, Kind: not TokenKind.Symbol }))
        {
            return Match.None;
        }

        return new(Apply(hour % 24, minute, second, half, bare), i, end);
    }

    private static TimeNode Apply(int hour, int minute, int second, HalfDay half, bool bare) => half switch
    {
        HalfDay.BeforeNoon => Node(hour % 12, minute, second, twelveHour: false),
        HalfDay.AfterNoon => Node((hour % 12) + 12, minute, second, twelveHour: false),
        HalfDay.Night => Node(hour is >= 6 and < 12 ? hour + 12 : hour % 12, minute, second, twelveHour: false),
        _ => Node(hour, minute, second, hour is >= 1 and <= 12, bare),
    };

    // ":30", ":30:15"; ".30" only before "pm" or where a lone number would do
    private static bool Minutes(Cursor c, ref int end, ref int minute, ref int second, bool allowBare)
    {
        var colon = c.IsSymbol(end, ':');
        if ((!colon && !c.IsSymbol(end, '.')) || !c[end].Glued || c[end + 1] is not { Kind: TokenKind.Number, Glued: true, Digits: 2, Ordinal: false } minutes)
        {
            return false;
        }

        if (!colon && !IsHalfDay(c, end + 2) && (!allowBare || (c.IsSymbol(end + 2, '.') && c[end + 3].Kind == TokenKind.Number)))
        {
            return false;
        }

        minute = minutes.Number;
        end += 2;
        if (colon && c.IsSymbol(end, ':') && c[end + 1] is { Kind: TokenKind.Number, Glued: true, Digits: 2 } seconds)
        {
            second = seconds.Number;
            end += 2;
        }

        return true;
    }

    // "seven thirty", "seven twenty-seven", "seven oh five"
    private static void MinutesInWords(Cursor c, ref int end, ref int minute)
    {
        if (c.IsAny(end, "oh", "o") && c.Word(end + 1).Cardinal is > 0 and < 10)
        {
            minute = c.Word(end + 1).Cardinal;
            end += 2;
            return;
        }

        if (c.Word(end).Cardinal >= 10)
        {
            var value = NumberGrammar.Cardinal(c, end, out var after);
            if (value is >= 10 and <= 59 && c.Word(after).Unit == TimeUnit.None)
            {
                minute = value;
                end = after;
            }
        }
    }

    private static (bool Found, int End) OClock(Cursor c, int i) => c.IsAny(i, "o'clock", "oclock")
        ? (true, i + 1)
        : c.Are(i, "o", "clock") ? (true, i + 2) : (false, i);

    private static bool IsHalfDay(Cursor c, int i) => ReadHalfDay(c, i, out _) is HalfDay.BeforeNoon or HalfDay.AfterNoon or HalfDay.Both;

    private static HalfDay ReadHalfDay(Cursor c, int i, out int end)
    {
        end = i + 1;
        if (c.Is(i, "am"))
        {
            return HalfDay.BeforeNoon;
        }

        if (c.Is(i, "pm"))
        {
            return HalfDay.AfterNoon;
        }

        if (c.Is(i, "ampm"))
        {
            return HalfDay.Both;
        }

        if (c.IsAny(i, "a", "p"))
        {
            var half = c.Is(i, "a") ? HalfDay.BeforeNoon : HalfDay.AfterNoon;
            var dotted = c.IsSymbol(i + 1, '.');
            var m = dotted ? i + 2 : i + 1;
            if (c.Is(m, "m"))
            {
                end = dotted && c.IsSymbol(m + 1, '.') ? m + 2 : m + 1;
                return half;
            }

            if (c[i].Glued)
            {
                return half;
            }
        }

        var at = c.Skip(i, "in", "at");
        if (at > i)
        {
            at = c.Skip(at, "the");
            if (c.Word(at) is { Part: { } part, Plural: false } && c.Word(at).DayOffset is null)
            {
                end = at + 1;
                return part == DayPart.Night ? HalfDay.Night : part == DayPart.Morning ? HalfDay.BeforeNoon : HalfDay.AfterNoon;
            }
        }

        end = i;
        return HalfDay.Open;
    }

    private static int Fail(int i, out int end)
    {
        end = i;
        return -1;
    }
}
