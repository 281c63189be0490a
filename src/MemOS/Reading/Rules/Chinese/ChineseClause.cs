namespace MemOS.Reading.Rules.Chinese;

/// <summary>A clause of a Chinese message: what stands between two marks.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">First character in the message.</param>
/// <param name="Mark">The mark behind it.</param>
/// <param name="Sentence">The number of its sentence.</param>
internal readonly record struct ChineseClause(string Text, int Start, char Mark, int Sentence)
{
    public int End => Start + Text.Length;

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
                clauses.Add(new(text[from..to], from, mark, sentence));
            }

            sentence += mark is '。' or '！' or '!' or '？' or '?' or '\n' or ';' or '；' ? 1 : 0;
            start = i + 1;
        }

        return clauses;
    }

    private static bool IsMark(char c, string text, int i) =>
        c is '。' or '！' or '？' or '，' or '；' or '!' or '?' or ';' or '\n' or '~' or '～' || (c is '.' or ',' && !(i > 0 && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i + 1])));
}
