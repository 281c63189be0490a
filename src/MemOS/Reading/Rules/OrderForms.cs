using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Puts orders to the assistant into the form that the readers know: "from now on you can give me long answers" as an order, "when I
/// write in English, always correct me" with the order first.
/// </summary>
internal static class OrderForms
{
    private const int LongestCondition = 10;

    private static readonly string[][] Openings = [.. "from now on|from here on|from today|from today on|in future|in the future|going forward|these days|now|again".Split('|').Select(words => words.Split(' '))];

    /// <summary>The sentence as a plain order; the sentence as it is where it is none of these.</summary>
    /// <param name="sentence">The sentence.</param>
    public static Sentence Plain(Sentence sentence)
    {
        sentence = BehindLead(sentence);
        var tokens = Permitted(sentence.Tokens) ?? Conditional(sentence.Tokens);
        return tokens is null || sentence.IsQuestion ? sentence : sentence with { Tokens = tokens };
    }

    // "I've changed my mind: from now on give me long answers".
    private static Sentence BehindLead(Sentence sentence)
    {
        var colon = Array.FindIndex(sentence.Tokens, static token => token.Lower == ":");
        return colon > 1 && colon + 2 < sentence.Tokens.Length && TokenSpans.IndexOf(sentence.Tokens.AsSpan(0, colon), ["my", "mind"]) > 0
            ? sentence with { Tokens = sentence.Tokens[(colon + 1)..] } : sentence;
    }

    // "From now on you can give me long answers", "you can stop using bullet points".
    private static Token[]? Permitted(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            start++;
        }

        var opening = Openings.FirstOrDefault(words => TokenSpans.StartsWith(tokens.AsSpan(start), words));
        var you = start + (opening?.Length ?? 0);
        you += you < tokens.Length && tokens[you].Lower == "," ? 1 : 0;
        if (you + 3 >= tokens.Length || tokens[you].Lower != "you" || tokens[you + 1].Lower is not ("can" or "may" or "could"))
        {
            return null;
        }

        var verb = you + 2;
        while (verb < tokens.Length - 1 && tokens[verb].Lower is "also" or "again" or "just" or "now" or "always")
        {
            verb++;
        }

        var isManner = tokens[verb].Lower is "give" or "write" or "answer" or "reply" or "use" or "keep" or "explain" or "make" or "go" or "speak" or "talk" or "assume";
        return isManner && (opening is not null || StyleReader.DimensionOf(tokens) is not null) ? [.. tokens[start..(start + (opening?.Length ?? 0))], .. tokens[verb..]] : null;
    }

    // "When I write in English, always correct my mistakes".
    private static Token[]? Conditional(Token[] tokens)
    {
        var isPlace = tokens is [{ Lower: "in" or "for" or "with" }, _, ..];
        var comma = isPlace || tokens is [{ Lower: "when" or "whenever" or "if" }, { Lower: "i" or "we" or "my" or "our" }, _, ..] ? Array.FindIndex(tokens, static token => token.Lower == ",") : -1;
        if (comma < (isPlace ? 2 : 3) || comma > LongestCondition || comma + 2 >= tokens.Length)
        {
            return null;
        }

        var order = comma + 1;
        while (order < tokens.Length - 1 && tokens[order].Lower is "please" or "then" or "just" or "also")
        {
            order++;
        }

        var isOrder = tokens[order].Lower is "always" or "never" || (tokens[order].Lower is "correct" or "remind" or "give" or "use" or "show" or "ask" or "tell" or "answer" or "reply" or "keep" or "add" or "include" or "assume" or "explain" or "warn" || (tokens[order].Lower == "do" && tokens[order + 1].Lower == "not")) && tokens[0].Lower is "when" or "whenever";
        isOrder &= !isPlace || tokens[order].Lower is "always" or "never";
        var end = Array.FindIndex(tokens, order, static token => token.Lower is "," or ";" or "—" or "–");
        end = end < 0 ? tokens.Length : end;
        return isOrder ? [.. tokens[order..end], tokens[0].Reworded(tokens[0].Lower) with { Spaced = true }, .. tokens[1..comma], .. tokens[end..]] : null;
    }
}
