using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads what somebody does for a living or studies, and where they can be reached, where no pattern of a slot tells it.</summary>
internal static class LivelihoodReader
{
    /// <summary>"I teach biology now": what one does for a living, told as news.</summary>
    public static AttributeValue? Trade(Clause clause, VerbPhrase verb, string subject) =>
        verb is { Lemma: "have" or "own", Tense: Tense.Present, Negated: false } && clause.Rest is [{ Lower: "a" or "an" or "the" }, var device, ..] && WordClasses.Technology(device.Lower) == "phone" && device.Lower is not ("android" or "galaxy") && !TokenSpans.Contains(clause.Tokens, "also") && !TokenSpans.Contains(clause.Tokens, "old")
            ? new(MemoryKind.Profile, subject, "phone", PhrasePattern.Value(clause.Tokens, verb.Main + 2))
        // "I bake for a living".
        : verb is { Tense: Tense.Present, Negated: false, Formerly: false, Modal: "" } && TokenSpans.IndexOf(clause.Rest, ["for", "a", "living"]) is >= 1 and < 5 and var living && !Verbs.IsBe(clause.Tokens[verb.Main].Lower)
            ? new(MemoryKind.Profile, subject, "job", string.Join(' ', clause.Tokens[verb.Main..(verb.Main + 1 + living)].Select(static token => token.Lower)))
        : verb is { Tense: Tense.Present, Negated: false, Formerly: false, Modal: "" } && (verb.Lemma == "teach" || (verb.Lemma is "drive" && TokenSpans.ContainsAny(clause.Rest, Vehicles))) && clause.Rest.Length > 1 && ChangeReader.IsChange(clause, verb)
            ? new(MemoryKind.Profile, subject, "job", $"{clause.Tokens[verb.Main].Lower} {PhrasePattern.Value(clause.Tokens, verb.Main + 1)}") : null;

    private static readonly IReadOnlySet<string> Vehicles = WordLists.Of("bus buses tram trams taxi lorry lorries truck trucks van train trains cab ambulance coach ferry");

    /// <summary>"I'm a nursing student" studies nursing.</summary>
    public static AttributeValue? Student(Clause clause, VerbPhrase verb, string subject) =>
        verb is { Lemma: "be", Tense: Tense.Present, Negated: false, Formerly: false } && clause.Rest is [{ Lower: "a" or "an" }, { Kind: TokenKind.Word } field, { Lower: "student" }, ..] && !Students.Contains(field.Lower) ? new(MemoryKind.Profile, subject, "field of study", field.Lower) : null;

    private static readonly IReadOnlySet<string> Students = WordLists.Of("good bad poor mature fellow exchange foreign international doctoral phd graduate postgraduate undergraduate university college school first-year second-year third-year final-year part-time full-time new old former visual slow fast lifelong");

    /// <summary>"I can be reached at jo@example.org", "I'm at 42 Harbour Street these days".</summary>
    public static AttributeValue? Contact(Clause clause, VerbPhrase verb, string subject)
    {
        var at = Array.FindIndex(clause.Tokens, verb.Main, token => token.Lower is "at" or "on" or "under");
        if (verb.Negated || !(verb.Lemma == "reach" || verb is { Lemma: "be", Tense: Tense.Present } && at == verb.Main + 1) || at < 0 || at + 1 >= clause.Tokens.Length)
        {
            return null;
        }

        var first = clause.Tokens[at + 1];
        return first.Text.Contains('@', StringComparison.Ordinal) ? new(MemoryKind.Profile, subject, "email", first.Lower)
            : FacetReader.NumberOf(first) is null ? null
            : at + 2 < clause.Tokens.Length && clause.Tokens[at + 2].IsCapitalised ? new(MemoryKind.Profile, subject, "address", PhrasePattern.Value(clause.Tokens, at + 1))
            : verb.Lemma == "reach" ? new(MemoryKind.Profile, subject, "number", string.Join(' ', clause.Tokens[(at + 1)..].TakeWhile(token => FacetReader.NumberOf(token) is not null || char.IsAsciiDigit(token.Text[0])).Select(token => token.Lower))) : null;
    }
}
