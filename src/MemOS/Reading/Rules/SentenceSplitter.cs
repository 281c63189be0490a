namespace MemOS.Reading.Rules;

/// <summary>Cuts the tokens of a message into sentences: at full stops, exclamation and question marks, and at line ends.</summary>
internal static class SentenceSplitter
{
    public static List<Sentence> Split(List<Token> tokens)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !Ends(tokens[i]))
            {
                continue;
            }

            if (i > start)
            {
                var words = tokens[start..i].ToArray();
                if (words.Any(token => token.IsWord))
                {
                    var mark = i < tokens.Count ? tokens[i].Text[0] : '.';

                    // "Really?!" and "What?..." are questions still.
                    for (var m = i; m < tokens.Count && Ends(tokens[m]) && tokens[m].Kind == TokenKind.Punctuation; m++)
                    {
                        mark = tokens[m].Text[0] == '?' ? '?' : mark;
                    }

                    sentences.Add(new(words, mark));
                }
            }

            start = i + 1;
        }

        return sentences;
    }

    private static bool Ends(Token token) => token.Kind == TokenKind.LineBreak || (token.Kind == TokenKind.Punctuation && token.Text[0] is '.' or '!' or '?' or '|');
}
