using System.Collections.Frozen;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules.Filters;

/// <summary>What others say is not what is so: "Tom says I'm lazy", "I read that coffee is bad".</summary>
internal static class ReportedSpeech
{
    private static readonly FrozenSet<string> Saying = FrozenSet.ToFrozenSet(
        ((string[])["say", "tell", "claim", "think", "believe", "argue", "insist", "write", "joke", "mention", "report", "reply", "shout", "yell", "whisper", "announce", "declare", "swear", "suggest", "ask", "assume", "suspect", "complain", "text", "be like", "scream", "respond", "quote", "sing"])
        .Select(Verbs.Lemma), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Believing = WordLists.Of("convinced sure certain adamant positive");

    // What a doctor says of one's health is taken as so.
    private static readonly FrozenSet<string> Authorities = WordLists.Of("doctor dr dentist vet physio physiotherapist consultant surgeon nurse midwife optician audiologist podiatrist mri therapist cardiologist allergist dermatologist physician gp pediatrician paediatrician nutritionist dietitian scan ultrasound x-ray bloods results result");

    /// <summary>Whether a clause about somebody else only tells what they say.</summary>
    public static bool IsReport(Clause clause, VerbPhrase verb) =>
        !(verb.Main > 0 && !verb.Progressive && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower) && verb.Lemma != "convinc") &&
        (Saying.Contains(verb.Lemma) || (verb.Lemma is "be" or "convinc" && TokenSpans.Contains(clause.Tokens, "that") && TokenSpans.ContainsAny(clause.Tokens.AsSpan(verb.Main), Believing)) || (verb.Lemma is "keep" or "continu" or "start" && clause.Rest.Length > 0 && Saying.Contains(Verbs.Lemma(clause.Rest[0].Lower)))) && !TokenSpans.ContainsAny(clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart), Authorities);

    /// <summary>Whether the speaker only passes on what they heard or read.</summary>
    public static bool IsHearsay(Clause clause, VerbPhrase verb)
    {
        var rest = clause.Rest;
        var next = rest.Length > 0 ? rest[0].Lower : "";
        return verb.Lemma switch
        {
            "hear" or "read" => next is "that" or "about" or "somewhere" or "it" or "the" or "people",
            "tell" or "text" or "shout" or "write" or "yell" when TokenSpans.Contains(rest, "\"") => true,
            "tell" or "told" => clause.Tokens[..verb.Main].Any(token => token.Lower is "was" or "were" or "been" or "am") && next is "that" or "i",
            "think" or "assum" or "believ" or "suppos" when verb.Tense == Tense.Past && !verb.Progressive && !verb.Perfect => true,
            "quote" => true,
            "say" => true,
            _ => false,
        };
    }
}
