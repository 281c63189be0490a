using System.Text.RegularExpressions;
using MemOS.Time;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>What a time in a Chinese clause means: a day behind or ahead, a habit, or only now.</summary>
internal static partial class ChineseTimes
{
    /// <summary>Whether a clause tells what was done; "走不了", "为了", "过敏" and "过道" do not.</summary>
    public static bool IsPast(string text) => NotPast().Replace(text, "").AsSpan().IndexOfAny('了', '过') >= 0;

    [GeneratedRegex("不了|得了|为了|除了|了解|了不起|过敏|过道|过年|过节|过夜|不过|通过|过程")]
    private static partial Regex NotPast();

    /// <summary>Whether a time tells a habit: in "周末我一般去爬山" a day of every week is no day of the calendar.</summary>
    public static bool IsOfHabit(TimeMention mention, string text) => Habit().IsMatch(text) && Recurring().IsMatch(mention.Text);

    [GeneratedRegex("一般|通常|平时|平常|经常|总是|总会|习惯|固定|每|往往|老是|天天|一向|基本上?都|都会|时不时|偶尔|周末(?:在|都|会|常)")]
    private static partial Regex Habit();

    [GeneratedRegex("^(?:(?:每?个?(?:周|星期|礼拜)[一二三四五六日天末]?(?:的)?)?(?:早上|早晨|清晨|上午|中午|下午|傍晚|晚上|夜里|半夜|凌晨)?(?:[0-9一二三四五六七八九十两]+点(?:半|钟|[0-9一二三四五六七八九十]+分?)?)?|周末)$")]
    private static partial Regex Recurring();

    /// <summary>Whether a time means the present, which dates nothing.</summary>
    public static bool IsNow(TimeMention mention) => mention.Text is "现在" or "目前" or "最近" or "今年" or "如今";

    /// <summary>The day or hour that a time means in its clause.</summary>
    public static EventTime? Resolve(TimeMention mention, string text) => IsPast(text) && !Dropped().IsMatch(text) && !ChineseWords.HoldsAny(text, ChineseChanges.Moves) && !Booked().IsMatch(text) && !text.Contains('要', StringComparison.Ordinal) ? mention.Past ?? mention.Future : mention.Future ?? mention.Past;

    /// <summary>"那就定周日晚上吧": what is settled, in its first group.</summary>
    [GeneratedRegex("^(?:那就|那|就)?((?:定|约|改)(?:在|到|成)?(?:这|下|本)?个?(?:周|星期|礼拜|明天|后天|今晚|今天|月底|[0-9一二三四五六七八九十]).{0,10})$")]
    public static partial Regex Settled();

    // "周六不聚了": what will not be was still to come.
    [GeneratedRegex("不[^，。]{1,4}了$")]
    private static partial Regex Dropped();

    // What is booked lies ahead, though the booking is done.
    [GeneratedRegex("[订约定](?:好|到)?了|预约了|抢到了?|买了.*票|报了")]
    private static partial Regex Booked();
}
