using MemOS.Evidence;
using MemOS.Reading.Rules.Filters;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Reads one Chinese message clause by clause.</summary>
internal static class ChineseReader
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

    public static List<RecordDraft> Read(EvidenceItem item, string text, ReadingContext context)
    {
        var drafts = new List<RecordDraft>();
        var clean = PastedText.Blank(text, out _);
        if (ChineseWords.HoldsAny(clean, ChineseWords.Sarcasm))
        {
            return drafts;
        }

        var clauses = ChineseClause.Split(clean);
        var reader = new ChineseStatementReader(item, context, context.SpeakerOf(item, "用户"), clean);
        var dropped = -1;
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

            if (context.InFiction || ChineseWords.HoldsAny(clause.Text, ChineseWords.Tasks))
            {
                return drafts;
            }

            if (ChineseWords.HoldsAny(clause.Text, ChineseWords.Suppositions) || (ChineseWords.HoldsAny(clause.Text, ChineseWords.Reports) && !clause.Text.StartsWith('我')))
            {
                dropped = clause.Sentence;
            }

            if (clause.Sentence != dropped)
            {
                reader.Read(clause, i == 0, drafts);
            }
        }

        return drafts;
    }
}
