using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Takes statements out of parentheses, so that each is read by itself: "me and the two kids (Maisie's 6, Tom's 9) are off to Leeds".
/// What only adds to a word ("a coach (second hand)") stays where it is.
/// </summary>
internal static class Parentheses
{
    private const int LeastTokens = 3;

    /// <summary>The sentence without the statements in parentheses, then those; the sentence alone where there are none.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    public static IEnumerable<Token[]> Split(Token[] tokens)
    {
        var open = Array.FindIndex(tokens, static token => token.Lower == "(");
        var close = open < 1 ? -1 : Array.FindIndex(tokens, open, static token => token.Lower == ")");
        if (close - open <= LeastTokens || close == tokens.Length - 1 && tokens[open + 1].Lower is "i" or "we")
        {
            return [tokens];
        }

        var parts = Parts(tokens[(open + 1)..close]).ToList();
        if (!parts.TrueForAll(IsStatement))
        {
            return [tokens];
        }

        Token[] around = [.. tokens[..open], .. tokens[(close + 1)..]];
        return [around, .. parts];
    }

    private static IEnumerable<Token[]> Parts(Token[] tokens)
    {
        var start = 0;
        for (var i = 0; i <= tokens.Length; i++)
        {
            if (i == tokens.Length || (tokens[i].Lower is "," or ";" or "and" && i + 2 < tokens.Length && IsStatement(tokens[(i + 1)..])))
            {
                if (i > start)
                {
                    yield return tokens[start..i];
                }

                start = i + 1;
            }
        }
    }

    // "Maisie is 6", "she's 81", "my sister moved out".
    private static bool IsStatement(Token[] tokens) =>
        tokens.Length >= LeastTokens && tokens[0] is { Kind: TokenKind.Word } first &&
        (first.Lower is "i" or "we" or "he" or "she" or "they" or "it" && Verbs.IsFinite(tokens[1].Lower) || (first.IsCapitalised && !WordLists.Determiners.Contains(first.Lower) && !WordLists.Prepositions.Contains(first.Lower) && !Discourse.IsOpener(first.Lower) && !Verbs.IsBase(first.Lower) && tokens[1].Lower is "is" or "has" or "was" or "lives" or "works" or "turns") || (first.Lower is "my" or "our" && tokens.Length > LeastTokens && Array.FindIndex(tokens, 2, Math.Min(2, tokens.Length - 2), static token => Verbs.IsFinite(token.Lower)) > 0));
}
