using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads wishes that have no verb: "no leather, please", "no rooftop bars for me".</summary>
internal static class FragmentReader
{
    private const int LongestTopic = 4;

    /// <summary>What is not wanted; <see langword="null"/> when the clause is no such wish.</summary>
    public static string? Unwanted(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || (Discourse.IsOpener(tokens[start].Lower) && tokens[start].Lower != "no") || tokens[start].Lower is "and"))
        {
            start++;
        }

        if (start >= tokens.Length || tokens[start].Lower != "no")
        {
            return null;
        }

        var end = start + 1;
        while (end < tokens.Length && tokens[end].IsWord && tokens[end].Lower is not ("please" or "for" or "thanks"))
        {
            end++;
        }

        var words = tokens[(start + 1)..end];
        var after = tokens[end..].Where(token => token.IsWord).Select(token => token.Lower).ToArray();
        var asks = after is ["please", ..] || after is ["for", "me" or "us", ..];
        return !asks || words.Length is 0 or > LongestTopic || Array.Exists(words, token => WordLists.Empty.Contains(token.Lower) || Verbs.IsFinite(token.Lower) || token.Lower is "problem" or "worries" or "rush" or "need" or "thank" or "questions" or "idea" or "matter" or "offense" or "pressure")
            ? null
            : string.Join(' ', words.Select(token => token.Text));
    }
}
