using System.Text.RegularExpressions;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Finds what an examination has found of the speaker's health: "查出来胃溃疡", "体检查出高血压", "确诊了糖尿病".</summary>
internal static partial class ChineseHealth
{
    /// <summary>The illness; <see langword="null"/> when the clause names none, or finds that there is none.</summary>
    public static string? Found(string clause) => Finding().Match(clause) is { Success: true } found ? found.Groups["value"].Value : null;

    // Who is examined is left out or "我"; nobody else stands before the word of finding.
    [GeneratedRegex("^(?:我:?)?(?:今天|昨天|前天|刚刚?|最近|上周|上个月|这周|年底|年初|去年|今年|居然|竟然|结果|也|又|去|在|被|医院|门诊|体检(?:时)?|检查|复查|胃镜|肠镜|B超|CT|核磁|验血|抽血|做|拍片)*(?:查出来?|检出|确诊|诊断)(?:出来?|了|为|是|有|得了|患有|得|患)*(?<value>(?!没|无|正常|问题|什么|不|来|出|很|一切|哪)[一-鿿A-Z0-9]{2,12}?)(?:了|啦)?$")]
    private static partial Regex Finding();
}
