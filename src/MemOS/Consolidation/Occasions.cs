using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Reading.Rules;

namespace MemOS.Consolidation;

/// <summary>When and where a statement holds: what is so on weekdays, in winter, at work or for one thing leaves what is so on Sundays, in summer, at home or for another.</summary>
internal static partial class Occasions
{
    /// <summary>Whether the later statement tells of one time only what the earlier one tells in general: "this Tuesday there's no class", "swapped my Saturday, just the once", "flew because there was no other way".</summary>
    public static bool IsForOnce(HeldStatement later, HeldStatement earlier) =>
        earlier.Content.EventTime is null && (later.Content.Slot is null || later.Content.Slot != earlier.Content.Slot) && later.Content.Text is var text && !Lasting().IsMatch(text) && (Once().IsMatch(text) || (ThatDay().IsMatch(text) && Because().IsMatch(text) && !Loss().IsMatch(text)));

    [GeneratedRegex(@"\b(?:cancel\w*|called off|lost|lose|writ?ten off|wrote off|dropp?ed|closed|baby|out|off)\b|没了|取消", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loss();

    [GeneratedRegex(@"\bjust (?:the |this |that )?once\b|\bfor once\b|\bfor (?:the|one) (?:night|day|evening|weekend|afternoon|morning|week)\b|(?<!\b(?:from|since|every|until|by|starting) )\bthis (?:weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day's\b|就一次|临时|借调", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Once();

    [GeneratedRegex(@"\b(?:today|tonight|yesterday|last night|on the \d+(?:st|nd|rd|th)|last (?:week|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b|昨天|今天|前天|昨晚|今晚", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThatDay();

    [GeneratedRegex(@"\b(?:because|as (?:i|user|the|we|they|it|he|she|there|[A-Z]\w+ (?:had|has|was))|so there was no)\b|因为", RegexOptions.CultureInvariant)]
    private static partial Regex Because();

    // What is told so is not over with the day.
    [GeneratedRegex(@"\b(?:sold|quit|resign\w*|retir\w*|die[ds]?|passed|divorc\w*|split|broke up|dumped|moved|moving|gave|given|giving|packed|for good|no longer|any ?more|never again|from now on|permanent\w*|officially|switch\w*|replac\w*|got rid|thr[eo]w\w*|donated|adopted|signed|start\w*|beg[au]n|became|promot\w*|fired|sacked|laid off|redundant|let go|finish\w*|graduat\w*|final|last (?:ever|one|shift|lesson)|came off|stopp?\w*|dropped out|born|married|engaged|handed|deleted|uninstalled|returned|traded|decided|left|kicked|put (?:down|to sleep)|now|instead|new|keys|took over|join\w*|demolish\w*|all clear|ran out|expired|gone|buried|funeral|stolen|crash\w*|scrap\w*|boss|report to)\b|卖|辞|离|搬|换|戒|不再|毕业|去世|走了|退|分手|结婚|买了|拿到|改|入职|新", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lasting();

    /// <summary>Whether two statements hold on different occasions, or the later one denies for an occasion what the earlier one tells in general.</summary>
    public static bool AreApart(HeldStatement later, HeldStatement earlier)
    {
        var now = later.Content.Text;
        var before = earlier.Content.Text;
        if (Differ(Days(now), Days(before)) || Differ(Season().Match(now).Value, Season().Match(before).Value) || Differ(PartOf(now), PartOf(before)) || Differ(Setting().Match(now).Value, Setting().Match(before).Value))
        {
            return true;
        }

        // "I work as a yoga teacher at weekends" leaves the job of the week; "three meetings on Tuesdays" those on Mondays.
        if ((later.Content.Kind != MemoryKind.Event && Sideline().IsMatch(now) && !Sideline().IsMatch(before)) || (later.Draft is { IsChange: false } && Weekdays().Match(now) is { Success: true } days && Weekdays().Match(before) is { Success: true } others && days.Value != others.Value && later.Stems.CountsAnew(earlier.Stems)))
        {
            return true;
        }

        if (later.Draft is not { RejectedValue: not null } && later.Content.Slot is { } slot && SlotVocabulary.IsTechnology(slot) && slot == earlier.Content.Slot && Purpose().Match(now) is { Success: true } mine && Purpose().Match(before) is { Success: true } theirs && !mine.Value.Equals(theirs.Value, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return later.Stems.IsDenied && !earlier.Stems.IsDenied && later.Draft is { IsChange: false, Ends: null } && (Restriction().IsMatch(now) && !Restriction().IsMatch(before) || (Weekday().Match(now) is { Success: true } day && Weekday().Match(before) is { Success: true } other && !day.Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Differ(string now, string before) => now.Length > 0 && before.Length > 0 && !now.Equals(before, StringComparison.OrdinalIgnoreCase);

    // Days of work, or days off.
    private static string Days(string text) => Workday().IsMatch(text) ? "work" : DayOff().IsMatch(text) ? "off" : "";

    private static string PartOf(string text) => PartOfDay().Match(text).Value.ToLowerInvariant() switch { "" => "", var part when part.StartsWith("morning", StringComparison.Ordinal) || part is "早上" or "上午" => "morning", var part when part.Contains("night", StringComparison.Ordinal) || part.StartsWith("evening", StringComparison.Ordinal) || part is "晚上" or "夜里" => "night", _ => "noon" };

    [GeneratedRegex(@"\b(?:weekdays|workdays|work days|during the week)\b|工作日|平时", RegexOptions.IgnoreCase)]
    private static partial Regex Workday();

    [GeneratedRegex(@"\b(?:weekends?|saturdays?|sundays?|holidays)\b|周末|周六|周日|星期天", RegexOptions.IgnoreCase)]
    private static partial Regex DayOff();

    [GeneratedRegex(@"\b(?:summer|winter|spring|autumn)\b|夏天|冬天|春天|秋天", RegexOptions.IgnoreCase)]
    private static partial Regex Season();

    [GeneratedRegex(@"(?<=\b(?:in the|the|my|our|'s|an) )(?:morning|afternoon|evening)s?|\bat night\b|早上|上午|晚上|夜里|下午", RegexOptions.IgnoreCase)]
    private static partial Regex PartOfDay();

    [GeneratedRegex(@"\bat (?:work|home|school)\b|\b(?:hobby|side|personal|pet|private) projects?\b|\bin the (?:office|club|kitchen|garden|garage|bedroom)\b|\bon the balcony\b", RegexOptions.IgnoreCase)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\b(?:on|at) (?:the )?weekends?\b|\bon the side\b|\bin (?:my|his|her|their|'s) spare time\b|周末|兼职", RegexOptions.IgnoreCase)]
    private static partial Regex Sideline();

    [GeneratedRegex(@"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", RegexOptions.IgnoreCase)]
    private static partial Regex Weekdays();

    [GeneratedRegex(@"\bfor (?:the |our |my )?(?!the |our |my )[a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"\b(?:after|before|past) (?:\d|noon|midnight|lunch|dinner|six|seven|eight|nine|ten|four|five)|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bin the (?:morning|afternoon|evening)s?\b|\bat (?:night|work|home|weekends)\b|\b(?:during|while|when|unless|without)\b|\bwith [a-z]+\b|\bfor (?:breakfast|lunch|dinner)\b|\bin (?:summer|winter)\b|周[一二三四五六日末]|早上|晚上|睡前", RegexOptions.IgnoreCase)]
    private static partial Regex Restriction();

    [GeneratedRegex(@"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|周[一二三四五六日]", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();
}
