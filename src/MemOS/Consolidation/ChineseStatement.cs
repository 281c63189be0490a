using System.Text.RegularExpressions;
using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>What a Chinese statement is about, and the values that it gives: counts, days, times of day, names in Latin letters.</summary>
/// <remarks>
/// Without a lexicon of words, what two statements are about is told by the pairs of signs that they share, once values, words of time
/// and of grammar are taken out; a sign alone tells as much only where a value of the same sort stands beside it.
/// </remarks>
internal sealed partial class ChineseStatement
{
    // Signs that tell no thing: grammar, time, change, and the commonest verbs.
    private const string Empty =
        "的了在是我你他她它们这那个有和跟与就都也还又很太要想会能可以去来到过着把给对从被让叫做得地上下里外前后大小多少点每天月年日周号分时候今明昨早晚午现已经最近刚才新旧老改换搬转涨降升调推迟提挪说好不没吗呢吧啊啦呀嘛但而且因为所以如果或者之其只再更比较真挺蛮家人事只台辆块元杯次一二三四五六七八九十百千万两几半定选打算计划准备决最终于直般常平用";

    private readonly HashSet<string> pairs;
    private readonly HashSet<char> signs;
    private readonly List<(string Unit, string Number)> counts;
    private readonly HashSet<string> days;
    private readonly HashSet<string> clocks;
    private readonly HashSet<string> names;

    private ChineseStatement(string text, HashSet<string> pairs, HashSet<char> signs)
    {
        this.pairs = pairs;
        this.signs = signs;
        Text = text;
        days = [.. Day().Matches(text).Select(static match => match.Value.Replace("星期", "周", StringComparison.Ordinal).Replace("礼拜", "周", StringComparison.Ordinal).Replace("周天", "周日", StringComparison.Ordinal))];
        clocks = [.. Clock().Matches(text).Select(static match => match.Value.Replace('两', '二'))];
        counts = [.. Count().Matches(Clock().Replace(Day().Replace(text, " "), " ")).Select(static match => (match.Groups["unit"].Value is "块钱" or "块" or "元" or "" ? "元" : match.Groups["unit"].Value, match.Groups["number"].Value.Replace('两', '二')))];
        names = [.. Name().Matches(text).Select(static match => match.Value.ToLowerInvariant())];
    }

    /// <summary>The words, without the subject and the times that were resolved.</summary>
    public string Text { get; }

    public static ChineseStatement Of(RecordContent content)
    {
        var text = ResolvedTime().Replace(content.Text, "");
        var owner = SlotComparison.OwnerOf(content.Subject);
        var name = ImpliedPreference.NameOf(owner, true);
        text = text.Replace(name + content.Subject[owner.Length..], " ", StringComparison.Ordinal).Replace(name, " ", StringComparison.Ordinal);
        var topic = Count().Replace(Clock().Replace(Day().Replace(text, " "), " "), " ");
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        var signs = new HashSet<char>();
        for (var i = 0; i < topic.Length; i++)
        {
            if (!IsTelling(topic[i]))
            {
                continue;
            }

            signs.Add(topic[i]);
            if (i > 0 && IsTelling(topic[i - 1]))
            {
                pairs.Add(topic[(i - 1)..(i + 1)]);
            }
        }

        return new(text, pairs, signs);
    }

    private static bool IsTelling(char c) => c is >= '\u4E00' and <= '\u9FFF' && !Empty.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether both tell of a thing by the same word.</summary>
    public bool SharesWord(ChineseStatement other) => pairs.Overlaps(other.pairs);

    /// <summary>Whether both have at least a sign in common that tells something.</summary>
    public bool SharesSign(ChineseStatement other) => signs.Overlaps(other.signs);

    /// <summary>Whether both count the same thing and come to different numbers: "手里有12箱蜂", "蜂箱已经17箱".</summary>
    public bool CountsAnew(ChineseStatement other)
    {
        foreach (var (unit, number) in counts)
        {
            if (other.counts.Exists(theirs => theirs.Unit == unit) && !other.counts.Exists(theirs => theirs.Unit == unit && theirs.Number == number))
            {
                return SharesSign(other);
            }
        }

        return false;
    }

    /// <summary>Whether both set a day or a time of day, and not the same.</summary>
    public bool SetsAnotherTime(ChineseStatement other) => Apart(days, other.days) || Apart(clocks, other.clocks);

    /// <summary>Whether both name something in Latin letters, and not the same: "用 Scrivener", "在 Obsidian 里".</summary>
    public bool NamesAnother(ChineseStatement other) => Apart(names, other.names);

    private static bool Apart(HashSet<string> left, HashSet<string> right) => left.Count > 0 && right.Count > 0 && !left.Overlaps(right);

    [GeneratedRegex(@"\(\d{4}[^)]{0,40}\)")]
    private static partial Regex ResolvedTime();

    [GeneratedRegex("(?:周|星期|礼拜)[一二三四五六日天末]|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[号日]?|(?<![0-9月])[0-9]{1,2}号(?!楼|线|院|门)|今天|明天|后天|大后天")]
    private static partial Regex Day();

    [GeneratedRegex("(?:[0-9]{1,2}|[一二三四五六七八九十两]{1,3})点(?:半|一刻|三刻|[0-9一二三四五六七八九十]{1,3}分?)?|[0-9]{1,2}[:：][0-9]{2}")]
    private static partial Regex Clock();

    // A sum is often told without what it counts: "三千六", "22万".
    [GeneratedRegex("(?:(?<number>[0-9]+(?:\\.[0-9]+)?万?|[一二三四五六七八九十百千万两]+)(?<unit>块钱|块|元|岁|只|个|箱|台|辆|人|次|公斤|斤|kg|KG|码|平米|平方|平|层|楼|杯|瓶|片|粒|毫克|mg|分钟|小时|公里|年级|页|字|句|桌|盆|棵|件|条|本|头|亩|天|号线|路|%|度|厘米|米|位|名|套|间|股|颗)|(?<number>(?:X{0,3}[SL]|M))(?<unit>码)|(?<number>[0-9]+(?:\\.[0-9]+)?万|[一二三四五六七八九两][千万百][一二三四五六七八九]?(?:[百千][一二三四五六七八九]?)?|[0-9]{3,})(?<unit>))")]
    private static partial Regex Count();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9+#.-]+")]
    private static partial Regex Name();
}
