using System.Text.RegularExpressions;
using MemOS.Evidence;
using MemOS.Reading.Rules.Filters;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Reads one Chinese message clause by clause.</summary>
internal static partial class ChineseReader
{
    /// <summary>Whether a text is Chinese: Han characters make up a good part of its letters.</summary>
    public static bool IsChinese(string text)
    {
        var han = 0;
        var letters = 0;
        foreach (var c in text)
        {
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return han > 0 && han * 4 >= letters;
    }

    // "医生说我胃不好": what a doctor says of one's health is taken as so.
    private static ChineseClause? FromAuthority(ChineseClause clause)
    {
        var head = ChineseWords.StartOf(clause.Text, ["医生说我", "大夫说我", "牙医说我", "医生告诉我我", "体检说我"]);
        return head.Length == 0 || clause.Text.Length <= head.Length + 1 ? null : clause with { Text = clause.Text[(head.Length - 1)..], Start = clause.Start + head.Length - 1 };
    }

    // "忙着打游戏，简直是劳动模范": praise that nobody means.
    [GeneratedRegex("(?:简直|可真|真)是[^，。！]{0,5}(?:模范|天才|人才|楷模|榜样|活雷锋|奇才)")]
    private static partial Regex Mockery();

    [GeneratedRegex("(?:说正经的|认真说|言归正传|回到正题|说回正事)[，,。：:]?")]
    private static partial Regex Seriously();

    // Words in quotation marks behind a verb of saying, or with an "I" of their own, are somebody else's.
    private static string WithoutQuotes(string text) => Quotation().Replace(text, static match =>
        Saying().IsMatch(match.Groups[1].Value) || match.Groups[2].Value.AsSpan().IndexOfAny('我', '咱') >= 0 ? match.Groups[1].Value + new string(' ', match.Length - match.Groups[1].Length) : match.Value);

    [GeneratedRegex("^(?:说错了?|错了|不对|更正一下)?不是([^，。我你他她]{1,8})$")]
    private static partial Regex Wrong();

    [GeneratedRegex("([^“「『\"”」』]{0,4})[“「『\"]([^“”「」『』\"]*)[”」』\"]")]
    private static partial Regex Quotation();

    [GeneratedRegex("(?:说|道|讲|喊|问|写着|写道|念叨|唱|骂|嚷)[：:，,]?\\s*$")]
    private static partial Regex Saying();

    public static List<RecordDraft> Read(EvidenceItem item, string text, ReadingContext context)
    {
        var drafts = new List<RecordDraft>();
        var clean = PastedText.Blank(text, out _);
        if (ChineseWords.HoldsAny(clean, ChineseWords.Sarcasm) || Mockery().IsMatch(clean))
        {
            // "我可太喜欢开会了（白眼）。说正经的，我对花粉过敏": from there on it is meant. Blanks keep the places of what follows.
            // What stands in the sentences before is meant, where the irony is in a word of its own sentence.
            var ironic = ChineseWords.Sarcasm.Select(word => clean.IndexOf(word, StringComparison.Ordinal)).Where(static at => at >= 0).DefaultIfEmpty(-1).Min();
            if (ironic > 0 && clean.AsSpan(0, ironic).LastIndexOfAny("。！？\n") is > 0 and var end && !Seriously().IsMatch(clean))
            {
                clean = clean[..(end + 1)];
            }
            else if (Seriously().Matches(clean) is not [.., { } serious] || ChineseWords.HoldsAny(clean[serious.Index..], ChineseWords.Sarcasm) || Mockery().IsMatch(clean[serious.Index..]))
            {
                return drafts;
            }

            else
            {
                clean = new string(' ', serious.Index + serious.Length) + clean[(serious.Index + serious.Length)..];
            }
        }

        clean = WithoutQuotes(clean);
        var clauses = ChineseClause.Split(clean);
        var reader = new ChineseStatementReader(item, context, context.SpeakerOf(item, "用户"), clean);
        var dropped = -1;
        var told = false;
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            if (ChineseWords.HoldsAny(clause.Text, ["不玩了", "游戏结束", "回到现实", "说正经的"]))
            {
                context.InFiction = false;
            }
            else if (ChineseWords.HoldsAny(clause.Text, ChineseWords.Games))
            {
                context.InFiction = true;
                return drafts;
            }

            if (context.InFiction)
            {
                return drafts;
            }

            if (ChineseWords.IsTask(clause.Text))
            {
                // "帮我润色这段简历：… 我是她的导师，在南京教书": who speaks of the text behind it speaks for themselves.
                const string Own = "\n\n我是";
                var behind = clean.LastIndexOf(Own, StringComparison.Ordinal);
                var isOf = behind > clause.End && behind + Own.Length + 1 < clean.Length && clean[behind + Own.Length] is '他' or '她' && clean[behind + Own.Length + 1] == '的';
                i = isOf ? clauses.FindIndex(later => later.Start >= behind) - 1 : -1;
                if (i < 0)
                {
                    return drafts;
                }

                continue;
            }

            if (ChineseWords.HoldsAny(clause.Text, ChineseWords.Characters))
            {
                // "我在写小说，主角从小没爹没娘": the rest of the sentence is of somebody made up.
                dropped = clause.Sentence;
                told = false;
                continue;
            }

            if (FromAuthority(clause) is { } own)
            {
                clause = own;
            }
            else if (ChineseWords.HoldsAny(clause.Text, ChineseWords.Suppositions) || (ChineseWords.HoldsAny(clause.Text, ChineseWords.Reports) && !clause.Text.StartsWith('我') && ChineseWords.StartOf(clause.Text, ChineseWords.Orders).Length == 0))
            {
                dropped = clause.Sentence;
                told = !ChineseWords.HoldsAny(clause.Text, ChineseWords.Suppositions) && clause.Text[^1] is not ('说' or '道' or '问' or '我' or ':' or '：');
                continue;
            }

            // "…说我太瘦，我每天吃五顿": what the other said is over where the speaker goes on for themselves.
            dropped = told && clause.Sentence == dropped && (clause.Text.StartsWith('我') || clause.Text.StartsWith("不过我", StringComparison.Ordinal) || clause.Text.StartsWith("但我", StringComparison.Ordinal) || clause.Text.StartsWith("可我", StringComparison.Ordinal) || clause.Text.StartsWith("但是我", StringComparison.Ordinal)) ? -1 : dropped;

            if (clause.Sentence != dropped)
            {
                var before = drafts.Count;
                reader.Read(clause, i == 0, drafts);

                // "说错了，不是花生，我是对核桃过敏": what was wrong, then what is right.
                if (drafts.Count == before + 1 && i > 0 && Wrong().Match(clauses[i - 1].Text) is { Success: true } wrong && drafts[before].RejectedValue is null)
                {
                    drafts[before] = drafts[before] with { RejectedValue = wrong.Groups[1].Value, IsCorrection = true };
                }
            }
        }

        return drafts;
    }
}
