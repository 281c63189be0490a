using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Knows what tells that a child is born: then nobody waits for it any more.</summary>
internal static class Births
{
    /// <summary>The word for what ends.</summary>
    public const string Ends = "pregnant";

    private static readonly IReadOnlySet<string> Newborn = WordLists.Of("daughter son baby twins girl boy");

    /// <summary>Whether a clause tells of a birth.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="verb">Its verb.</param>
    public static bool Tells(Clause clause, VerbPhrase verb)
    {
        // "The baby is here", "the twins have arrived".
        if (clause.Subject is SubjectKind.Other or SubjectKind.Possession && clause.SubjectEnd - clause.SubjectStart == 2 && clause.Tokens[clause.SubjectStart].Lower is "the" or "our" or "my" && clause.Tokens[clause.SubjectEnd - 1].Lower is "baby" or "twins" && (verb is { Lemma: "be", Tense: Tense.Present } && clause.Rest is [{ Lower: "here" }, ..] or [{ Lower: "finally" }, { Lower: "here" }, ..] || verb is { Lemma: "arriv", Tense: Tense.Past }))
        {
            return true;
        }

        // "Our daughter Ida was born on Tuesday".
        if (clause.Subject == SubjectKind.Possession && clause.Tokens[verb.Main].Lower == "born" && verb.Tense == Tense.Past && TokenSpans.ContainsAny(clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart), Newborn))
        {
            return true;
        }

        // "Ottilie was born on the 4th", "little Arlo arrived at 3am".
        if (clause.Subject == SubjectKind.Person && verb.Tense == Tense.Past && ((clause.Tokens[verb.Main].Lower == "born" && clause.Rest is [{ Lower: "on" or "at" or "today" or "yesterday" or "this" or "last" }, ..]) || (verb.Lemma == "arriv" && clause.Tokens[0].Lower is "little" or "baby" && clause.SubjectEnd - clause.SubjectStart == 2 && clause.Rest is [{ Lower: "at" or "on" or "this" or "last" or "today" or "yesterday" or "early" or "safely" }, ..])))
        {
            return true;
        }

        // "Had a baby boy", "gave birth".
        if (verb.Tense == Tense.Past && ((verb.Lemma is "have" && TokenSpans.Contains(clause.Rest, "baby")) || (verb.Lemma is "give" && clause.Rest is [{ Lower: "birth" }, ..])))
        {
            return true;
        }

        return false;
    }
}
