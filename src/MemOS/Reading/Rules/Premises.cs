using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Finds what a question takes as given: "since I'm vegetarian, what should I cook?" states the first half.</summary>
internal static class Premises
{
    /// <summary>The words of the premise from its subject on; empty when the sentence has none.</summary>
    public static ReadOnlySpan<Token> Of(Sentence sentence)
    {
        var tokens = sentence.Tokens;

        // "I have no pets, so would lilies be fine?"
        var so = sentence.IsQuestion && tokens[0].Lower is "i" or "we" or "my" or "our" ? Array.FindIndex(tokens, token => token.Lower == ",") : -1;
        if (so > 2 && so + 2 < tokens.Length && tokens[so + 1].Lower is "so" or "and" && (WordLists.QuestionWords.Contains(tokens[so + 2].Lower) || Verbs.IsModal(tokens[so + 2].Lower) || Verbs.IsBe(tokens[so + 2].Lower) || tokens[so + 2].Lower is "do" or "does" or "did"))
        {
            return tokens.AsSpan(0, so);
        }

        if (!sentence.IsQuestion || !(tokens[0].Lower is "since" or "because" or "as" or "given" or "seeing" or "considering"))
        {
            return [];
        }

        var speaker = Array.FindIndex(tokens, token => token.Lower is "i" or "we" or "my");
        var comma = Array.FindIndex(tokens, token => token.Lower == ",");
        return speaker is > 0 and < 4 && comma > speaker + 1 ? tokens.AsSpan(speaker, comma - speaker) : [];
    }
}
