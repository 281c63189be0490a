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
            var smiles = i < tokens.Count && IsSmile(tokens, start, i);
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
                    sentences.AddRange(Parentheses.Split(words).SelectMany((part, place) => place == 0 ? Introductions.Split(part) : [part]).Select((part, place) => new Sentence(part, part.Length > 0 && ReferenceEquals(part, words) || place > 1 ? ending : '.')));
                }
            }

            i += smiles ? 1 : 0;
            start = i + 1;
        }

        return sentences;
    }

    // "It's cancelled :( My dad fell": a face ends a sentence where another begins behind it.
    private static bool IsSmile(List<Token> tokens, int start, int at)
    {
        if (tokens[at].Text is not ":" || at == start || at + 1 >= tokens.Count || tokens[at + 1].Text is not ("(" or ")" or "D" or "P") || tokens[at + 1].Start != tokens[at].End || tokens[start].Lower is "if" or "when" or "unless")
        {
            return false;
        }

        var isFace = tokens[at + 1].Text switch
        {
            "D" or "P" => tokens[at].Start > tokens[at - 1].End,
            ")" => !tokens[..at].Exists(static token => token.Text == "("),
            _ => !tokens[(at + 2)..].Exists(static token => token.Text == ")"),
        };
        return isFace && (at + 2 == tokens.Count || Ends(tokens[at + 2]) && tokens[at + 2].Text is not ("?" or "??") || tokens[at + 2].IsCapitalised || Begins.Contains(tokens[at + 2].Lower));
    }

    private static readonly IReadOnlySet<string> Begins = WordLists.Of("i my we our he she they it the what how can could is do does so but anyway");

    // "I love olives now??" is told in wonder, and asks nothing.
    private static bool IsAmazed(Token[] words, IReadOnlyList<Token> tokens, int mark) =>
        (tokens[mark].Text is "??" or "???" || (mark + 1 < tokens.Count && tokens[mark].Text == "?" && tokens[mark + 1].Text == "?")) &&
        words[0].Lower is "i" or "we" && Array.Exists(words, static word => word.Lower == "now") && !Array.Exists(words, static word => Verbs.IsModal(word.Lower) || word.Lower is "do" or "what" or "how" or "why" or "where" or "which" or "just" or "so");

    private static bool Ends(Token token) => token.Kind == TokenKind.LineBreak || (token.Kind == TokenKind.Punctuation && token.Text[0] is '.' or '!' or '?' or '|');
}
