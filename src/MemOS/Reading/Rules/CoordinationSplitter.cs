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
            if (clause.Tokens[i].Lower == "," && Appended(clause, verb, i) is { } appended)
            {
                return (clause with { Tokens = clause.Tokens[..i], IsLast = false }, appended);
            }

            if (clause.Tokens[i].Lower is not ("and" or "but") || Second(clause, verb, i + 1) is not { Verb: { } other } second)
            {
                continue;
            }

            var end = clause.Tokens[i - 1].Lower == "," ? i - 1 : i;
            end -= clause.Tokens[end - 1].Lower is "btw" or "though" or "tho" ? 1 : 0;
            var first = clause with { Tokens = clause.Tokens[..end], IsLast = false };
            if (SlotOf(second) is { } gained)
            {
                // Two values of one attribute belong together: parted, the second would take the first one's place.
                if (SlotOf(first) is { } told && told != gained)
                {
                    return (first, second);
                }

                if (other.Tense == verb.Tense)
                {
                    // "We sold the flat and moved to Braga": where one lives now is told by itself, unless a time stands before both.
                    // "I left the hospital and became a baker": so is what one is.
                    if (gained is "job" or "employer" && other.Lemma is "becom" or "become" or "join" or "start" && verb is { Tense: Tense.Past, Negated: false } && Ceases(first, verb))
                    {
                        return (first, second);
                    }

                    return gained == "home" && other.Lemma is "move" or "reloc" or "relocat" or "emigrat" or "settl" && verb is { Tense: Tense.Past, Negated: false } && clause.SubjectStart == 0 && SlotOf(first) is null && !OpensInfinitive(first, verb) && !TokenSpans.ContainsAny(clause.Tokens, Undone) ? (first, second) : null;
                }
            }

            // "Finished the parser yesterday and will start on the rules tomorrow": what is done, and what is to come.
            if (verb is { Tense: Tense.Past, Negated: false } && other is { Tense: Tense.Future })
            {
                return (first, second);
            }

            return IsNamed(second, verb) || IsTwofold(first, verb, second, other) ? (first, second) : null;
        }

        return null;
    }

    // "I drive to work now, passed my test in March": what was done, behind what is so. "I do the firmware, sitting in Kiel": where.
    private static Clause? Appended(Clause clause, VerbPhrase verb, int comma)
    {
        var word = clause.Tokens[comma + 1];
        var next = comma + 2 < clause.Tokens.Length ? clause.Tokens[comma + 2] : default;
        Token[] behind = clause.Tokens[(comma + 1)..];
        var isSpeaker = clause.Subject == SubjectKind.Speaker;

        // "I've quit Harrow & Pell, starting at Larkspur in January": what comes next.
        if (isSpeaker && next.Text is not null && !verb.Negated && verb.Tense == Tense.Past && word.Lower is "starting" or "joining" or "beginning" or "moving" && next.Lower is "at" or "with" or "as" or "to" or "a" or "the" or "my" or "in" && !OpensInfinitive(clause with { Tokens = clause.Tokens[..comma] }, verb))
        {
            return ClauseAnalyzer.Analyze([Self with { Start = word.Start, End = word.Start }, word.Reworded("am") with { Spaced = true }, .. behind], clause.InQuestion, clause.IsLast, []);
        }

        // "Love westerns, hate anything with romance": the other taste.
        if (isSpeaker && next.Text is not null && verb is { Negated: false, Tense: Tense.Present } && word.Lower is "hate" or "love" or "dislike" or "detest" or "adore" && word.Lower != clause.Tokens[verb.Main].Lower && PreferenceReader.Read(clause with { Tokens = clause.Tokens[..comma] }, verb) is not null)
        {
            return ClauseAnalyzer.Analyze([Self with { Start = word.Start, End = word.Start }, .. behind], clause.InQuestion, clause.IsLast, []);
        }

        if (next.Text is null || verb.Negated || verb.Tense != Tense.Present || Array.Exists(clause.Tokens[..comma], static token => token.Lower is "if" or "when" or "because"))
        {
            return null;
        }

        var isDone = isSpeaker && word.Lower is not "been" && Verbs.IsPast(word.Lower) && !Verbs.IsBase(word.Lower) && next.Lower is "my" or "our" or "the" or "a" or "an";
        var isPlace = word.Lower is "based" or "living" or "located" && next.Lower is "in" or "near" or "outside" && comma + 3 < clause.Tokens.Length && clause.Tokens[comma + 3].IsCapitalised && !Verbs.IsBe(clause.Tokens[verb.Main].Lower);
        Token[] copula = isPlace ? [word.Reworded(isSpeaker ? "am" : "is") with { Spaced = true }] : [];
        Token[] subject = isSpeaker ? [Self] : clause.Tokens[clause.SubjectStart..clause.SubjectEnd];
        return isDone || isPlace ? ClauseAnalyzer.Analyze([.. subject.Select(token => token with { Start = word.Start, End = word.Start }), .. copula, .. behind], clause.InQuestion, clause.IsLast, []) : null;
    }

    // "I sold the Octavia and drive a Niro now", "I have a Spotify subscription and listen to jazz": what ceased and what holds, or two
    // things that hold, of which one may cease without the other. What happened in a row stays one statement.
    private static bool IsTwofold(Clause first, VerbPhrase verb, Clause second, VerbPhrase other)
    {
        const int LeastWords = 2;
        if (second.Tokens.Length - other.Main < LeastWords || first.Rest.Length == 0 || OpensInfinitive(first, verb))
        {
            return false;
        }

        return verb.Tense == Tense.Past
            ? other.Tense == Tense.Present ? Ceases(first, verb) || TokenSpans.ContainsAny(second.Tokens, Present) : Ceases(first, verb) && other.Tense == Tense.Past
            : verb is { Tense: Tense.Present, Progressive: false } && other is { Tense: Tense.Present, Progressive: false } && !Verbs.IsBe(second.Tokens[other.Main].Lower);
    }

    private static bool IsNamed(Clause second, VerbPhrase verb) => second.Verb is { } has && has.Lemma == verb.Lemma && verb.Lemma is "have" or "own" or "keep" && CalledIn(second.Rest) > 0;

    // Where somebody is named, in the few words behind a verb; -1 where nobody is.
    private static int CalledIn(ReadOnlySpan<Token> tokens)
    {
        const int Reach = 6;
        for (var i = 1; i + 1 < tokens.Length && i < Reach && tokens[i].IsWord; i++)
        {
            if (tokens[i].Lower is "called" or "named" && tokens[i + 1].IsCapitalised)
            {
                return i;
            }
        }

        return -1;
    }

    private static readonly IReadOnlySet<string> Present = WordLists.Of("now nowadays currently these today");

    private static readonly IReadOnlySet<string> Undone = WordLists.Of("never not nearly almost if");

    private static bool Ceases(Clause first, VerbPhrase verb) => ChangeReader.Ends(first, verb, new MessageTimes("", default)) is not null;

    // "Like to cook and bake", "helped him pack and move": the second verb hangs on the first.
    private static bool OpensInfinitive(Clause first, VerbPhrase verb) =>
        first.Tokens.AsSpan(verb.Main) is var rest && (TokenSpans.Contains(rest, "to") && Array.FindIndex(first.Tokens, verb.Main, token => token.Lower == "to") is var to && to + 1 < first.Tokens.Length && Verbs.IsBase(first.Tokens[to + 1].Lower) || verb.Lemma is "help" or "make" or "let" or "see" or "watch" or "hear" or "go" or "come" or "try" or "can");

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
        // "We use Bazel and Go 1.22": a name.
        if (clause.Tokens[start] is { IsCapitalised: true, Lower: not "i" })
        {
            return null;
        }

        var goesOn = (word == "will" && verb.Tense == Tense.Past && start + 1 < clause.Tokens.Length && Verbs.IsBase(clause.Tokens[start + 1].Lower)) || (verb.Tense == Tense.Past && Verbs.IsPast(word)) || (isSpeaker ? Verbs.IsBase(word) || word is "have" or "am" or "do" : Verbs.IsThirdPerson(word) || word is "has" or "is" or "does");
        var copula = Verbs.IsBe(clause.Tokens[verb.Main].Lower) ? verb.Main : verb.Main > 0 && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower) ? verb.Main - 1 : -1;
        // "Has 36 sheep, and one sheepdog called Fly".
        var named = verb is { Lemma: "have" or "own" or "keep", Tense: Tense.Present, Negated: false } && WordLists.Determiners.Contains(word) && CalledIn(clause.Tokens.AsSpan(from)) > 0;
        if (!goesOn && !named && (copula < 0 || verb.Negated || verb.Tense == Tense.Past || (verb.Progressive && !Verbs.IsGerund(word)) || WordLists.Determiners.Contains(word)))
        {
            return null;
        }

        var place = clause.Tokens[from].Start;
        Token[] subject = isSpeaker ? [Self] : clause.Tokens[clause.SubjectStart..clause.SubjectEnd];
        Token[] opening = goesOn ? subject : named ? [.. subject, clause.Tokens[verb.Main] with { Spaced = true }] : [.. subject, clause.Tokens[copula] with { Spaced = true }];
        return ClauseAnalyzer.Analyze([.. opening.Select(token => token with { Start = place, End = place }), .. clause.Tokens[from..]], clause.InQuestion, clause.IsLast, []);
    }

    // The attribute that a half fills, or its taste; null when it tells neither.
    private static string? SlotOf(Clause clause) =>
        clause.Verb is not { } verb ? null
        : AttributeReader.Read(clause, verb, "user") is { Slot: { } slot } ? slot
        : (clause.Subject == SubjectKind.Speaker ? PreferenceReader.Read(clause, verb) : PreferenceReader.ReadOfOthers(clause, verb)) is { Topic: { Length: > 0 } topic } ? SlotVocabulary.LikesPrefix + topic : null;
}
