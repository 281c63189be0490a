using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Parts "I live in Berlin and work as a barista" or "Wren is five and obsessed with diggers" in two, where both halves fill an attribute or state a preference of their own.</summary>
internal static class CoordinationSplitter
{
    private static readonly Token Self = new("I", "i", 0, 0, TokenKind.Word, false);

    /// <summary>The two halves; <see langword="null"/> when the clause is better kept whole.</summary>
    public static (Clause First, Clause Second)? Split(Clause clause)
    {
        if (clause.Subject is not (SubjectKind.Speaker or SubjectKind.Possession or SubjectKind.Person or SubjectKind.PersonPronoun) || clause.Verb is not { Modal: "", Tense: not Tense.Future } verb || clause.SubjectEnd == clause.SubjectStart)
        {
            return null;
        }

        for (var i = verb.Main + 2; i + 1 < clause.Tokens.Length; i++)
        {
            if (clause.Tokens[i].Lower is not ("and" or "but") || Second(clause, verb, i + 1) is not { Verb: not null } second || SlotOf(second) is not { } gained)
            {
                continue;
            }

            var end = clause.Tokens[i - 1].Lower == "," ? i - 1 : i;
            var first = clause with { Tokens = clause.Tokens[..end], IsLast = false };

            // Two values of one attribute belong together: parted, the second would take the first one's place.
            return SlotOf(first) is { } told && told != gained ? (first, second) : null;
        }

        return null;
    }

    // The second half with a subject of its own, and the copula where it goes on with that.
    private static Clause? Second(Clause clause, VerbPhrase verb, int from)
    {
        var start = from;
        while (start < clause.Tokens.Length - 1 && VerbPhrase.IsAdverb(clause.Tokens[start].Lower))
        {
            start++;
        }

        var isSpeaker = clause.Subject == SubjectKind.Speaker;
        var word = clause.Tokens[start].Lower;
        var goesOn = verb.Tense == Tense.Past ? Verbs.IsPast(word) : isSpeaker ? Verbs.IsBase(word) || word is "have" or "am" or "do" : Verbs.IsThirdPerson(word) || word is "has" or "is" or "does";
        var copula = Verbs.IsBe(clause.Tokens[verb.Main].Lower) ? verb.Main : verb.Main > 0 && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower) ? verb.Main - 1 : -1;
        if (!goesOn && (copula < 0 || verb.Negated || verb.Tense == Tense.Past || verb.Progressive || WordLists.Determiners.Contains(word)))
        {
            return null;
        }

        var place = clause.Tokens[from].Start;
        Token[] subject = isSpeaker ? [Self] : clause.Tokens[clause.SubjectStart..clause.SubjectEnd];
        Token[] opening = goesOn ? subject : [.. subject, clause.Tokens[copula] with { Spaced = true }];
        return ClauseAnalyzer.Analyze([.. opening.Select(token => token with { Start = place, End = place }), .. clause.Tokens[from..]], clause.InQuestion, clause.IsLast, []);
    }

    // The attribute that a half fills, or its taste; null when it tells neither.
    private static string? SlotOf(Clause clause) =>
        clause.Verb is not { } verb ? null
        : AttributeReader.Read(clause, verb, "user") is { Slot: { } slot } ? slot
        : (clause.Subject == SubjectKind.Speaker ? PreferenceReader.Read(clause, verb) : PreferenceReader.ReadOfOthers(clause, verb)) is { Topic: { Length: > 0 } topic } ? SlotVocabulary.LikesPrefix + topic : null;
}
