namespace MemOS.Time.English;

/// <summary>Names of holidays and the rule that places each in a year.</summary>
/// <remarks>
/// A name is given as its words without apostrophes and possessive "s": "new year eve". Matching skips those in the text too.
/// </remarks>
internal static class HolidayNames
{
    private static readonly (string Names, Func<int, DateTime?> Rule)[] Table =
    [
        ("new year day|new years day|new year|new years", On(1, 1)),
        ("new year eve|new years eve", On(12, 31)),
        ("christmas|christmas day|xmas|xmas day", On(12, 25)),
        ("christmas eve|xmas eve", On(12, 24)),
        ("boxing day", On(12, 26)),
        ("valentine day|valentines day|saint valentine day|st valentine day|valentine|valentines", On(2, 14)),
        ("halloween|halloween day|all hallows eve", On(10, 31)),
        ("all saints day|all hallows", On(11, 1)),
        ("all souls day", On(11, 2)),
        ("groundhog day|groundhogs day", On(2, 2)),
        ("saint patrick day|st patrick day|saint patricks day|st patricks day|saint paddy day|st paddy day", On(3, 17)),
        ("april fool day|april fools day|april fools|april fool", On(4, 1)),
        ("earth day", On(4, 22)),
        ("may day|international workers day|international worker day|workers day", On(5, 1)),
        ("labor day|labour day", Nth(9, DayOfWeek.Monday, 1)),
        ("cinco de mayo", On(5, 5)),
        ("juneteenth|freedom day|jubilee day", On(6, 19)),
        ("independence day", On(7, 4)),
        ("bastille day", On(7, 14)),
        ("veterans day|veteran day", On(11, 11)),
        ("guy fawkes day|guy fawkes night|bonfire night", On(11, 5)),
        ("women day|womens day|international women day|international womens day", On(3, 8)),
        ("children day|childrens day", On(6, 1)),
        ("teacher day|teachers day", On(9, 10)),
        ("white lover day|white day", On(3, 14)),
        ("epiphany|three kings day", On(1, 6)),
        ("australia day", On(1, 26)),
        ("candlemas", On(2, 2)),
        ("saint david day|st david day", On(3, 1)),
        ("pi day", On(3, 14)),
        ("tax day", On(4, 15)),
        ("saint george day|st george day", On(4, 23)),
        ("anzac day", On(4, 25)),
        ("flag day", On(6, 14)),
        ("canada day", On(7, 1)),
        ("patriot day", On(9, 11)),
        ("election day", year => Calendar.NthWeekday(year, 11, DayOfWeek.Monday, 1)?.AddDays(1)),
        ("remembrance day|armistice day|singles day|single day", On(11, 11)),
        ("saint andrew day|st andrew day", On(11, 30)),
        ("saint nicholas day|st nicholas day", On(12, 6)),
        ("saint stephen day|st stephen day", On(12, 26)),
        ("mlk day|martin luther king day|martin luther king jr day", Nth(1, DayOfWeek.Monday, 3)),
        ("presidents day|president day|washington birthday", Nth(2, DayOfWeek.Monday, 3)),
        ("memorial day", Nth(5, DayOfWeek.Monday, -1)),
        ("mother day|mothers day", Nth(5, DayOfWeek.Sunday, 2)),
        ("father day|fathers day", Nth(6, DayOfWeek.Sunday, 3)),
        ("columbus day|indigenous peoples day", Nth(10, DayOfWeek.Monday, 2)),
        ("thanksgiving|thanksgiving day", Nth(11, DayOfWeek.Thursday, 4)),
        ("black friday", After(Nth(11, DayOfWeek.Thursday, 4), 1)),
        ("cyber monday", After(Nth(11, DayOfWeek.Thursday, 4), 4)),
        ("easter|easter day|easter sunday", Easter(0)),
        ("easter monday", Easter(1)),
        ("easter saturday", Easter(-1)),
        ("good friday", Easter(-2)),
        ("palm sunday", Easter(-7)),
        ("maundy thursday", Easter(-3)),
        ("ash wednesday", Easter(-46)),
        ("mardi gras|fat tuesday|shrove tuesday|pancake day", Easter(-47)),
        ("ascension day|ascension of christ", Easter(39)),
        ("pentecost|whit sunday|whitsunday", Easter(49)),
        ("pentecost monday|whit monday", Easter(50)),
        ("corpus christi", Easter(60)),
        ("trinity sunday", Easter(56)),
    ];

    private static readonly Dictionary<string, (string[] Words, Func<int, DateTime?> Rule)[]> ByFirstWord = Index();

    /// <summary>The first words of names, which are words of the lexicon.</summary>
    public static string TriggerWords => string.Join(' ', Table.SelectMany(row => row.Names.Split('|')).SelectMany(name => name.Split(' ')).Distinct().Except(["of", "de", "day", "night", "new", "king", "good", "all", "may", "white", "black", "fat", "saint", "st"]))
        + " ";

    /// <summary>Words of names that begin no message's time expression often enough to be looked for.</summary>
    public static string OtherWords => "de day night new king good all may white black fat saint st jr";

    public static (string[] Words, Func<int, DateTime?> Rule)[] StartingWith(string word) => ByFirstWord.GetValueOrDefault(word, []);

    private static Dictionary<string, (string[] Words, Func<int, DateTime?> Rule)[]> Index() => Table
        .SelectMany(row => row.Names.Split('|').Select(name => (Words: name.Split(' '), row.Rule)))
        .GroupBy(name => name.Words[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(name => name.Words.Length).ToArray());

    private static Func<int, DateTime?> On(int month, int day) => year => Calendar.Day(year, month, day);

    private static Func<int, DateTime?> Nth(int month, DayOfWeek weekday, int nth) => year => Calendar.NthWeekday(year, month, weekday, nth);

    private static Func<int, DateTime?> Easter(int days) => year => Calendar.Easter(year).AddDays(days);

    private static Func<int, DateTime?> After(Func<int, DateTime?> rule, int days) => year => rule(year)?.AddDays(days);
}
