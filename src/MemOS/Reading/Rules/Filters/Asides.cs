using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules.Filters;

/// <summary>Takes out of a sentence what is said beside what it tells: "…, that's the one, …", "…, if you want to pitch the level right".</summary>
internal static class Asides
{
    private const int LeastTold = 3;

    private static readonly string[][] Inserted =
    [
        .. "that is the one|that is right|you know|mind you|believe it or not|would you believe it|of all things|as you know|as i said|as i say|i must say|i have to say|i admit|god help me|touch wood|knock on wood|fingers crossed|thank god|thank goodness"
            .Split('|').Select(words => words.Split(' ')),
    ];

    // What makes what was told worth knowing, and leaves it as true as before.
    private static readonly string[][] Relevant =
    [
        .. "if you want to|if you want|if you need|if you would like|if you care|if you are interested|if that helps|if it helps|if that matters|if it matters|if that changes|if it changes|if that makes|if it makes|if that is relevant|if it is relevant|if that is useful|if it is useful|if that is any|in case it|in case that|in case you need|in case you want"
            .Split('|').Select(words => words.Split(' ')),
    ];

    /// <summary>The sentence without its asides; the sentence as it is where it has none.</summary>
    /// <param name="sentence">The sentence.</param>
    public static Sentence Without(Sentence sentence)
    {
        var tokens = WithoutTail(WithoutInserted(sentence.Tokens), sentence.IsQuestion);
        return tokens.Length == sentence.Tokens.Length ? sentence : sentence with { Tokens = tokens };
    }

    private static Token[] WithoutInserted(Token[] tokens)
    {
        for (var i = 1; i + 2 < tokens.Length; i++)
        {
            if (tokens[i].Lower != ",")
            {
                continue;
            }

            foreach (var words in Inserted)
            {
                var end = i + 1 + words.Length;
                if (end + 1 < tokens.Length && tokens[end].Lower == "," && TokenSpans.StartsWith(tokens.AsSpan(i + 1), words))
                {
                    return WithoutInserted([.. tokens[..i], .. tokens[(end + 1)..]]);
                }
            }
        }

        return tokens;
    }

    private static Token[] WithoutTail(Token[] tokens, bool asks)
    {
        const int LongestTail = 10;
        // "He's left-handed if that matters" has no comma.
        var bare = asks ? null : Array.Find(Relevant, words => words[^1] == "matters" && words[0] == "if" && Array.Exists(tokens, static token => Verbs.IsBe(token.Lower)) && tokens.Length - words.Length >= LeastTold && TokenSpans.StartsWith(tokens.AsSpan(tokens.Length - words.Length), words));
        if (bare is not null && tokens[tokens.Length - bare.Length - 1].IsWord)
        {
            return tokens[..^bare.Length];
        }

        var comma = Array.FindLastIndex(tokens, token => token.Lower is "," or "—" or "–" or "-");
        return asks || comma < LeastTold || tokens.Length - comma > LongestTail || tokens[0].Lower is "if" or "when" || Verbs.IsModal(tokens[0].Lower) || !Array.Exists(Relevant, words => TokenSpans.StartsWith(tokens.AsSpan(comma + 1), words)) || TokenSpans.Contains(tokens.AsSpan(0, comma), "would") || TokenSpans.Contains(tokens.AsSpan(0, comma), "could") || TokenSpans.Contains(tokens.AsSpan(0, comma), "will")
            ? tokens : tokens[..comma];
    }
}
