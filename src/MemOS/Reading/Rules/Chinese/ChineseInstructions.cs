using System.Text.RegularExpressions;
using MemOS.Evidence;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Finds how the assistant should behave from now on, in Chinese: "请一直用中文回答", "以后叫我小王".</summary>
internal static partial class ChineseInstructions
{
    private static readonly string[] Lasting = ["一直", "总是", "以后", "今后", "从现在开始", "从现在起", "从今以后", "永远", "每次", "始终", "务必都", "每一次", "从今天起", "无论何时", "往后", "之后都", "接下来", "打今儿起"];
    private static readonly string[] Manners = ["用中文", "用英文", "用英语", "用法语", "用日语", "用德语", "用西班牙语", "用粤语", "回答", "回复", "表情", "表格", "叫我", "称呼我", "语气", "简短", "简洁", "列表", "术语", "正式", "口语", "解释", "总结", "引用", "来源", "单位", "代码", "繁体", "简体", "详细", "分点", "例子", "注释", "markdown", "Markdown", "网络词", "网络用语", "流行语", "跟我说话", "和我说话", "对我说话", "脏话", "客套", "敬语", "成语", "英文单词", "中英", "废话", "说教", "啰嗦", "感叹号", "一句话", "字以内", "建议我", "推荐我", "称呼", "您", "喊我", "管我叫", "句话", "字以内", "讲详细", "说详细", "讲细", "步骤", "一条条", "要点"];
    private static readonly string[] Commands = ["请", "不要", "别", "叫我", "就叫我", "称呼我", "喊我", "管我叫", "希望你", "用", "麻烦你", "记得", "你要", "你应该", "总是", "永远", "每次", "一直", "始终"];

    // Asked of the assistant, and no plan of the speaker's.
    private static readonly string[] Reminders = ["记得提醒我", "别忘了提醒我", "请提醒我", "提醒我", "麻烦提醒我", "到时候提醒我", "别让我忘", "不要让我忘", "务必提醒我", "一定要提醒我"];
    private static readonly string[] Standing = ["别推荐", "不要推荐", "别给我推荐", "不要给我推荐", "别再推荐", "不要再推荐", "别建议", "不要建议", "别提", "不要提", "别再提", "不要再提", "别安排", "不要安排", "别给我安排", "别问我", "不要问我", "别叫我", "不要叫我", "别催我", "别给我发", "不要给我发"];
    private const double ReminderConfidence = 0.75;

    public static RecordDraft? Read(ChineseClause clause, EvidenceItem item, Speaker speaker)
    {
        var text = ChineseWords.StartOf(clause.Text, ["而且请", "而且", "另外", "还有", "并且", "同时", "所以请", "所以", "那么", "那", "麻烦", "你可以", "您可以", "你就", "你", "您"]) is { Length: > 0 } so ? clause.Text[so.Length..] : clause.Text;
        if (clause.IsQuestion)
        {
            return null;
        }

        if (ChineseWords.StartOf(text, Reminders).Length > 0)
        {
            return Draft(text, item, speaker, ReminderConfidence);
        }

        // "别推荐自驾路线": what the assistant would do again and again.
        if (ChineseWords.StartOf(text, Standing) is { Length: > 0 } standing && text.Length > standing.Length)
        {
            return Draft(text, item, speaker, ReminderConfidence);
        }

        // "还是用中文吧", "换回英文": the language alone.
        if (Switched().IsMatch(text))
        {
            return Draft(text, item, speaker, ReminderConfidence);
        }

        // "推荐餐厅的时候别推荐海鲜店": so does what holds for each time.
        if (WhenAsked().IsMatch(text))
        {
            return Draft(text, item, speaker, ReminderConfidence);
        }

        // "…，尽量简短", "请写得详细一点": the length alone.
        if (Length().IsMatch(text) && (Brief().IsMatch(text) || Full().IsMatch(text)))
        {
            return Draft(text, item, speaker, ReminderConfidence);
        }

        // "以后这类句子你都给我两个版本", "行程请用列表发": how answers are to be given.
        if (Given().IsMatch(clause.Text))
        {
            return Draft(clause.Text, item, speaker, ReminderConfidence);
        }

        if (!ChineseWords.HoldsAny(text, Manners))
        {
            return null;
        }

        var lasting = ChineseWords.HoldsAny(text, Lasting);
        var to = ChineseWords.StartOf(text, ["跟我说话", "和我说话", "对我说话", "跟我聊天", "和我聊天", "回答我", "回复我", "回答", "回复", "给我讲", "跟我讲"]);
        var rest = text[to.Length..].TrimStart('我', '时', '的', '候');
        var command = ChineseWords.StartOf(text, Commands).Length > 0 || lasting || (to.Length > 0 && ChineseWords.StartOf(rest, ["别", "不要", "请", "要", "用", "少", "多", "不用", "简", "短", "尽量"]).Length > 0);
        var manner = (to.Length > 0 && command) || ChineseWords.StartOf(text, ["别啰嗦", "不要啰嗦", "别废话", "别说教", "别客套", "别说", "不要说", "别跟我", "别对我", "别用", "不要用", "少用", "不用"]).Length > 0 || text.Contains("叫我", StringComparison.Ordinal) || text.Contains("称呼我", StringComparison.Ordinal) || text.Contains("喊我", StringComparison.Ordinal) || ChineseWords.HoldsAny(text, ["不要用", "别用", "请用", "保持"]) || (ChineseWords.HoldsAny(text, ["用中文", "用英"]) && ChineseWords.HoldsAny(text, ["回答", "回复"]));
        if (!command || !(lasting || manner))
        {
            return null;
        }

        return Draft(text, item, speaker, lasting ? 0.9 : 0.75);
    }

    [GeneratedRegex("^.{0,10}(?:的时候|时)(?:请|就)?(?:别|不要)(?:再)?(?:给我)?(?:推荐|建议|安排|提)|^(?:以后|今后|每次).{0,10}(?:的时候|时)(?:请|都|要)*(?:用|写|给|按|标|别|不要)")]
    private static partial Regex WhenAsked();

    [GeneratedRegex("^(?:请|也)?(?:尽量|写得|写|说得|讲得|别写|不要写|别说|别再|不要再)[^我你他她]{1,10}$")]
    private static partial Regex Length();

    // "以后可以用表格了": what was turned down is welcome.
    [GeneratedRegex("(?:可以|能)(?:再)?(?:用|写|发|加)([^，。我你]{1,6}?)了$")]
    private static partial Regex Allowed();

    [GeneratedRegex("^(?:代码|注释|变量|标题|摘要|日期|单位)")]
    private static partial Regex OfPart();

    [GeneratedRegex("^(?:代码|注释|变量名?|标题|摘要|日期|单位)[^我，。]{0,5}用[^我，。]{1,8}$|^(?:以后|今后|往后|从现在起|每次)给我的?[^，。]{1,8}(?:都|要|请|不要|别|不)|^(?:以后|今后|往后|从现在起|每次)[^我]{0,12}(?:你|您)(?:都|就|要|请)(?:给我|发我|用|写|列|附|标|按|只)|^[^我说讲]{2,6}请用.{1,10}(?:发|写|列|回|给)(?:给我)?$")]
    private static partial Regex Given();

    private const string Languages = "简体中文|繁体中文|中文|英文|英语|法语|法文|日语|日文|德语|德文|西班牙语|韩语|俄语|粤语|普通话|意大利语|葡萄牙语";

    [GeneratedRegex("(?:用|换成|换回|改成|改回|切换到|切换成)(" + Languages + ")")]
    private static partial Regex Language();

    [GeneratedRegex("^(?:还是|就|那就|都|请|以后|今后)*(?:改用|用|换成|换回|改成|改回|切换到|切换成)(?:" + Languages + ")(?:吧|好了|就好|就行|回答|回复|回答我|跟我聊|聊|说)?(?:吧|了)?$")]
    private static partial Regex Switched();

    [GeneratedRegex("(?:不要|别|不用|少)用")]
    private static partial Regex Not();

    // What has one value at a time: a later order of the kind takes the place of the earlier one.
    private static (string? Slot, string? Value) SlotOf(string text) =>
        OfPart().IsMatch(text) ? (null, null)
        : NotBrief().IsMatch(text) ? ("answer length", "长")
        : NotFull().IsMatch(text) ? ("answer length", "短")
        : !Not().IsMatch(text) && Language().Match(text) is { Success: true } language ? ("answer language", language.Groups[1].Value.Replace("简体", "", StringComparison.Ordinal))
        : Address().Match(text) is { Success: true } address ? ("form of address", address.Groups[1].Value)
        : Brief().IsMatch(text) ? ("answer length", "短")
        : Full().IsMatch(text) ? ("answer length", "长")
        : (null, null);

    [GeneratedRegex("(?<!不要|别|不许|别再)(?:叫|喊|称呼)我(?:为|作|做)?(.{1,6}?)(?:就好|就行|就可以|好了|吧|了)?$")]
    private static partial Regex Address();

    [GeneratedRegex("简短|简洁|短一?点|短些|精简|言简意赅|别啰嗦|少说|[一二两三四五几0-9]+句话?(?:以内|之内|就|说完|内)|字以内|只[给说]结论|(?:不要|别)(?:再)?(?:写|说|讲)?(?:得)?(?:太|那么|这么)?(?:长|详细|细|啰嗦)")]
    private static partial Regex Brief();

    [GeneratedRegex("(?:不要|别)(?:再)?(?:写|说|讲)?(?:得)?(?:太|那么|这么)?(?:长|详细|细)")]
    private static partial Regex NotFull();

    [GeneratedRegex("(?:别|不要|不用)(?:再)?(?:那么|这么|太)?(?:简短|简洁|精简|短)")]
    private static partial Regex NotBrief();

    [GeneratedRegex("详细|细一?点|细致|展开|完整|(?:多|长)(?:说|讲|写)?(?:一?点|一?些)|一步步|一条条|每一步")]
    private static partial Regex Full();

    private static RecordDraft Draft(string text, EvidenceItem item, Speaker speaker, double confidence)
    {
        var (slot, value) = SlotOf(text);
        var order = text.StartsWith('请') ? text[1..] : text;
        return new()
        {
            Kind = MemoryKind.Instruction,
            Text = $"{speaker.Name}希望助手{order.Replace("我", speaker.Name, StringComparison.Ordinal)}。",
            Subject = speaker.Subject,
            Confidence = confidence,
            Slot = slot,
            SlotValue = value,
            RejectedValue = Allowed().Match(text) is { Success: true } allowed ? allowed.Groups[1].Value : null,
            Sources = [item.Id],
        };
    }
}
