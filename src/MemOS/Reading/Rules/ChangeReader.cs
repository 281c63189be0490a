using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Finds what a statement says is over, called off or put at another time: "I had to cancel the Berlin marathon", "we sold the
/// Volvo", "the wedding fell through". The statement that told of it is then superseded, whatever its words were.
/// </summary>
internal static class ChangeReader
{
    private static readonly IReadOnlySet<string> Stops = WordLists.Of("because since so but as when while after before until till to by last next this today yesterday tomorrow on and early outright instead due again already back from forward yet completely altogether");

    private static readonly IReadOnlySet<string> Turns = WordLists.Of("become switch promote move shift push postpone reschedule delay slip raise increase lower reduce cut up bump double trade swap replace retrain transfer upgrade downgrade rename shrink rise stretch change settle elect appoint remortgage refinance rebook rename rehome relocate reelect redecorate repaint").Select(Verbs.Lemma).Append("becom").ToHashSet(StringComparer.Ordinal);

    private static readonly IReadOnlySet<string> Mended = WordLists.Of("fixed repaired mended replaced serviced sorted");

    private static readonly IReadOnlySet<string> Abstained = WordLists.Of("touch smoke drink eat run jog drive play gamble vape swim cycle").Select(Verbs.Lemma).ToHashSet(StringComparer.Ordinal);

    private static readonly IReadOnlySet<string> Signs = WordLists.Of("now nowadays lately anymore currently actually no finally recently instead become became promoted switched changed moved");

    /// <summary>The words for what is over; <see langword="null"/> when the clause ends nothing.</summary>
    public static string? Ends(Clause clause, VerbPhrase verb, MessageTimes times) =>
        EndedBy(clause, verb, times) ?? (clause.Subject == SubjectKind.Speaker && verb is { Tense: Tense.Past, Negated: false, Modal: "", Formerly: false } ? EndedByLast(clause, verb, times) : null);

    // "Exported the lot to Bitwarden and nuked the LastPass account": what was done last.
    private static string? EndedByLast(Clause clause, VerbPhrase verb, MessageTimes times)
    {
        var and = Array.FindLastIndex(clause.Tokens, token => token.Lower == "and");
        if (and <= verb.Main || and + 2 >= clause.Tokens.Length || !Verbs.IsPast(clause.Tokens[and + 1].Lower))
        {
            return null;
        }

        var self = clause.Tokens[and].Reworded("I");
        return ClauseAnalyzer.Analyze([self, .. clause.Tokens[(and + 1)..]], clause.InQuestion, clause.IsLast, []) is { Subject: SubjectKind.Speaker, Verb: { Lemma: not ("leav" or "clos" or "drop" or "stop" or "finish" or "skip" or "return" or "lose" or "los") } last } done ? EndedBy(done, last, times) : null;
    }

    private static string? EndedBy(Clause clause, VerbPhrase verb, MessageTimes times)
    {
        // "The trip didn't happen".
        if (verb is { Negated: true, Lemma: "happen" } && clause.Subject is SubjectKind.Possession or SubjectKind.Other)
        {
            return Phrase(clause, clause.SubjectStart, clause.SubjectEnd, times, isSubject: true);
        }

        // "Haven't touched a cigarette in three weeks", "haven't smoked since May".
        if (verb is { Negated: true, Perfect: true } && clause.Subject == SubjectKind.Speaker && Abstained.Contains(verb.Lemma) && Array.FindIndex(clause.Tokens, verb.Main, token => token.Lower is "in" or "for" or "since") is > 0 and var span && span + 1 < clause.Tokens.Length && times.Any(clause.Tokens[span + 1].Start, clause.Tokens[^1].End))
        {
            return Phrase(clause, span > verb.Main + 1 ? verb.Main + 1 : verb.Main, span, times);
        }

        // "We no longer own the Skoda", "I don't drive the van any more".
        if (clause.Subject == SubjectKind.Speaker && Held.Contains(verb.Lemma) && verb.Tense == Tense.Present && (verb.Lemma != "have" || TokenSpans.ContainsAny(clause.Rest, Owned)) && NoLonger(clause, verb) is { } last)
        {
            return Phrase(clause, verb.Main + 1, last, times);
        }

        // "Noor and I aren't together any more".
        if (clause.Subject == SubjectKind.Possession && verb is { Negated: true, Lemma: "be", Tense: Tense.Present } && clause.SubjectEnd - clause.SubjectStart == 3 && clause.Tokens[clause.SubjectEnd - 1].Lower == "i" && clause.Rest is [{ Lower: "together" }] or [{ Lower: "together" }, { Lower: "anymore" or "now" }] or [{ Lower: "together" }, { Lower: "any" }, { Lower: "more" or "longer" }])
        {
            return clause.Tokens[clause.SubjectStart].Lower;
        }

        if (verb.Negated || verb.Formerly || verb.Modal is "would" or "might" or "may" or "could" or "should")
        {
            return null;
        }

        // "My last day at Siemens was Friday".
        if (clause.Subject == SubjectKind.Possession && verb.Lemma == "be" && clause.Tokens[verb.Main].Lower == "was" && clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart) is [{ Lower: "my" or "our" }, { Lower: "last" or "final" }, { Lower: "day" }, { Lower: "at" or "with" }, _, ..] && clause.Rest.Length is > 0 and < 4 && (clause.Rest[0].Lower is "on" or "yesterday" or "today" or "last" || times.Any(clause.Rest[0].Start, clause.Rest[0].End)))
        {
            return Phrase(clause, clause.SubjectStart + 4, clause.SubjectEnd, times);
        }

        // "Noor left me".
        if (clause.Subject is SubjectKind.Person or SubjectKind.Possession && verb is { Tense: Tense.Past, Lemma: "leav" or "leave" or "dump" } && clause.Rest is [{ Lower: "me" or "us" }])
        {
            return Phrase(clause, clause.SubjectStart, clause.SubjectEnd, times, isSubject: true);
        }

        // "…, so no more long distance".
        if (TokenSpans.IndexOf(clause.Tokens, ["no", "more"]) is > 0 and var gone && gone + 2 < clause.Tokens.Length && clause.Tokens[gone + 2].Lower is not ("than" or "for"))
        {
            return Phrase(clause, gone + 2, clause.Tokens.Length, times);
        }

        // "…, so no Crete".
        if (clause.Tokens is [.., { Lower: "so" }, { Lower: "no" }, { IsCapitalised: true } given] )
        {
            return given.Lower;
        }

        // "Signed up for the half marathon rather than the 10k".
        if (clause.Subject == SubjectKind.Speaker && (TokenSpans.IndexOf(clause.Rest, ["rather", "than"]) is > 0 and var other ? other : TokenSpans.IndexOf(clause.Rest, ["instead", "of"])) is > 0 and var instead && verb.Main + 3 + instead < clause.Tokens.Length && !Verbs.IsGerund(clause.Tokens[verb.Main + 3 + instead].Lower))
        {
            return Phrase(clause, verb.Main + 3 + instead, clause.Tokens.Length, times);
        }

        // "Bought a Miele to replace the Bosch".
        if (clause.Subject == SubjectKind.Speaker && verb is { Tense: Tense.Past, Lemma: "get" or "buy" or "order" or "purchas" or "purchase" } && !TokenSpans.ContainsAny(clause.Rest, Means) && TokenSpans.IndexOf(clause.Tokens, ["to", "replace"]) is > 0 and var replaced && replaced + 2 < clause.Tokens.Length)
        {
            return Phrase(clause, replaced + 2, clause.Tokens.Length, times);
        }

        // "Gave the guitar to my niece".
        if (clause.Subject == SubjectKind.Speaker && verb is { Lemma: "give" or "pass", Tense: Tense.Past } && clause.Rest is [{ Lower: "the" or "my" or "our" }, _, _, ..] or [{ IsCapitalised: true }, _, ..] && Array.FindIndex(clause.Tokens, verb.Main + 2, token => token.Lower == "to") is > 0 and var receiver && receiver - verb.Main < 6)
        {
            return Phrase(clause, verb.Main + 1, clause.Tokens[receiver - 1].Lower == "on" ? receiver - 1 : receiver, times);
        }

        // "Got the screen fixed", "fixed the tap".
        if (clause.Subject == SubjectKind.Speaker && verb.Tense == Tense.Past && clause.Rest is [{ Lower: "the" or "my" or "our" }, _, ..] && (verb.Lemma is "fix" or "repair" or "mend" || (verb.Lemma is "get" or "have" && TokenSpans.ContainsAny(clause.Rest, Mended))))
        {
            return Phrase(clause, verb.Main + 1, Array.FindIndex(clause.Tokens, verb.Main, token => Mended.Contains(token.Lower)) is > 0 and var mended && mended > verb.Main ? mended : clause.Tokens.Length, times);
        }

        // "The plumber fixed the boiler".
        if (clause.Subject is SubjectKind.Other or SubjectKind.Possession or SubjectKind.Person or SubjectKind.PersonPronoun && verb is { Tense: Tense.Past, Lemma: "fix" or "repair" or "mend" } && clause.Rest is [{ Lower: "the" or "my" or "our" }, _, ..])
        {
            return Phrase(clause, verb.Main + 1, clause.Tokens.Length, times);
        }

        if (Births.Tells(clause, verb))
        {
            return Births.Ends;
        }

        if (clause is { Subject: SubjectKind.Speaker } && (verb is { Lemma: "graduat" } && clause.Rest is not [{ Lower: "from" }, ..] || (verb is { Lemma: "drop", Tense: Tense.Past } && clause.Rest is [{ Lower: "out" }, ..] and not [_, { Lower: "of" }, ..])))
        {
            return "study";
        }

        // "Caleb and I are done", "Tom and I called it quits".
        if (clause.Subject == SubjectKind.Possession && clause.Tokens[clause.SubjectEnd - 1].Lower == "i" && clause.SubjectEnd - clause.SubjectStart == 3 &&
            (verb.Lemma is "split" or "separ" or "divorc" || clause.Rest is [{ Lower: "up" or "done" or "over" or "through" or "finished" or "history" or "off" }, ..] or [{ Lower: "it" or "things" }, { Lower: "off" }, ..] || TokenSpans.Contains(clause.Rest, "quits") || TokenSpans.IndexOf(clause.Rest, ["it", "a", "day"]) >= 0 || clause.Tokens[verb.Main].Lower is "done" or "over" or "finished" or "through"))
        {
            return clause.Tokens[clause.SubjectStart].Lower;
        }

        // "Was taken off lisinopril".
        if (clause.Subject == SubjectKind.Speaker && verb.Lemma == "take" && verb.Main > 0 && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower) && clause.Rest is [{ Lower: "off" }, { Kind: TokenKind.Word }, ..])
        {
            return Phrase(clause, verb.Main + 2, clause.Tokens.Length, times);
        }

        // "Mum passed on Sunday night, quietly": of a person, without a thing that is passed.
        if (verb is { Lemma: "pass", Tense: Tense.Past, Negated: false } && (clause.Rest is [{ Lower: "peacefully" or "quietly" or "suddenly" }, ..] && TokenSpans.ContainsAny(clause.Tokens.AsSpan(0, verb.Main), WordLists.Kin) || (clause.Rest is [{ Lower: "on" }, { IsCapitalised: true }, ..] && TokenSpans.ContainsAny(clause.Tokens.AsSpan(0, verb.Main), Elders))))
        {
            return Phrase(clause, clause.SubjectStart, clause.SubjectEnd, times, isSubject: true);
        }

        // "Switched dentists": the one there was is not the one any more.
        if (clause.Subject == SubjectKind.Speaker && verb is { Tense: Tense.Past, Lemma: "switch" or "chang" or "swap" } && clause.Rest is [{ Kind: TokenKind.Word }] or [{ Kind: TokenKind.Word }, { IsWord: false }, ..] && Served.Contains(clause.Rest[0].Lower))
        {
            return clause.Rest[0].Lower;
        }

        // "We lost Pumpkin in the summer".
        if (clause.Subject == SubjectKind.Speaker && verb is { Lemma: "lose", Tense: Tense.Past } && clause.Rest is [{ IsCapitalised: true } lost, ..] && !times.Any(lost.Start, lost.End))
        {
            return lost.Lower;
        }

        // "We had Dexter put to sleep", "had my braces taken off", "let my membership lapse", "shaved the beard off".
        if ((clause.Subject == SubjectKind.Speaker || clause.Tokens[clause.SubjectStart].Lower == "they") && (verb.Tense == Tense.Past || verb.Lemma == "let") && Parting(clause, verb) is > 0 and var parted)
        {
            return Phrase(clause, verb.Main + 1, parted, times);
        }

        if (clause.Subject == SubjectKind.Speaker)
        {
            return Debt(clause, verb) ?? After(EndingPhrases.OfObjects, clause, verb, times);
        }

        if (verb.Tense == Tense.Past && After(EndingPhrases.OfOthers, clause, verb, times) is { } withdrawn)
        {
            return withdrawn;
        }

        // "Drops out each evening" ends nothing; "closes in May" does.
        if (clause.Subject is SubjectKind.Possession or SubjectKind.Other or SubjectKind.Person && (verb.Tense != Tense.Present || verb.Progressive || verb.Perfect || Verbs.IsBe(clause.Tokens[verb.Main].Lower) || (verb.Main > 0 && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower)) || times.Of(clause) is not null))
        {
            if (ComesBack(clause, verb))
            {
                return null;
            }

            // "Has gone", and nothing behind it.
            if (verb is { Lemma: "go", Perfect: true } && (clause.Rest.Length == 0 || !clause.Rest[0].IsWord))
            {
                return Phrase(clause, clause.SubjectStart, clause.SubjectEnd, times, isSubject: true);
            }

            foreach (var pattern in EndingPhrases.OfSubjects)
            {
                if ((pattern.FirstVerbs.Contains(verb.Lemma) && pattern.EndOf(clause, verb.Main + 1) >= 0) ||
                    (pattern.FirstVerbs.Contains("be") && verb.Main > 0 && (Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower) || (pattern.FirstVerbs.Contains("get") && clause.Tokens[verb.Main - 1].Lower is "got" or "get")) && pattern.EndOf(clause, verb.Main) >= 0))
                {
                    return Phrase(clause, clause.SubjectStart, clause.SubjectEnd, times, isSubject: true);
                }
            }
        }

        return null;
    }

    // Where a thing ends that is parted with, in the words that tell so behind it; -1 where it is kept.
    private static int Parting(Clause clause, VerbPhrase verb)
    {
        if (TokenSpans.ContainsAny(clause.Rest, Lent) || (clause.Rest is [{ Lower: "my" or "our" }, var whom, ..] && WordLists.Kin.Contains(whom.Lower)))
        {
            return -1;
        }

        var told = verb.Lemma switch
        {
            "have" or "get" => (string[][])[["put", "to", "sleep"], ["put", "down"], ["taken", "off"], ["taken", "out"], ["removed"], ["cut", "off"]],
            "let" when TokenSpans.ContainsAny(clause.Rest, WordLists.Kin) || TokenSpans.ContainsAny(clause.Rest, WordLists.Pets) => [],
            "let" => clause.Rest is [.., { Lower: "go" }] || TokenSpans.IndexOf(clause.Rest, ["go", ","]) > 0 ? [["go"]] : [["lapse"], ["expire"], ["run", "out"]],
            "shut" or "close" when TokenSpans.Contains(clause.Rest, "down") => [["down"]],
            "shave" or "chop" or "cut" or "take" => [["off"]],
            "whip" or "pull" when clause.Subject != SubjectKind.Speaker => [["out"], ["off"]],
            "knock" => [["on", "the", "head"]],
            "pack" or "jack" or "chuck" => [["in"]],
            "throw" or "give" or "chuck" or "put" => [["out"], ["away"], ["back"], ["down"]],
            "hand" or "send" => [["in"], ["back"], ["over"]],
            _ => [],
        };
        foreach (var words in told)
        {
            if (TokenSpans.IndexOf(clause.Rest, words) is > 0 and < 6 and var at)
            {
                return verb.Main + 1 + at;
            }
        }

        return -1;
    }

    // "Cold's gone": no name, for all its capital at the beginning of a sentence.
    private static bool IsThing(Token token) => Ills.Contains(token.Lower);

    private static readonly IReadOnlySet<string> Ills = WordLists.Of("cold cough fever flu headache migraine rash pain hangover covid swelling infection fog snow heatwave");

    // Where what one has no longer ends; null where one has it still.
    private static int? NoLonger(Clause clause, VerbPhrase verb)
    {
        if (TokenSpans.IndexOf(clause.Tokens.AsSpan(0, verb.Main), ["no", "longer"]) >= 0)
        {
            return clause.Tokens.Length;
        }

        var more = Array.FindIndex(clause.Tokens, verb.Main, static token => token.Lower is "anymore" or "any");
        return verb.Negated && more > verb.Main + 1 && (clause.Tokens[more].Lower == "anymore" || more + 1 < clause.Tokens.Length && clause.Tokens[more + 1].Lower is "more" or "longer") ? more : null;
    }

    private static readonly IReadOnlySet<string> Owned = WordLists.Of("car van phone laptop bike motorbike motorcycle boat caravan");

    private static readonly IReadOnlySet<string> Held = WordLists.Of("own have use drive ride rent keep").Select(Verbs.Lemma).ToHashSet(StringComparer.Ordinal);

    // "My last run of the holiday" is followed by another.
    private static readonly IReadOnlySet<string> Within = WordLists.Of("of before until");

    // What is got so that a thing can be replaced some day.
    private static readonly IReadOnlySet<string> Means = WordLists.Of("loan quote quotes estimate money funding approval permission voucher grant credit parts advice someone somebody plumber builder");

    private static readonly IReadOnlySet<string> Served = WordLists.Of("dentists doctors gps gyms banks schools jobs providers therapists hairdressers barbers phones cars insurers suppliers majors universities colleges nurseries vets physios coaches trainers teachers tutors landlords");

    private static readonly IReadOnlySet<string> Elders = WordLists.Of("mum mom mother mummy dad father gran granny nan nana grandma grandmother grandad granddad grandpa grandfather aunt auntie uncle husband wife");

    // What is sent in for these comes back.
    private static readonly IReadOnlySet<string> Lent = WordLists.Of("repair repairs service servicing cleaning cleaned wash washed alteration check inspection");

    // People go to their grandmother, are off with a cold or out for dinner, and come back; what is shut today opens tomorrow.
    private static bool ComesBack(Clause clause, VerbPhrase verb)
    {
        var subject = clause.Tokens.AsSpan(0, verb.Main);
        var isKin = TokenSpans.ContainsAny(subject, WordLists.Kin);

        // A lone name is a place as often as a person: "Lisbon is off" calls it off.
        var isPerson = isKin || (clause.Subject == SubjectKind.Person && !(verb.Lemma == "be" && clause.Rest is [{ Lower: "off" or "over" or "cancelled" or "canceled" }] or [{ Lower: "off" or "over" or "cancelled" or "canceled" }, { IsWord: false }, ..]) && !(clause.SubjectEnd == 1 && IsThing(clause.Tokens[0])));
        if (isPerson && ((verb.Lemma is "go" or "come" or "be" or "finish" or "run" or "wrap" || (verb.Lemma == "leav" && clause.Rest is [{ Lower: "for" or "early" or "late" or "at" }, ..])) && !TokenSpans.ContainsAny(clause.Rest, Gone)))
        {
            return true;
        }

        return verb.Lemma is "shut" or "clos" or "close" && verb.Main > 0 && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower) && !TokenSpans.ContainsAny(clause.Rest, Gone);
    }

    private static readonly IReadOnlySet<string> Gone = WordLists.Of("dead gone good down permanently forever up history");

    // What stands behind the first of the phrases that fits.
    private static string? After(PhrasePattern[] phrases, Clause clause, VerbPhrase verb, MessageTimes times)
    {
        foreach (var pattern in phrases)
        {
            if (pattern.FirstVerbs.Contains(verb.Lemma) && pattern.EndOf(clause, verb.Main + 1) is var at && at >= 0 && !(clause.Tokens[at - 1].Lower == "new" && IsAnotherOne(clause, at)) && !(clause.Tokens[at - 1].Lower is "last" or "final" && TokenSpans.ContainsAny(clause.Rest, Within)))
            {
                return Phrase(clause, at, clause.Tokens.Length, times);
            }
        }

        return null;
    }

    // "Paid Marc back every cent".
    private static string? Debt(Clause clause, VerbPhrase verb) =>
        verb is { Lemma: "pay", Tense: Tense.Past } && clause.Rest is [{ IsCapitalised: true } lender, { Lower: "back" }, ..] ? "owe " + lender.Lower : null;

    /// <summary>The words for what was wanted and is there now; <see langword="null"/> when the clause tells of no such thing.</summary>
    public static string? Fulfils(Clause clause, VerbPhrase verb, MessageTimes times)
    {
        // "I have the visa in my hand": no longer waited for.
        if (clause.Subject == SubjectKind.Speaker && verb is { Lemma: "have", Tense: Tense.Present, Negated: false, Modal: "" } && clause.Rest is [{ Lower: "the" }, { Kind: TokenKind.Word } held, ..])
        {
            return held.Lower;
        }

        if (clause.Subject != SubjectKind.Speaker || verb.Negated || verb.Tense != Tense.Past || verb.Modal.Length > 0)
        {
            return null;
        }

        foreach (var pattern in EndingPhrases.OfWishes)
        {
            if (pattern.FirstVerbs.Contains(verb.Lemma) && pattern.EndOf(clause, verb.Main + 1) is var at && at >= 0)
            {
                return Phrase(clause, at, clause.Tokens.Length, times);
            }
        }

        return null;
    }

    // A new pet, child or friend takes nobody's place.
    private static bool IsAnotherOne(Clause clause, int at)
    {
        foreach (var token in clause.Tokens.AsSpan(at))
        {
            if (WordLists.Pets.Contains(token.Lower) || (WordLists.Kin.Contains(token.Lower) && token.Lower is not ("boss" or "manager" or "doctor" or "dentist" or "therapist" or "coach" or "teacher" or "girlfriend" or "boyfriend" or "partner" or "roommate" or "flatmate")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of a clause's subject, for an occasion that was put at another time. "Training changed the game" moves nothing.</summary>
    public static string? Moved(Clause clause, VerbPhrase verb, MessageTimes times) =>
        (clause.Rest.Length == 0 || WordLists.Prepositions.Contains(clause.Rest[0].Lower) || clause.Rest[0].Lower is "back" or "forward" or "again" or "up" || times.Any(clause.Rest[0].Start, clause.Rest[0].End)) && clause.Subject is SubjectKind.Possession or SubjectKind.Other or SubjectKind.Person && verb.Lemma is "move" or "put" or "push" or "reschedul" or "postpon" or "delay" or "shift" or "bring" or "chang" or "slip" or "extend" ? Phrase(clause, clause.SubjectStart, clause.SubjectEnd, times, isSubject: true) : null;

    /// <summary>Whether a clause says by its words that something is otherwise than before.</summary>
    public static bool IsChange(Clause clause, VerbPhrase verb) =>
        clause.Corrects || (clause.Tokens[0].Lower == "since" && clause.SubjectStart > 1 && verb is { Tense: Tense.Present }) || TokenSpans.ContainsAny(clause.Tokens, Signs) || TokenSpans.IndexOf(clause.Tokens, ["any", "more"]) >= 0 || TokenSpans.IndexOf(clause.Tokens, ["these", "days"]) >= 0 || TokenSpans.IndexOf(clause.Tokens, ["after", "all"]) >= 0 ||
        Turns.Contains(verb.Lemma) || (verb.Lemma is "go" or "move" && clause.Rest is [{ Lower: "over" or "back" or "up" or "down" }, ..]) || (verb.Lemma is "put" && TokenSpans.Contains(clause.Rest, "up")) || TokenSpans.IndexOf(clause.Tokens, ["from", "this"]) >= 0 || TokenSpans.IndexOf(clause.Tokens, ["this", "season"]) >= 0 || TokenSpans.IndexOf(clause.Tokens, ["this", "term"]) >= 0 || TokenSpans.IndexOf(clause.Tokens, ["this", "semester"]) >= 0 || (verb.Lemma is "start" or "begin" && clause.Rest.Length > 1 && Verbs.IsGerund(clause.Rest[0].Lower)) || TokenSpans.IndexOf(clause.Tokens, ["rather", "than"]) >= 0 || TokenSpans.IndexOf(clause.Tokens, ["as", "of"]) >= 0 || TokenSpans.IndexOf(clause.Tokens, ["down", "to"]) >= 0 || TokenSpans.IndexOf(clause.Tokens, ["up", "to"]) >= 0;

    private static string? Phrase(Clause clause, int from, int to, MessageTimes times, bool isSubject = false)
    {
        var words = new List<string>();
        for (var i = from; i < to; i++)
        {
            var token = clause.Tokens[i];
            if (!token.IsWord || (token.Lower == "at" && i + 2 < to && clause.Tokens[i + 1].Lower == "the" && clause.Tokens[i + 2].Lower == "weekend") || (token.Lower == "for" && i + 1 < to && clause.Tokens[i + 1].Lower is "good" or "ever" or "now") || (i > from && !isSubject && token.Lower is "for" or "with" && clause.Verb?.Lemma is "sell" or "scrap" or "return" or "ditch" or "drop" or "swap" or "trade" or "replac" or "exchang" or "leav" or "abandon") || (i > from && Stops.Contains(token.Lower) && !IsDestination(clause.Tokens, i, to, times)) || times.Any(token.Start, token.End))
            {
                if (words.Count > 0)
                {
                    break;
                }

                continue;
            }

            // "The LastPass account", "my Zumba class": the name tells which.
            if (words.Count > 0 && token.Lower is "account" or "accounts" or "code" or "subscription" or "membership" or "app" or "class" or "classes" or "tablets" or "shares" or "licence" or "license" or "workspace" or "contract" or "debit" or "direct" or "one" or "plan" or "game" or "project" && clause.Tokens[i - 1] is { IsCapitalised: true, Lower: not "i" })
            {
                continue;
            }

            if (token.Lower is not ("my" or "our" or "the" or "a" or "an") && !(words.Count == 0 && token.Lower is "all" or "both" or "of" or "every" or "last"))
            {
                words.Add(token.Lower);
            }
        }

        while (words.Count > 1 && WordLists.Prepositions.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count is 0 or > 8 || words is ["it" or "them" or "that" or "this" or "those" or "these"] ? null : string.Join(' ', words);
    }

    // "The trip to Rome": the place belongs to the trip; "to September" does not.
    private static bool IsDestination(Token[] tokens, int i, int to, MessageTimes times) =>
        tokens[i].Lower is "to" or "from" && i + 1 < to && tokens[i + 1].IsCapitalised && !times.Any(tokens[i + 1].Start, tokens[i + 1].End);
}
