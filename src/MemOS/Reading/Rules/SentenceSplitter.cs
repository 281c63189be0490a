using MemOS.Reading.Rules.English;

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
            var smiles = i < tokens.Count && IsSmile(tokens, i);
            if (i < tokens.Count && !Ends(tokens[i]) && !smiles)
            {
                continue;
            }

            if (i > start)
            {
                var words = tokens[start..i].ToArray();
                if (words.Any(token => token.IsWord))
                {
                    var mark = i < tokens.Count && !smiles ? tokens[i].Text[0] : '.';

                    // "Really?!" and "What?..." are questions still.
                    for (var m = i; m < tokens.Count && Ends(tokens[m]) && tokens[m].Kind == TokenKind.Punctuation; m++)
                    {
                        mark = tokens[m].Text[0] == '?' ? '?' : mark;
                    }

                    // "Before we start: always answer in bullet points": the lead, and what it leads to.
                    if (Leads.End(words) is > 0 and var lead)
                    {
                        sentences.Add(new(words[..lead], Sentence.Lead));
                        words = words[(lead + 1)..];
                    }

                    var ending = mark == '?' && IsAmazed(words, tokens, i) ? '!' : mark;
                    sentences.AddRange(Introductions.Split(words).Select(part => new Sentence(part, ending)));
                }
            }

            i += smiles ? 1 : 0;
            start = i + 1;
        }

        return sentences;
    }

    // "It's cancelled :( My dad fell": a face ends a sentence.
    private static bool IsSmile(List<Token> tokens, int at) =>
        tokens[at].Text is ":" && at > 0 && at + 1 < tokens.Count && tokens[at + 1].Text is "(" or ")" or "D" or "P" && tokens[at + 1].Start == tokens[at].End && (tokens[at + 1].Text is "D" or "P" || tokens[at + 1].Text == ")" ? !tokens[..at].Exists(static token => token.Text == "(") : !tokens[(at + 2)..].Exists(static token => token.Text == ")"));

    // "I love olives now??" is told in wonder, and asks nothing.
    private static bool IsAmazed(Token[] words, IReadOnlyList<Token> tokens, int mark) =>
        (tokens[mark].Text is "??" or "???" || (mark + 1 < tokens.Count && tokens[mark].Text == "?" && tokens[mark + 1].Text == "?")) &&
        words[0].Lower is "i" or "we" && Array.Exists(words, static word => word.Lower == "now") && !Array.Exists(words, static word => Verbs.IsModal(word.Lower) || word.Lower is "do" or "what" or "how" or "why" or "where" or "which" or "just" or "so");

    private static bool Ends(Token token) => token.Kind == TokenKind.LineBreak || (token.Kind == TokenKind.Punctuation && token.Text[0] is '.' or '!' or '?' or '|');
}
