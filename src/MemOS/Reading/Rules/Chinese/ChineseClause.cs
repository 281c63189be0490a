using System.Text.RegularExpressions;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>A clause of a Chinese message: what stands between two marks.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">First character in the message.</param>
/// <param name="Mark">The mark behind it.</param>
/// <param name="Sentence">The number of its sentence.</param>
internal readonly partial record struct ChineseClause(string Text, int Start, char Mark, int Sentence)
{
    public int End => Start + Text.Length - Added;

    /// <summary>How many characters of the words are not in the message.</summary>
    public int Added { get; private init; }

    public bool IsQuestion => Mark is '？' or '?' || ChineseWords.IsQuestion(Text);

    /// <summary>Cuts a text at its marks.</summary>
    public static List<ChineseClause> Split(string text)
    {
        var clauses = new List<ChineseClause>();
        var start = 0;
        var sentence = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var mark = i < text.Length ? text[i] : '。';
            if (!IsMark(mark, text, i))
            {
                continue;
            }

            var from = start;
            var to = i;
            while (from < to && (char.IsWhiteSpace(text[from]) || text[from] is '"' or '“' or '”'))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                var told = Told(text[from..to]);
                clauses.Add(new(told, from, mark, sentence) { Added = told.Length - (to - from) });
            }

            sentence += mark is '。' or '！' or '!' or '？' or '?' or '\n' or ';' or '；' ? 1 : 0;
            start = i + 1;
        }

        return clauses;
    }

    // "现在在一家公司做翻译" leaves out who; "奶茶我已经不喝了" puts first what it is about.
    private static string Told(string clause)
    {
        var fronted = Fronted().Match(clause);
        return fronted.Success ? $"我{fronted.Groups[2].Value}{fronted.Groups[3].Value}{fronted.Groups[1].Value}{fronted.Groups[4].Value}" : Unnamed().IsMatch(clause) ? "我" + clause : clause;
    }

    [GeneratedRegex("^(?!我|他|她|你|今|明|昨|现|但|因|所|如|早|晚|最|不|然|后|以|从|自|每|上|下)([^我他她你不没说想后时前候]{1,6})我((?:已经|早就|现在|都|也|再|就)*)((?:不|没|戒|停)(?:再)?(?:喝|吃|用|抽|学|练|打|养|穿|开|骑|买|订|追|看|玩))(了)$")]
    private static partial Regex Fronted();

    [GeneratedRegex("^(?:现在|目前|如今)(?:在.{1,12}(?:做|当|上班|工作|读|学)|住在|做着|用的是|改喝|改吃|改用|养着)")]
    private static partial Regex Unnamed();

    private static bool IsMark(char c, string text, int i) =>
        c is '。' or '！' or '？' or '，' or '；' or '!' or '?' or ';' or '\n' or '~' or '～' || (c is '.' or ',' && !(i > 0 && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i + 1])));
}
