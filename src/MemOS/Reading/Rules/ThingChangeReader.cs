using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Reads what somebody did to a thing of the speaker's: "they moved the meeting to Friday", "my landlord raised the rent to 900
/// euros". The statement is about the thing, whoever changed it.
/// </summary>
internal static class ThingChangeReader
{
    private static readonly IReadOnlySet<string> Movers = Lemmas("move push postpone delay reschedule shift change bring set put");
    private static readonly IReadOnlySet<string> Sizers = Lemmas("raise increase lower reduce cut bump double extend shorten change set drop");
    private static readonly IReadOnlySet<string> Measures = WordLists.Of("rent salary budget fee fees price membership subscription allowance pay rate limit quota deposit premium bill tuition loan mortgage insurance hours contract lease dose dosage");

    /// <summary>The thing and its new time or size; <see langword="null"/> when the clause tells no such change.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="verb">Its verb.</param>
    public static ThingChange? Read(Clause clause, VerbPhrase verb)
    {
        // "They've had to move the appointment".
        var had = verb is { Lemma: "have", Tense: Tense.Past, Negated: false } && clause.Rest is [{ Lower: "to" }, { } forced, ..] && Movers.Contains(Verbs.Lemma(forced.Lower)) ? 2 : 0;
        var lemma = had > 0 ? Verbs.Lemma(clause.Rest[1].Lower) : verb.Lemma;
        var moves = Movers.Contains(lemma);
        if (clause.Subject == SubjectKind.None || verb.Negated || verb.Modal is "would" or "might" or "may" or "could" or "should" or "can" || !(moves || verb.Lemma is "switch" || Sizers.Contains(verb.Lemma)))
        {
            return null;
        }

        // "Ella's appointment" needs no article.
        var start = verb.Main + had + 1;
        start -= start < clause.Tokens.Length && clause.Tokens[start].IsCapitalised && clause.Tokens[start].Lower.EndsWith("'s", StringComparison.Ordinal) ? 1 : 0;
        if (start + 2 >= clause.Tokens.Length || (start > verb.Main + had && clause.Tokens[start].Lower is not ("my" or "our" or "the" or "his" or "her" or "their")))
        {
            return null;
        }

        var end = start + 1;
        while (end < clause.Tokens.Length && clause.Tokens[end].IsWord && clause.Tokens[end].Lower is not ("to" or "from" or "until" or "till" or "for" or "by" or "back" or "forward" or "up" or "on"))
        {
            end++;
        }

        var to = Array.FindIndex(clause.Tokens, end, token => token.Lower is "to" or "until" or "till" or "for" or "on");
        if (end == start + 1 || end - start > 7 || to < 0 || to + 1 >= clause.Tokens.Length)
        {
            return null;
        }

        // "Training changed the game for me" names no time.
        if (verb.Lemma is "chang" or "change" or "bring" && clause.Tokens[to].Lower is "for")
        {
            return null;
        }

        var head = HeadOf(clause.Tokens.AsSpan(start, end - start));
        var value = clause.Tokens[to + 1];
        var switched = verb.Lemma is "switch" or "chang" && clause.Tokens[start].Lower is "my" or "our" && clause.Tokens[to].Lower is "to" && !WordLists.Occasions.Contains(head) && clause.Tokens[start + 1].Lower != "mind";
        var sizes = Measures.Contains(head) && (value.Kind == TokenKind.Number || char.IsAsciiDigit(value.Text[0]) || value.Text[0] is '$' or '€' or '£');
        return switched ? new(start, end, to + 1, false) { IsNamed = true } : moves && sizes && lemma is "put" or "bring" or "push" && end < clause.Tokens.Length && clause.Tokens[end].Lower is "up" or "down" ? new(start, end, to + 1, false)
            : moves && (WordLists.Occasions.Contains(head) || (IsPostponing(clause, verb, end) && IsDay(value))) ? new(start, end, to + 1, true)
            : Sizers.Contains(verb.Lemma) && Measures.Contains(head) && (value.Kind == TokenKind.Number || char.IsAsciiDigit(value.Text[0]) || value.Text[0] is '$' or '€' or '£' || WordLists.NumberWords.Contains(value.Lower)) ? new(start, end, to + 1, false)
            : null;
    }

    // "They've pushed the handover back to 3 June": whatever it is, it has another day.
    private static bool IsPostponing(Clause clause, VerbPhrase verb, int end) =>
        verb.Lemma is "postpon" or "delay" or "reschedul" || (verb.Lemma is "push" or "move" or "bring" or "put" && end < clause.Tokens.Length && clause.Tokens[end].Lower is "back" or "forward" or "off" or "up");

    private static bool IsDay(Token value) => CorrectionValues.Sort(value) is ValueSort.Weekday or ValueSort.Month or ValueSort.Ordinal || value.Kind == TokenKind.Number || char.IsAsciiDigit(value.Text[0]) || value.Lower is "next";

    // "The meeting with the board": the noun before the first preposition.
    private static string HeadOf(ReadOnlySpan<Token> words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (WordLists.Prepositions.Contains(words[i].Lower))
            {
                return words[i - 1].Lower;
            }
        }

        return words[^1].Lower;
    }

    private static HashSet<string> Lemmas(string words) => [.. words.Split(' ').Select(Verbs.Lemma)];
}
