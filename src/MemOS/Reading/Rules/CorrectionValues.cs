using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>What a correction says is right, and what it says is wrong.</summary>
internal static class CorrectionValues
{
    private static readonly string[][] Heads =
    [
        ["it", "is", "spelt"], ["it", "is", "spelled"], ["it", "is", "written"], ["spelt"], ["spelled"], ["i", "should", "say", "it", "is"], ["should", "say", "it", "is"], ["i", "should", "say"], ["i", "meant", "to", "say"], ["let", "me", "correct", "that"], ["it", "is", "actually"], ["it", "should", "be"], ["that", "should", "be"], ["it", "has", "been"], ["it", "is", "been"], ["i", "have", "been"], ["it", "will", "be"], ["i", "meant"], ["i", "mean"], ["it", "is"], ["that", "is"], ["should", "be"], ["let", "us", "make", "that"], ["let", "us", "make", "it"], ["let", "us", "say"], ["make", "that"], ["make", "it"], ["it", "was"], ["they", "are"], ["scratch", "that"], ["strike", "that"], ["or", "rather"], ["i", "misspoke"], ["rather"],
    ];

    /// <summary>The verb of the statement that is put right, and the new value: "Actually, it lands at 19:05".</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="announced">Whether they are known to be a correction.</param>
    public static (string Verb, Token[] Value)? ReadAgain(Token[] tokens, bool announced)
    {
        var start = 0;
        var marked = announced;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            marked |= CorrectionSigns.IsSign(tokens, start) || tokens[start].Lower is "update";
            start++;
        }

        // "He turns 6, not 5" puts right as well.
        var not = Array.FindIndex(tokens, start, static token => token.Lower == "not");
        var isOpposed = not > start + 2 && tokens[not - 1].Lower == "," && not + 1 < tokens.Length && Sort(tokens[not + 1]) == Sort(tokens[start + 2]) && Sort(tokens[not + 1]) != ValueSort.Other;
        marked |= isOpposed;
        tokens = isOpposed ? tokens[..(not - 1)] : tokens;
        if (!marked || start + 2 >= tokens.Length || !(tokens[start].Lower is "it" or "he" or "she" or "they" || (announced && tokens[start].Lower is "i" or "we")) || Verbs.IsBe(tokens[start + 1].Lower) || Verbs.IsModal(tokens[start + 1].Lower) || !(Verbs.IsFinite(tokens[start + 1].Lower) || Verbs.IsBase(tokens[start + 1].Lower)))
        {
            return null;
        }

        var value = Words(WithoutAfterthought(tokens[(start + 2)..]));
        return value.Length == 0 ? null : (Verbs.Lemma(tokens[start + 1].Lower), value);
    }

    /// <summary>What is right, what is wrong, and whether the sentence says that it corrects.</summary>
    /// <param name="tokens">The words.</param>
    public static (Token[] Value, Token[] Rejected, bool Marked) Read(Token[] tokens)
    {
        var start = 0;
        var marked = false;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower) || (tokens[start].Lower == "my" && start + 1 < tokens.Length && tokens[start + 1].Lower is "bad" or "mistake") || tokens[start].Lower is "bad" or "mistake" or "oops" or "whoops" or "typo" or "ah" or "argh"))
        {
            marked |= (start == 0 && tokens[start].Lower == "*") || CorrectionSigns.IsSign(tokens, start);
            start++;
        }


        var rest = tokens[start..];
        marked |= CorrectionSigns.TellsSlip(rest);

        // "joe@example.org is right."
        if (rest.Length is > 2 and < 8 && rest[^2].Lower == "is" && rest[^1].Lower is "right" or "correct")
        {
            return (rest[..^2], [], true);
        }

        // "Three, actually."
        const int LongestAside = 5;
        if (rest.Length is > 1 and <= LongestAside && rest[^1].Lower is "actually" or "sorry" or "rather" or "oops")
        {
            marked = true;
            rest = rest[^2].IsWord ? rest[..^1] : rest[..^2];
        }

        // "Karin with an i": how it is spelt.
        var spelt = TokenSpans.IndexOf(rest, ["with", "an"]) is var an && an > 0 ? an : TokenSpans.IndexOf(rest, ["with", "a"]);
        if (spelt > 0 && spelt + 3 == rest.Length && rest[^1].Text.Length == 1)
        {
            rest = rest[..spelt];
        }

        // "They moved it to Wednesday", "it's been pushed to 5 pm".
        var change = Array.FindIndex(rest, token => token.Lower is "moved" or "rescheduled" or "pushed" or "changed" or "postponed" or "shifted" or "move" or "reschedule");
        var to = change < 0 ? -1 : Array.FindLastIndex(rest, token => token.Lower is "to" or "until" or "till" or "for");
        if (change is >= 0 and < 6 && to > change && to + 1 < rest.Length && rest[..to].Any(token => token.Lower is "it" or "that" or "this") && Sort(rest[to + 1]) is ValueSort.Weekday or ValueSort.Month or ValueSort.Number or ValueSort.Ordinal)
        {
            return (Words(rest[(to + 1)..]), [], true);
        }

        foreach (var head in Heads)
        {
            if (TokenSpans.StartsWith(rest, head))
            {
                marked |= (head[0] is "i" && head[1] != "have") || head[0] is "make" or "rather" or "scratch" or "strike" or "or" or "let" || head.Contains("should") || head[^1] is "spelt" or "spelled" or "written";
                rest = rest[head.Length..];
                while (rest.Length > 0 && !rest[0].IsWord)
                {
                    rest = rest[1..];
                }

                break;
            }
        }

        if (rest.Length == 0)
        {
            return ([], [], false);
        }

        // "21 November*, fat fingers": the star says so.
        var star = Array.FindIndex(rest, token => token.Lower == "*");
        marked |= star > 0;
        rest = WithoutAfterthought(star > 0 ? rest[..star] : rest);

        // "not Tuesday but Thursday", "Thursday, not Tuesday", "Thursday instead of Tuesday".
        var not = Array.FindIndex(rest, token => token.Lower == "not");
        var instead = TokenSpans.IndexOf(rest, ["instead", "of"]);
        var but = Array.FindIndex(rest, token => token.Lower is "but");
        if (not == 0 && but > 0)
        {
            return (Words(rest[(but + 1)..]), Words(rest[1..but]), true);
        }

        // "Not Carlos, Carla."
        var split = Array.FindIndex(rest, token => token.Lower == ",");
        if (not == 0 && split > 1 && split + 1 < rest.Length)
        {
            return (Words(rest[(split + 1)..]), Words(rest[1..split]), true);
        }

        if (not > 0)
        {
            var tail = Array.FindIndex(rest, not, token => token.Lower is "," or ";" or "—" or "–");
            return (Words(rest[..not]), Words(rest[(not + 1)..(tail > not + 1 ? tail : rest.Length)]), true);
        }

        return instead > 0 ? (Words(rest[..instead]), Words(rest[(instead + 2)..]), true) : (Words(rest), [], marked);
    }

    // "41 Elm Street, I mixed up the digits": what comes behind the comma gives the reason.
    private static Token[] WithoutAfterthought(Token[] tokens)
    {
        // "It's Thursday when our choir rehearses": the value stands first.
        if (tokens.Length > 2 && tokens[1].Lower is "when" or "that" && Sort(tokens[0]) is ValueSort.Weekday or ValueSort.Month or ValueSort.Number or ValueSort.Ordinal)
        {
            return tokens[..1];
        }

        for (var i = 1; i + 1 < tokens.Length && !TokenSpans.Contains(tokens.AsSpan(i), "not"); i++)
        {
            if (tokens[i].Lower is "," or ";" or "—" or "–" or ":" && tokens[i + 1].Lower is "i" or "we" or "my" or "it" or "they" or "that" or "sorry" or "thanks" or "typo" or "because" or "so" or "silly" or "oops" or "forgot" or "with" or "he" or "she" or "fat" or "typed" or "pressed" or "hit" || (tokens[i].Lower is "," or ";" && tokens[i + 1].Lower is "the" && tokens[(i + 1)..].Any(token => Verbs.IsPast(token.Lower) || Verbs.IsBe(token.Lower))))
            {
                return tokens[..i];
            }
        }

        return tokens;
    }

    private static Token[] Words(Token[] tokens)
    {
        var words = tokens.Where(token => (token.IsWord && token.Lower is not ("sorry" or "oops" or "actually" or "lol" or "haha" or "then" or "instead" or "please")) || token.Lower is "$" or "€" or "%").ToArray();
        var start = 0;
        while (start < words.Length && words[start].Lower is "on" or "in" or "at" or "to" or "actually" or "the" or "a" or "an" or "now" or "is" or "it" or "with" or "for" or "from" or "by" or "until" or "my" or "our")
        {
            start++;
        }

        return words[start..];
    }

    /// <summary>The sort of value that a word begins.</summary>
    public static ValueSort Sort(Token token) =>
        WordLists.Weekdays.Contains(token.Lower) || token.Lower is "tomorrow" or "today" or "tonight" ? ValueSort.Weekday
        : WordLists.Months.Contains(token.Lower) && token.IsCapitalised ? ValueSort.Month
        : token.Text.Length > 2 && char.IsAsciiDigit(token.Text[0]) && token.Lower[^2..] is "st" or "nd" or "rd" or "th" ? ValueSort.Ordinal
        : WordLists.NumberWords.Contains(token.Lower) || (token.Text.Length > 0 && (char.IsAsciiDigit(token.Text[0]) || token.Text[0] is '$' or '€')) ? ValueSort.Number
        : token.IsCapitalised ? ValueSort.Name : ValueSort.Other;
}
