using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Reading.Rules.Chinese;

namespace MemOS.Consolidation;

/// <summary>Tells by rules whether a later Chinese statement makes an earlier one untrue, where no attribute of theirs says so.</summary>
internal static partial class ChineseNews
{
    /// <summary>Whether the later one takes the place of the earlier.</summary>
    public static bool Replaces(HeldStatement later, HeldStatement earlier)
    {
        if (!IsChinese(later) ||
            later.Content.Kind == MemoryKind.Instruction || earlier.Content.Kind == MemoryKind.Instruction || later.SharesSource(earlier) ||
            !(SlotComparison.SameSubject(later.Content, earlier.Content) || SlotComparison.IsOwnersThing(later.Content, earlier.Content)))
        {
            return false;
        }

        var now = later.Chinese;
        var before = earlier.Chinese;
        return Revalues(later, earlier, now, before) || DoesInstead(now, before, earlier) || Swaps(now, before, earlier) || IsNewsOfDomain(later, earlier, now, before) || DecidesAnew(later, earlier, now, before);
    }

    /// <summary>Whether two Chinese statements are about different things, whatever else they have in common.</summary>
    /// <remarks>
    /// One thing is told by a sign that both have, by an attribute, by a day; without a lexicon that reaches far, nothing else tells it. Two
    /// things liked, and what is done in the morning and in the evening, stand beside each other.
    /// </remarks>
    public static bool AreApart(HeldStatement later, HeldStatement earlier)
    {
        if (!IsChinese(later) || !IsChinese(earlier) || (later.Content.Slot is not null && later.Content.Slot == earlier.Content.Slot))
        {
            return false;
        }

        if ((later.Content.Polarity == Polarity.Positive && earlier.Content.Polarity == Polarity.Positive) || AreOfOtherHours(later.Chinese.Text, earlier.Chinese.Text))
        {
            return true;
        }

        return !(later.Content.Slot is null && ChineseChanges.NamesChange(later.Content.Text.TrimEnd('。'))) && !later.Chinese.SharesSign(earlier.Chinese) &&
            (later.Content.EventTime is not { } time || time.Start.Date != earlier.Content.EventTime?.Start.Date) && later.Meaning.BestPartner(earlier.Meaning) <= ChangeFeatures.Near;
    }

    // "改成晚上跑了" tells of the same run at another hour; "晚上改喝米浆了" of another drink than that of the morning.
    private static bool AreOfOtherHours(string now, string before) =>
        !Moved().IsMatch(now) && Hour().Match(now) is { Success: true } mine && Hour().Match(before) is { Success: true } theirs && mine.Value[0] != theirs.Value[0];

    private static bool IsChinese(HeldStatement statement) => statement.Content.Text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');

    // "房租涨到3500元了", "初稿宽限到6月3号": another value of what was told. Measures that have one value at a time need no word of change.
    private static bool Revalues(HeldStatement later, HeldStatement earlier, ChineseStatement now, ChineseStatement before)
    {
        var changes = later.Draft!.IsChange || SinceThen().IsMatch(now.Text);
        var isEndable = ConsolidationPlan.IsEndable(earlier) && earlier.Content.Kind != MemoryKind.Preference;
        return isEndable &&
            ((now.CountsAnew(before) && (changes || (Measured().Match(now.Text) is { Success: true } measure && before.Text.Contains(measure.Value, StringComparison.Ordinal)))) ||
            (changes && later.Stems.IsDenied == earlier.Stems.IsDenied && ((now.SetsAnotherTime(before) && now.SharesWord(before)) || (now.NamesAnother(before) && now.SharesSign(before)))) ||
            (Moved().IsMatch(now.Text) && now.SetsAnotherTime(before) && now.SharesSign(before)));
    }

    // "早上改喝豆浆了": ends another drink of that hour, and no taste for it.
    private static bool DoesInstead(ChineseStatement now, ChineseStatement before, HeldStatement earlier)
    {
        if (earlier.Content.Kind is not (MemoryKind.Fact or MemoryKind.Profile) || Instead().Match(now.Text) is not { Success: true } instead || AreOfOtherHours(now.Text, before.Text))
        {
            return false;
        }

        var verb = instead.Groups["verb"].Value;
        var verbs = verb is "报" or "学" or "练" ? "报学练" : verb is "骑" or "坐" or "开" or "乘" or "走" ? "骑坐开乘走" : verb;
        return before.Text.AsSpan().IndexOfAny(verbs) >= 0 && !earlier.Stems.IsDenied;
    }

    // "搬家了" after "我住城南". What was told in the same talk is told beside it: only later news ends anything.
    private static bool IsNewsOfDomain(HeldStatement later, HeldStatement earlier, ChineseStatement now, ChineseStatement before) =>
        later.ValidFrom - earlier.ValidFrom >= OneTalk && earlier.Content.EventTime is null && earlier.Content.Kind is MemoryKind.Fact or MemoryKind.Profile && !earlier.Stems.IsDenied &&
        now.Text != before.Text && ChineseDomains.IsNewsOf(now.Text, before.Text);

    private static readonly TimeSpan OneTalk = TimeSpan.FromHours(2);

    // "宽带换移动了": another of what one had.
    private static bool Swaps(ChineseStatement now, ChineseStatement before, HeldStatement earlier) =>
        Swapped().IsMatch(now.Text) && earlier.Content.Kind is MemoryKind.Fact or MemoryKind.Profile && !earlier.Stems.IsDenied && now.SharesWord(before);

    [GeneratedRegex("换(?:成|到|为|回)|换[^，]{1,8}了|(?:改|变)(?:成|为|回)")]
    private static partial Regex Swapped();

    // "国庆最后定了恩施", "还是刷雾霾蓝吧": what is settled now was planned or chosen otherwise, for the same day or the same thing.
    private static bool DecidesAnew(HeldStatement later, HeldStatement earlier, ChineseStatement now, ChineseStatement before) =>
        Decides().IsMatch(now.Text) && Planned().IsMatch(before.Text) && earlier.Content.Kind is not MemoryKind.Preference &&
        ((later.Content.EventTime is { } time && time.Start == earlier.Content.EventTime?.Start && time.End > earlier.ValidFrom.DateTime) || now.SharesWord(before));

    [GeneratedRegex("从(?:今天|昨天|明天|下周|下个?月|这周|这个?月|上周|上个?月|[0-9一二三四五六七八九十]+[月号]).{0,6}(?:起|开始)|现在|改|变|涨|降|升到|减到|加到")]
    private static partial Regex SinceThen();

    [GeneratedRegex("租金|房租|工资|薪水|预算|体重|身高|押金|利率|月供|存款|血压|血糖|奖金|首付|零花钱|价格|[一-鿿][费薪价码]")]
    private static partial Regex Measured();

    [GeneratedRegex("(?:改|推迟|提前|延期|延|挪|移|调|顺延|宽限|换|推|拖|改签)(?:成|到|至|在|去|为)")]
    private static partial Regex Moved();

    [GeneratedRegex("改(?:成|为)?(?<verb>[喝吃用骑坐开乘走学练报住穿听看玩抽])")]
    private static partial Regex Instead();

    [GeneratedRegex("早|晨|中午|午|晚|夜")]
    private static partial Regex Hour();

    [GeneratedRegex("(?:最后|最终|结果|还是|决定|改主意|后悔|改).{0,6}(?:去|定|选|订|刷|买|用|吧|要|报|走)")]
    private static partial Regex Decides();

    [GeneratedRegex("打算|计划|准备|想|要|选了|选择了|定了|订了|决定")]
    private static partial Regex Planned();
}
