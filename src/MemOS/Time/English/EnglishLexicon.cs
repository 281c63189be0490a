using System.Collections.Frozen;

namespace MemOS.Time.English;

/// <summary>The words of English time expressions, without regard to case.</summary>
internal static class EnglishLexicon
{
    private static readonly FrozenDictionary<string, Lexeme> Words = Build();

    private static readonly FrozenDictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the longest word; a longer one is not worth a look.</summary>
    public static int LongestWord { get; } = Words.Keys.Max(word => word.Length);

    // For each first letter the lengths that its trigger words have: most words of a text are ruled out by this alone.
    private static readonly uint[] TriggerLengths = Lengths();

    /// <summary>Whether a word of ASCII letters marks a text as one that may hold a time.</summary>
    public static bool IsTrigger(ReadOnlySpan<char> word)
    {
        var letter = (word[0] | ' ') - 'a';
        return (uint)letter < 26 && word.Length < 32 && (TriggerLengths[letter] & (1u << word.Length)) != 0 && Find(word).Trigger;
    }

    public static Lexeme Find(ReadOnlySpan<char> word) =>
        word.Length <= LongestWord && Lookup.TryGetValue(word, out var lexeme) ? lexeme : Lexeme.Unknown;

    private static uint[] Lengths()
    {
        var lengths = new uint[26];
        foreach (var (text, word) in Words)
        {
            lengths[(text[0] | ' ') - 'a'] |= word.Trigger ? 1u << text.Length : 0;
        }

        return lengths;
    }

    private static FrozenDictionary<string, Lexeme> Build()
    {
        var words = new Dictionary<string, Lexeme>(StringComparer.OrdinalIgnoreCase);
        void Add(string list, Func<Lexeme, Lexeme> mark)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = mark(words.GetValueOrDefault(word) ?? new Lexeme(word));
            }
        }

        AddCalendar(Add);
        AddUnits(Add);
        AddNumbers(Add);
        Add("last past previous prior preceding", word => word with { Step = -1 });
        Add("this current same present that", word => word with { Step = 0 });
        Add("next upcoming coming following", word => word with { Step = 1 });
        Add("today tonight tonite", word => word with { DayOffset = 0, Trigger = true });
        Add("tomorrow tomorrows tmr tmrw tomorow", word => word with { DayOffset = 1, Trigger = true });
        Add("yesterday yday", word => word with { DayOffset = -1, Trigger = true });
        Add("now currently nowadays recently lately asap presently", word => word with { Present = true, Trigger = true });
        Add("daily weekly biweekly monthly bimonthly quarterly yearly annually annual semiannually biannually hourly nightly fortnightly weekdays biannual semiannual everyday", word => word with { Repeated = true, Trigger = true });
        AddDayParts(Add);
        Add("spring", word => word with { Season = Season.Spring, Trigger = true });
        Add("summer summertime", word => word with { Season = Season.Summer, Trigger = true });
        Add("autumn fall", word => word with { Season = Season.Autumn, Trigger = true });
        Add("winter wintertime", word => word with { Season = Season.Winter, Trigger = true });
        Add("springs", word => word with { Season = Season.Spring, Plural = true });
        Add("summers", word => word with { Season = Season.Summer, Plural = true });
        Add("autumns falls", word => word with { Season = Season.Autumn, Plural = true });
        Add("winters", word => word with { Season = Season.Winter, Plural = true });
        Add("fall spring", word => word with { Risky = true });
        Add(FunctionWords, word => word);
        Add(HolidayNames.TriggerWords, word => word with { Trigger = true });
        Add(HolidayNames.OtherWords, word => word);
        Add("thousand nineteen present moment soon eod ago date noonish easter nineties eighties seventies sixties fifties twenties thirties forties ad bc", word => word with { Trigger = true });
        Add(Openers, word => word with { Begins = true });
        foreach (var (text, word) in words.ToArray())
        {
            words[text] = word with { Begins = word.Begins || word.Trigger || word.Cardinal >= 0 || word.Ordinal > 0 || word.Vague > 0 || word.Step is not null };
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void AddCalendar(Action<string, Func<Lexeme, Lexeme>> add)
    {
        string[] months =
        [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ];
        for (var month = 0; month < months.Length; month++)
        {
            var value = month + 1;
            add(months[month], word => word with { Month = value, Trigger = true });
        }

        add("may march mar", word => word with { Risky = true });
        add("april june august", word => word with { IsName = true });
        string[] days =
        [
            "sunday sun", "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri", "saturday sat",
        ];
        for (var day = 0; day < days.Length; day++)
        {
            var value = (DayOfWeek)day;
            add(days[day], word => word with { Weekday = value, Trigger = true });
        }

        add("sundays mondays tuesdays wednesdays thursdays fridays saturdays", word => word with { Plural = true, Trigger = true });
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            add(day + "s", word => word with { Weekday = day });
        }

        add("sun sat wed mon", word => word with { Risky = true });
    }

    private static void AddUnits(Action<string, Func<Lexeme, Lexeme>> add)
    {
        (TimeUnit Unit, string Words, string Short)[] units =
        [
            (TimeUnit.Second, "second seconds sec secs", "s"),
            (TimeUnit.Minute, "minute minutes min mins", string.Empty),
            (TimeUnit.Hour, "hour hours hr hrs", "h"),
            (TimeUnit.Day, "day days", "d"),
            (TimeUnit.Week, "week weeks wk wks", "w"),
            (TimeUnit.Weekend, "weekend weekends", string.Empty),
            (TimeUnit.Fortnight, "fortnight fortnights", string.Empty),
            (TimeUnit.Month, "month months mos", string.Empty),
            (TimeUnit.Quarter, "quarter quarters qtr qtrs", string.Empty),
            (TimeUnit.Year, "year years yr yrs", "y"),
            (TimeUnit.Decade, "decade decades", string.Empty),
            (TimeUnit.Century, "century centuries", string.Empty),
        ];
        foreach (var (unit, words, shortWords) in units)
        {
            add(words, word => word with { Unit = unit, Trigger = true });
            add(shortWords, word => word with { Unit = unit, Short = true });
        }

        add("weekends", word => word with { Plural = true });
    }

    private static void AddNumbers(Action<string, Func<Lexeme, Lexeme>> add)
    {
        var cardinals = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".Split(' ');
        var ordinals = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".Split(' ');
        for (var number = 0; number < cardinals.Length; number++)
        {
            var value = number;
            add(cardinals[number], word => word with { Cardinal = value });
            add(ordinals[number], word => word with { Ordinal = value });
        }

        (string Word, int Value)[] tens = [("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90)];
        foreach (var (ten, value) in tens)
        {
            add(ten, word => word with { Cardinal = value });
        }

        add("thirtieth", word => word with { Ordinal = 30 });
        add("few", word => word with { Vague = 3 });
        add("several", word => word with { Vague = 3 });
        add("couple", word => word with { Vague = 2 });
    }

    private static void AddDayParts(Action<string, Func<Lexeme, Lexeme>> add)
    {
        (DayPart Part, string Words)[] parts =
        [
            (DayPart.Morning, "morning mornings"), (DayPart.Afternoon, "afternoon afternoons"), (DayPart.Evening, "evening evenings"),
            (DayPart.Night, "night nights overnight"), (DayPart.Daytime, "daytime"), (DayPart.Breakfast, "breakfast"),
            (DayPart.Brunch, "brunch"), (DayPart.Lunch, "lunch lunchtime"), (DayPart.Dinner, "dinner dinnertime"),
        ];
        foreach (var (part, words) in parts)
        {
            add(words, word => word with { Part = part, Trigger = true });
        }

        add("mornings afternoons evenings nights", word => word with { Plural = true });
        add("tonight tonite", word => word with { Part = DayPart.Night });
        add("noon midday midnight am pm oclock o'clock", word => word with { Trigger = true });
    }

    // Words without a meaning in time that may open an expression all the same: "in", "the", "early", "every".
    private const string Openers =
        "a an the in on at by from for since until till til between before after around circa within during early earlier late later mid middle beginning begin start " +
        "starting ending end rest remaining remainder every each any all whole entire full as no not greater less more sooner half right aged bi semi cy fy q h year over " +
        "prior commencing eod w new good all saint st king black white fat martin guy cinco may earth palm ash mardi whit corpus trinity o";

    // Words that grammar rules ask for by name: only words of the lexicon can be compared.
    private const string FunctionWords =
        "a an the of in on at by to from for since until till til through thru between and or before after around about within during " +
        "ago back later earlier early late mid middle beginning begin start started starting end ending rest remaining remainder hence onwards onward on " +
        "forward than more less least most greater later equal equals within past half quarter to p m a o oh clock noon midday midnight date " +
        "c t z hundred thousand whole entire all full every each any other another day's old aged age now today's business working work weekday work-week " +
        "year's y cy fy calendar fiscal school q h w upcoming coming time moment minute point present commencing very first last towards dozen chinese lunar eod final remainder jr right above below newer older sooner ending advance approximately roughly circa sometime anytime somewhere " +
        "off over as no not soon possible up down we i you he she they it ask am pm ampm noonish ish sharp exactly or so and but that this is was were are be with " +
        "will would should could can might not never have has had do does did my your our his her their please because if when while where who which then there here " +
        "january's eve semi bi annually monthly weekly birthday floor decade ad bc ce bce thereafter afterwards or just only nearly almost " +
        "weekend's prior ahead into remains remain th rd nd st yesterday's following leaving returning arriving";
}
