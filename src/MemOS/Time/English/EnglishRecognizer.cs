namespace MemOS.Time.English;

/// <summary>Recognises English time expressions, from left to right, the longest one at each place.</summary>
internal static class EnglishRecognizer
{
    public static IReadOnlyList<TimeMention> Recognize(string text, DateTime reference)
    {
        if (!Tokenizer.MayHoldTime(text))
        {
            return [];
        }

        var cursor = new Cursor(text, Tokenizer.Tokenize(text), reference);
        var mentions = new List<TimeMention>();
        for (var i = 0; i < cursor.Count;)
        {
            var match = CanBegin(in cursor[i]) ? ExpressionGrammar.Parse(cursor, i) : Match.None;
            if (match.Node is not { } node || match.End <= i)
            {
                i++;
                continue;
            }

            mentions.Add(MentionBuilder.Build(node, text, cursor[match.Start].Start, cursor[match.End - 1].End));
            i = match.End;
        }

        return mentions;
    }

    private static bool CanBegin(in Token token) =>
        token.Kind == TokenKind.Number || token.Lexeme.Begins || token.Symbol is '>' or '<' or '≥' or '≤';
}
