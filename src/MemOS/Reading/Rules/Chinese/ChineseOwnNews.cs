using System.Text.RegularExpressions;
using MemOS.Evidence;
using MemOS.Time;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>
/// Tells which clauses without a subject are news of their speaker where people talk with each other by name: "现在改学架子鼓",
/// "查出来胃溃疡", and of what the speaker told before: "大理不去了".
/// </summary>
/// <remarks>There is no assistant to whom everything is told of oneself, so that a clause has to be bound to its speaker by its words.</remarks>
internal static partial class ChineseOwnNews
{
    private const string Grammar = "的了在是我你他她它这那个有和跟都也还就不没吗呢吧啊去到来年月日天周号点每";

    /// <summary>Whether a clause is news of its speaker.</summary>
    /// <param name="text">The clause.</param>
    /// <param name="told">What the same message told before it.</param>
    /// <param name="previous">The message before.</param>
    /// <param name="times">Times in the message.</param>
    /// <param name="context">What was told before.</param>
    /// <param name="speaker">Who speaks.</param>
    public static bool Tells(string text, RecordDraft? told, EvidenceItem? previous, IReadOnlyList<TimeMention> times, ReadingContext context, Speaker speaker)
    {
        // "小宝琴还学吗？", "不学了": of whom the question or the clause before is.
        if (text.Contains('你', StringComparison.Ordinal) || (told is not null && told.Subject != speaker.Subject) || (previous is not null && ChineseWords.HoldsAny(previous.Content.Text, ChineseWords.Family)))
        {
            return false;
        }

        return ChineseHealth.Found(text) is not null || ((Doing().IsMatch(text) || (Turned().IsMatch(text) && TellsOfKnown(text, times, context, speaker))) && !Passing().IsMatch(text));
    }

    // "瑜伽换到周三了": nothing but times and adverbs stands before the word that the speaker told of.
    private static bool TellsOfKnown(string text, IReadOnlyList<TimeMention> times, ReadingContext context, Speaker speaker)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var word = text[at..(at + 2)];
            if (word.Any(static c => c is < '\u4E00' or > '\u9FFF' || Grammar.Contains(c, StringComparison.Ordinal)) || !context.Known.Any(known => known.Subject.StartsWith(speaker.Subject, StringComparison.Ordinal) && known.Kind != MemoryKind.Instruction && known.Text.Contains(word, StringComparison.Ordinal)))
            {
                continue;
            }

            return ChineseOwnTalk.IsOpening(Lead().Replace(text[..at], ""), times);
        }

        return false;
    }

    // "改喝大麦茶", "戒烟了", "烟也不抽了".
    [GeneratedRegex("^(?:现在|如今|目前|最近|已经|后来|所以|早就|都|就|也|只好|只能|干脆|决定)*(?:改(?:学|喝|吃|用|骑|坐|练|报|穿|听|看|玩|抽|去|行)|戒|换成|换回|跳槽|入职|转行|搬到|搬去|搬回)|^(?![今明昨晚早周这那大])[^我你他她谁人们不没]{1,4}(?:也|都|早就|已经|现在)*(?:不(?:再)?(?:抽|喝|吃|学|练|弹)了|戒了)$")]
    private static partial Regex Doing();

    [GeneratedRegex("取消|不(?:再)?[^，]{1,5}了|换(?:成|到|了|回)|改(?:到|成|在|为|去|期)|推(?:迟|到)|提前|延(?:期|到)|挪到|[涨降加减升](?:到|成|至|了)|停了|退了|退订|送人|送给|卖了|卖掉|[摔用弄]?坏了|丢了|去世|走了|走丢|没了|泡汤|黄了|放弃|戒|调走|卸载|到期")]
    private static partial Regex Turned();

    // "今天不吃辣了": for a day.
    [GeneratedRegex("^(?:今天|今晚|明天|这次|这顿|中午|晚上)|想|打算|考虑|要不|如果|要是|听说")]
    private static partial Regex Passing();

    // "房东把房租涨到3500了": who brought it about, and the verb before the word.
    [GeneratedRegex("^(?:房东|医生|大夫|老板|公司|学校|教练|老师|物业|航空公司|平台)(?:又|刚)?(?=把|给)|把|给|[去吃喝学练用上抽改换]$|^(?:国庆|五一|元旦|春节|暑假|寒假|中秋|端午|清明|周末)")]
    private static partial Regex Lead();
}
