using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>What has to be so beside a pattern of <see cref="SlotVocabulary"/> for its words to fill the slot.</summary>
internal static class SlotConditions
{
    /// <summary>Whether words fill a slot: what fills these is told by its last word, or by a name: "on the payments team", "on the night shift", "goes to St Brendan's".</summary>
    public static bool Hold(SlotRule rule, Clause clause, VerbPhrase verb, string value) => rule.Slot switch
    {
        "team" => Teams.Contains(value[(value.LastIndexOf(' ') + 1)..]),
        "shift" => value.Length == 0 || Shifts.Contains(value[(value.LastIndexOf(' ') + 1)..]),
        "school" when rule.Pattern.FirstVerbs is ["go"] && value.Length > 0 => verb is { Tense: Tense.Present, Progressive: false } && IsSchool(clause, verb, value),
        // "I'm seeing a physiotherapist" is an appointment.
        "relationship" when verb.Lemma == "see" => clause.Rest is [{ IsCapitalised: true }, ..] or [{ Lower: "someone" or "somebody" or "him" or "her" }, ..] or [_, { Lower: "guy" or "girl" or "man" or "woman" or "boy" }, ..],
        "club" => value.Length > 0 && Array.FindIndex(clause.Tokens, verb.Main, token => token.Lower is "for" or "with") is > 0 and var club && club + 1 < clause.Tokens.Length && clause.Tokens[club + 1].IsCapitalised,
        // "I have a Pixel Watch" is no phone, and "I used a Redmi" none any more.
        "phone" when verb.Lemma is "have" or "own" or "use" or "be" => verb is { Tense: Tense.Present, Negated: false, Modal: "" } && Array.FindIndex(clause.Tokens, verb.Main, token => token.Lower == value) is >= 0 and var brand && EndsAt(clause.Tokens, brand),
        "car" when verb.Lemma is "have" or "own" => verb is { Tense: Tense.Present, Negated: false, Modal: "" } && Array.Exists(clause.Tokens, token => token.Lower == value && token.IsCapitalised || token.Text == value && clause.Tokens[0].Text == clause.Tokens[0].Lower) && !TokenSpans.ContainsAny(clause.Rest, NoCars) && EndsAt(clause.Tokens, Array.FindIndex(clause.Tokens, token => token.Lower == value)),

        // "I did not become a shepherd" is no news of what one is.
        "job" when verb is { Negated: true, Tense: Tense.Past } && verb.Lemma is "becom" or "become" => false,

        // "I retired Jenkins" ends what it names.
        "job" when verb.Lemma == "retir" => clause.Rest.Length == 0 || !clause.Rest[0].IsWord || WordLists.Prepositions.Contains(clause.Rest[0].Lower) || VerbPhrase.IsAdverb(clause.Rest[0].Lower) || clause.Rest[0].Lower is "last" or "this" or "yesterday" or "today" or "early" or "now" or "and" or "two" or "three" or "a" or "when" or "because" or "so" or "due" or "earlier" or "recently" or "next" or "and" or "but",
        "household" when verb.Lemma == "share" => TokenSpans.Contains(clause.Rest, "flat") || TokenSpans.Contains(clause.Rest, "house") || TokenSpans.Contains(clause.Rest, "apartment") || TokenSpans.Contains(clause.Rest, "room") || TokenSpans.Contains(clause.Rest, "place"),

        // "I live with diabetes" tells of nobody.
        "household" when value != "alone" && rule.Value is null => clause.Rest.Length > 1 && (clause.Rest[1].Lower is "my" or "our" or "two" or "three" or "four" or "five" or "flatmates" or "roommates" or "friends" || clause.Rest[1].IsCapitalised),
        "name" when verb.Lemma == "answer" => verb.Main + 2 < clause.Tokens.Length && clause.Tokens[verb.Main + 2].IsCapitalised,
        // "I'm working at my cousin's wedding on Saturday" is no employment.
        "employer" when TokenSpans.ContainsAny(clause.Rest, WordLists.Occasions) && clause.Rest is [{ Lower: "at" or "for" }, ..] => false,
        "name" when verb.Lemma == "go" => verb.Main + 2 < clause.Tokens.Length && clause.Tokens[verb.Main + 2].IsCapitalised,
        // "I'm a 34 year old nurse" tells what one is, too.
        "age" when verb.Lemma == "be" && clause.Rest is [{ Lower: "a" or "an" }, ..] => !Array.Exists(clause.Rest.ToArray(), static token => WordClasses.IsJob(token.Lower)) && clause.Subject != SubjectKind.Other,
        "age" when TokenSpans.Contains(clause.Rest, "again") || TokenSpans.Contains(clause.Rest, "when") => false,
        "employer" when verb.Lemma == "be" && clause.Rest is [{ Lower: "on" or "in" or "behind" }, { Lower: "the" }, ..] => verb.Perfect && clause.Tokens[Array.FindIndex(clause.Tokens, verb.Main, token => token.Lower == "at") + 1].IsCapitalised,
        "employer" when Occupations.Contains(verb.Lemma) => Array.FindIndex(clause.Tokens, verb.Main, token => token.Lower is "at" or "for") is > 0 and var at && at + 1 < clause.Tokens.Length && clause.Tokens[at + 1].IsCapitalised && !WordLists.Weekdays.Contains(clause.Tokens[at + 1].Lower) && !clause.Tokens[at + 1].Lower.EndsWith("'s", StringComparison.Ordinal),
        _ => true,
    };

    // "A Tesla wall box", "a Pixel Watch": the make alone, or with its model, is the thing.
    private static bool EndsAt(Token[] tokens, int make)
    {
        var next = make + 1;
        while (next < tokens.Length && tokens[next].IsWord && (tokens[next].IsCapitalised || tokens[next].Text.Any(char.IsAsciiDigit)) && !Accessories.Contains(tokens[next].Lower))
        {
            next++;
        }

        return next >= tokens.Length || !tokens[next].IsWord || tokens[next].Lower is "now" or "and" or "but" or "with" or "from" or "since" or "too" or "at" or "in" or "these" or "instead" or "as" or "because" or "so" or "which" or "that" or "pro" or "mini" or "max" or "lite" or "plus";
    }

    private static readonly IReadOnlySet<string> Accessories = WordLists.Of("watch buds tab tablet book slate ring case charger earbuds");
    private static readonly IReadOnlySet<string> NoCars = WordLists.Of("bike motorcycle motorbike scooter jacket mower keyboard piano generator engine sewing bank customer client appointment meeting interview");
    private static readonly IReadOnlySet<string> Teams = WordLists.Of("team squad crew department division unit desk");
    private static readonly IReadOnlySet<string> Shifts = WordLists.Of("shift shifts rota nights earlies lates");
    private static readonly IReadOnlySet<string> Schools = WordLists.Of("primary academy high grammar nursery kindergarten gymnasium prep montessori juniors infants elementary school college");
    private static readonly IReadOnlySet<string> Occupations = WordLists.Of("do run manage teach lead handle head oversee drive cook code design clean serve write").Select(Verbs.Lemma).ToHashSet(StringComparer.Ordinal);

    // A child goes to what has a name; others to what is called a school.
    private static bool IsSchool(Clause clause, VerbPhrase verb, string value)
    {
        if (!(verb.Main + 2 < clause.Tokens.Length && (clause.Tokens[verb.Main + 2].IsCapitalised || clause.Tokens[verb.Main + 2].Lower == "the")))
        {
            return false;
        }

        var isChild = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart) is var subject && TokenSpans.ContainsAny(subject, Children);
        var behind = verb.Main + 2 + value.Split(' ').Length;
        return Schools.Contains(value[(value.LastIndexOf(' ') + 1)..]) || (isChild && clause.Tokens[verb.Main + 2].IsCapitalised && (behind >= clause.Tokens.Length || clause.Tokens[behind].Lower is "and" or "now" or "in"));
    }

    private static readonly IReadOnlySet<string> Children = WordLists.Of("son sons daughter daughters kid kids child children grandson granddaughter grandchildren twins twin niece nephew boy girl");
}
