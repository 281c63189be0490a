using MemOS.Evidence;
using MemOS.Time;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Reads a Chinese correction: "不对，是周四，不是周二" puts right what was said before.</summary>
internal static partial class ChineseCorrections
{
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("，。！？,.!?；\n");

    private static readonly string[] Days = ["大后天", "后天", "明天", "今天", "今晚", "明晚", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "星期天", "礼拜一", "礼拜二", "礼拜三", "礼拜四", "礼拜五"];

    public static RecordDraft? Read(ChineseClause clause, string message, EvidenceItem item, List<RecordDraft> drafts, ReadingContext context)
    {
        if (ChineseRevision.Read(clause, message, item, drafts, context) is { } revised)
        {
            return revised;
        }

        var value = NameAgain(clause.Text, message, drafts, context) ?? ValueOf(clause.Text) ?? ValueOfTopic(clause.Text, message, context);
        if (value is null || Gloss().IsMatch(value))
        {
            return null;
        }

        var not = message.IndexOf("不是", StringComparison.Ordinal);
        var rejected = not >= 0 && not > clause.Start || IsRejected(message, not, clause.Start) ? Tail(message[(not + 2)..]) : null;
        if (rejected is null && !Sign().IsMatch(message))
        {
            return null;
        }

        foreach (var statement in Enumerable.Reverse(drafts).Concat(context.Statements.Reverse()).Take(12))
        {
            var old = rejected is not null ? (statement.Text.Contains(rejected, StringComparison.Ordinal) ? rejected : null) : SameSort(statement, value);
            if (old is null || old == value)
            {
                continue;
            }

            var open = statement.Text.IndexOf('(', StringComparison.Ordinal);
            var close = open < 0 ? -1 : statement.Text.IndexOf(')', open);
            var text = (close < 0 ? statement.Text : statement.Text[..open] + statement.Text[(close + 1)..]).Replace(old, value, StringComparison.Ordinal);
            var time = TimeRecognizer.Recognize(text, item.Content.Time.DateTime).Select(mention => mention.Future ?? mention.Past).FirstOrDefault(found => found is not null);
            return statement with
            {
                Text = time is null ? text : text.Replace(value, $"{value}({time})", StringComparison.Ordinal),
                EventTime = time,
                SlotValue = statement.SlotValue?.Replace(old, value, StringComparison.Ordinal),
                RejectedValue = old,
                IsCorrection = true,
                Ends = null,
                Confidence = 0.9,
                Sources = [item.Id, .. statement.Sources.Where(source => source != item.Id)],
            };
        }

        return null;
    }

    /// <summary>Words by which people take back what they said.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("[打说看记写搞弄听讲想输报](?:错|反|岔|混|串|漏|快了)|口误|手误|手滑|更正|纠正|不对|不好意思|抱歉|我是说|我的意思是|等一下|等等|^不+[，,]|^不是[，,]")]
    public static partial System.Text.RegularExpressions.Regex Sign();

    // "不是明天，是后天": what is wrong stands before what is right.
    private static bool IsRejected(string message, int not, int start) => not >= 0 && not + 2 < start && start - not <= LongestRejected && Tail(message[(not + 2)..]).Length is > 0 and <= 10 && message[(not + 2)] is not ('吗' or '说');

    private const int LongestRejected = 14;

    // "打错了，是晨曦的曦，林若曦": the name once more, in other signs of the same sound or look.
    private static string? NameAgain(string clause, string message, List<RecordDraft> drafts, ReadingContext context) =>
        clause.Length is 2 or 3 or 4 && Sign().IsMatch(message) && drafts.Concat(context.Statements).Any(statement => statement is { Slot: "name", SlotValue: { } name } && name.Length == clause.Length && name != clause && name[0] == clause[0]) ? clause : null;

    // "晨曦的曦" tells how a sign is written.
    [System.Text.RegularExpressions.GeneratedRegex("^.{1,3}的.$")]
    private static partial System.Text.RegularExpressions.Regex Gloss();

    // "是周四", "应该是周四", "我是说周四".
    private static string? ValueOf(string clause)
    {
        foreach (var head in (ReadOnlySpan<string>)["应该是", "我是说", "我的意思是", "其实是", "是"])
        {
            if (clause.StartsWith(head, StringComparison.Ordinal) && clause.Length > head.Length && clause.Length - head.Length <= 10)
            {
                return clause[head.Length..];
            }
        }

        return null;
    }

    // "复查是后天，不是明天": what it is that was told wrongly is said once more.
    private static string? ValueOfTopic(string clause, string message, ReadingContext context)
    {
        var at = clause.IndexOf('是', StringComparison.Ordinal);
        return at is >= 2 and <= 6 && clause[at - 1] != '不' && clause.Length - at - 1 is > 0 and <= 8 && Sign().IsMatch(message) && message.Contains("不是", StringComparison.Ordinal) && context.Statements.Any(statement => statement.Text.Contains(clause[(at - 2)..at], StringComparison.Ordinal)) ? clause[(at + 1)..] : null;
    }

    private static string Tail(string text)
    {
        var end = text.AsSpan().IndexOfAny(Ends);
        return end < 0 ? text : text[..end];
    }

    // "八千块" for "五千块": another number of the same measure.
    private static string? Measured(string text, string value)
    {
        if (Measure().Match(value) is not { Success: true } now || now.Length != value.Length)
        {
            return null;
        }

        return Measure().Matches(text).LastOrDefault(before => before.Groups[2].Value == now.Groups[2].Value)?.Value;
    }

    [System.Text.RegularExpressions.GeneratedRegex("([0-9一二三四五六七八九十两百千万.]+)(块钱|块|元|岁|只|个|人|次|点半|点|公斤|平米|楼|号)")]
    private static partial System.Text.RegularExpressions.Regex Measure();

    [System.Text.RegularExpressions.GeneratedRegex("[0-9一二三四五六七八九十]+月[0-9一二三四五六七八九十]+[号日]?")]
    private static partial System.Text.RegularExpressions.Regex Day();

    private static string? SameSort(RecordDraft statement, string value) =>
        Day().IsMatch(value) && Day().Match(statement.Text) is { Success: true } day ? day.Value : Array.Exists(Days, value.Contains) ? Array.Find(Days, day => statement.Text.Contains(day, StringComparison.Ordinal)) : Measured(statement.Text, value) is { } measured ? measured : statement.SlotValue is { Length: > 0 } slot && statement.Text.Contains(slot, StringComparison.Ordinal) ? slot : null;
}
