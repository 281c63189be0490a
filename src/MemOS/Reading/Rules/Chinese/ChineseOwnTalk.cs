using System.Text.RegularExpressions;
using MemOS.Time;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Tells which Chinese clauses without a subject are told of oneself.</summary>
internal static partial class ChineseOwnTalk
{
    /// <summary>Whether a clause that is said to an assistant has something to keep.</summary>
    public static bool Tells(string text) =>
        ChineseChanges.Ends(text) is not null || ChineseHealth.Found(text) is not null || ChineseChanges.IsChange(text) || text.Any(char.IsAsciiDigit) || Amount().IsMatch(text) || Own().IsMatch(text) || ChineseWords.HoldsAny(text, Telling);

    /// <summary>Whether a clause tells a habit in as few words as there are: "我抽烟".</summary>
    public static bool IsHabit(string text) => text is "我抽烟" or "我吸烟" or "我喝酒";

    /// <summary>Whether words before an attribute leave it the speaker's: those of time and degree do; a name ("小王跳槽到…") does not.</summary>
    public static bool IsOpening(string text, IReadOnlyList<TimeMention> times)
    {
        foreach (var mention in times)
        {
            text = text.Replace(mention.Text, "", StringComparison.Ordinal);
        }

        return Adverbs().Replace(text, "").Length == 0;
    }

    [GeneratedRegex("现在|目前|如今|最近|已经|一直|终于|后来|刚刚|特别|非常|真的|其实|平时|以前|从小|今年|去年|年底|年初|确实|实在|比较|还是|本来|原来|早就|这周|这个?月|上个?月|这几年|打算|准备|想|又|刚|都|就|也|还|才|正|很|更|最|挺|蛮|不|没|是|只|再|要|会|能|得|天天|每天")]
    private static partial Regex Adverbs();

    // What people tell of themselves without "我": habits, what they are at, what they have got.
    [GeneratedRegex("^(?:最近|平时|一直|每天|每周|每个?月|每晚|天天|周末|早上|晚上|目前|眼下|从小|退休|习惯|就?[爱喜]|住|租|养|开[辆着]|正?在[学做练读念备准看追写用开搬]|报[了名]|买了|提了|订了|定了|换了|辞|离职|升|转|搬|戒|改|退了|拿到|考[上过]|加入|入手)|^(?:以后|今后|往后|下学期|明年|下个?月|从)|^(?!.*(?:该|快|要|可以).{0,6}了$)[^太真好谢算行够完糟辛麻]{2}.+了$|[一-鿿]了[一两三几]?[家个台辆只条张套份件部间栋座门][一-鿿A-Za-z]|[0-9一二三四五六七八九十两]点(?:半|多)?[一-鿿]|^.{2,8}还是(?!算|我来|看)[^，]{2,8}吧$|定在|约在|安排在|定于|^(?:最后|最终|结果)(?:还是)?决定[一-鿿]{2}")]
    private static partial Regex Own();

    // "三千六", "二十万": a measure in words.
    [GeneratedRegex("[一二三四五六七八九十两][百千万][一二三四五六七八九]?|[一二三四五六七八九两]?十[一二三四五六七八九]?[个块元岁斤公桌]")]
    private static partial Regex Amount();

    private static readonly string[] Telling = ["公司", "房", "住", "工作", "上班", "下班", "入职", "经理", "孩子", "女儿", "儿子", "闺女", "老婆", "老公", "过敏", "不吃", "喜欢", "讨厌", "考试", "毕业", "学校", "医生", "预算", "工资", "房租", "婚", "航班", "机票", "出差", "搬", "体检", "每天", "每周", "养了", "开始", "又点了", "又选了", "月薪", "时薪", "体重", "身高", "押金", "学费", "电费", "血压"];
}
