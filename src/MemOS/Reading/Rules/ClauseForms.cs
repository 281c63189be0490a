using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Puts clauses into the form that the readers know: with the subject of the clause before, in the passive, as what a changed thing is now.</summary>
internal static class ClauseForms
{
    /// <summary>"She's coeliac and can't have garlic": what goes on without a subject of its own goes on about hers.</summary>
    public static Clause OfSameSubject(Clause clause, Token[] tokens, Token[] before, IReadOnlyList<string> names)
    {
        // "I have no pets, don't smoke": no order, behind what the speaker has.
        if (clause is { Verb: { Negated: true, Tense: Tense.Present } } && tokens is [{ Lower: "do" } self, { Lower: "not" }, _, ..] && before is [{ Lower: "i" or "we" }, ..])
        {
            return ClauseAnalyzer.Analyze([self.Reworded("I"), .. tokens], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        if (clause is not { Subject: SubjectKind.Speaker, SubjectStart: 0, SubjectEnd: 0, Verb: not null } || tokens[0].Lower is not ("and" or "but") ||
            ClauseAnalyzer.Analyze(before, clause.InQuestion, false, names) is not { Subject: SubjectKind.Person or SubjectKind.PersonPronoun or SubjectKind.Possession, Verb: not null } first || first.SubjectEnd == first.SubjectStart)
        {
            return clause;
        }

        var place = clause.Tokens[0].Start;
        Token[] words = [.. first.Tokens[first.SubjectStart..first.SubjectEnd].Select(token => token with { Start = place, End = place }), .. clause.Tokens];
        return ClauseAnalyzer.Analyze(words, clause.InQuestion, clause.IsLast, []) ?? clause;
    }

    /// <summary>"Lena, my sister, works at the town hall": my sister Lena does.</summary>
    public static Token[] Apposed(Token[] tokens)
    {
        const int LongestAppositive = 4;

        // "Me and Noor split up": Noor and I did.
        if (tokens is [{ Lower: "me" } me, { Lower: "and" } and, _, _, ..] && PartnerEnd(tokens) is > 2 and var partner && !(Array.FindIndex(tokens, static token => token.Lower == "up") is > 0 and var up && up + 1 < tokens.Length && tokens[up + 1].IsWord))
        {
            return [tokens[2] with { Spaced = false }, .. tokens[3..partner], and, me.Reworded("I") with { Spaced = true }, .. tokens[partner..]];
        }

        if (tokens is not [{ IsCapitalised: true, Kind: TokenKind.Word } name, { Lower: "," }, { Lower: "my" or "our" } owner, _, ..] || name.Lower is "i" || WordLists.Weekdays.Contains(name.Lower) || Discourse.IsOpener(name.Lower))
        {
            return tokens;
        }

        var end = Array.FindIndex(tokens, 3, token => token.Lower == ",");
        return end is > 3 and <= 3 + LongestAppositive && !tokens[3..end].Any(token => token.Lower.EndsWith("'s", StringComparison.Ordinal)) && end + 1 < tokens.Length && tokens[3..end].All(token => token.Kind == TokenKind.Word && !Verbs.IsFinite(token.Lower) && !WordLists.Prepositions.Contains(token.Lower)) && (Verbs.IsFinite(tokens[end + 1].Lower) || tokens[end + 1].Lower is "just" or "now" or "still" or "recently" or "never" or "always")
            ? [owner, .. tokens[3..end], name with { Spaced = true }, .. tokens[(end + 1)..]] : tokens;
    }

    // Where the words for whoever is with the speaker end: "Noor", "my wife", "my wife Ada"; -1 where nobody is named.
    private static int PartnerEnd(Token[] tokens)
    {
        var end = tokens[2] is { IsCapitalised: true, Kind: TokenKind.Word } ? 3 : tokens[2].Lower is "my" or "our" && WordLists.Kin.Contains(tokens[3].Lower) ? tokens.Length > 4 && tokens[4].IsCapitalised ? 5 : 4 : -1;
        return end > 0 && end < tokens.Length && (Verbs.IsFinite(tokens[end].Lower) || Verbs.IsBase(tokens[end].Lower) || VerbPhrase.IsAdverb(tokens[end].Lower)) ? end : -1;
    }

    /// <summary>"The doctor says he's no longer allergic": what those who know say of somebody's health is taken as so.</summary>
    public static Token[] Diagnosed(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower) || tokens[start].Lower is "the" or "our" or "my" or "his" or "her"))
        {
            start++;
        }

        if (start == 0 || start + 4 >= tokens.Length || !Diagnosing.Contains(tokens[start].Lower) || tokens[start + 1].Lower is not ("says" or "said" or "say" or "thinks" or "reckons" or "confirmed" or "confirms" or "show" or "shows" or "showed"))
        {
            return tokens;
        }

        var told = start + (tokens[start + 2].Lower == "that" ? 3 : 2);
        return told + 2 < tokens.Length && tokens[told].Lower is "he" or "she" or "i" && tokens[told + 1].Lower is "is" or "has" or "needs" or "am" or "have" or "need" && TokenSpans.ContainsAny(tokens.AsSpan(told), Health) ? tokens[told..] : tokens;
    }

    private static readonly IReadOnlySet<string> Health = WordLists.Of("allergic allergy allergies intolerant asthma flu cold infection fever anaemia anaemic anemic diabetes diabetic coeliac celiac healthy contagious pregnant deaf antibiotics glasses braces surgery rash eczema measles chickenpox pneumonia bronchitis tonsillitis concussion concussed");

    private static readonly IReadOnlySet<string> Diagnosing = WordLists.Of("test tests results scan clinic doctor doctors gp dentist vet consultant specialist allergist midwife nurse paediatrician pediatrician physio surgeon hospital optician dermatologist");

    /// <summary>"They moved me to the morning shift": whoever did it, I was moved. "My doctor has me on 50 mg": I am on 50 mg.</summary>
    public static Clause Passive(Clause clause, bool isOfOther)
    {
        if (clause is { Subject: SubjectKind.PersonPronoun or SubjectKind.Possession or SubjectKind.Other or SubjectKind.Person, Verb: { Negated: false, Modal: "", Lemma: "have" or "keep" or "put" or "start" } gives } && clause.Rest is [{ Lower: "me" or "us" }, { Lower: "on" }, _, ..])
        {
            var self = clause.Tokens[clause.SubjectStart];
            return ClauseAnalyzer.Analyze([self.Reworded("I"), clause.Tokens[gives.Main].Reworded("am"), .. clause.Rest[1..]], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        // "Siemens let me go", "they sacked me": whoever did it, I was.
        if (clause is { Subject: SubjectKind.PersonPronoun or SubjectKind.Possession or SubjectKind.Other or SubjectKind.Person, Verb: { Negated: false, Modal: "", Tense: not Tense.Future, Lemma: "let" or "fire" or "fir" or "sack" or "dismiss" } dismisses } && (dismisses.Lemma == "let" ? clause.Rest is [{ Lower: "me" or "us" }, { Lower: "go" }] or [{ Lower: "me" or "us" }, { Lower: "go" }, { Lower: "last" }, { Lower: "week" or "month" or "year" }] : clause.Rest is [{ Lower: "me" or "us" }] or [{ Lower: "me" or "us" }, { Lower: "last" or "yesterday" or "today" or "in" or "on" or "after" or "," }, ..]))
        {
            var done = clause.Tokens[dismisses.Main];
            Token[] gone = dismisses.Lemma == "let" ? [done with { Spaced = true }, clause.Rest[1]] : [done with { Spaced = true }];
            Token[] from = clause.Subject == SubjectKind.PersonPronoun ? [] : [done.Reworded("by") with { Spaced = true }, .. clause.Tokens[clause.SubjectStart..clause.SubjectEnd].Select(static token => (token.Lower == "the" ? token.Reworded("the") : token) with { Spaced = true })];
            return ClauseAnalyzer.Analyze([done.Reworded("I"), done.Reworded("was") with { Spaced = true }, .. gone, .. from, .. clause.Rest[(dismisses.Lemma == "let" ? 2 : 1)..]], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        // "The doctor has taken me off the statins": I was taken off them.
        if (clause is { Subject: SubjectKind.PersonPronoun or SubjectKind.Possession or SubjectKind.Other or SubjectKind.Person, Verb: { Negated: false, Modal: "", Tense: Tense.Past, Lemma: "take" } takes } && clause.Rest is [{ Lower: "me" or "us" }, { Lower: "off" }, _, ..])
        {
            var self = clause.Tokens[clause.SubjectStart];
            return ClauseAnalyzer.Analyze([self.Reworded("I"), self.Reworded("was") with { Spaced = true }, clause.Tokens[takes.Main].Reworded("taken") with { Spaced = true }, .. clause.Rest[1..]], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        // "You can reach me at …", "you'll find me at …": I am there.
        if (clause is { Subject: SubjectKind.Partner, Verb: { Negated: false, Lemma: "reach" or "find" } finds } && clause.Rest is [{ Lower: "me" or "us" }, { Lower: "at" or "on" or "under" }, _, ..])
        {
            var self = clause.Tokens[clause.SubjectStart];
            Token[] found = finds.Lemma == "reach" ? [self.Reworded("I"), self.Reworded("can") with { Spaced = true }, self.Reworded("be") with { Spaced = true }, clause.Tokens[finds.Main].Reworded("reached")] : [self.Reworded("I"), clause.Tokens[finds.Main].Reworded("am")];
            return ClauseAnalyzer.Analyze([.. found, .. clause.Rest[1..]], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        // "They fitted a pacemaker": what doctors do is done to the one who tells of it.
        if (!isOfOther && clause is { Subject: SubjectKind.PersonPronoun, SubjectEnd: 1, Verb: { Negated: false, Modal: "", Tense: Tense.Past, Lemma: "fit" or "diagnos" or "prescrib" } treats } && clause.Tokens[0].Lower == "they" && clause.Rest is [{ Lower: "a" or "an" or "the" }, _, ..] or [{ Kind: TokenKind.Word, Lower: not ("me" or "us" or "my" or "our" or "it" or "her" or "him" or "them" or "in") }, ..] && (treats.Lemma != "fit" || TokenSpans.ContainsAny(clause.Rest, Implants)))
        {
            var done = clause.Tokens[treats.Main];
            Token[] given = treats.Lemma == "prescrib" ? [] : [done.Reworded("with") with { Spaced = true }];
            return ClauseAnalyzer.Analyze([clause.Tokens[0].Reworded("I"), done.Reworded("was"), done with { Spaced = true }, .. given, .. clause.Rest], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        if (clause is not { Subject: SubjectKind.PersonPronoun, Verb: { Negated: false, Modal: "", Tense: Tense.Past, Lemma: "move" or "transfer" or "promot" or "put" or "switch" or "assign" or "make" or "reloc" } verb } || clause.Tokens[clause.SubjectStart].Lower != "they" || clause.Rest is not [{ Lower: "me" or "us" }, _, ..])
        {
            return clause;
        }

        var place = clause.Tokens[verb.Main];
        Token[] words = [clause.Tokens[clause.SubjectStart].Reworded("I"), place.Reworded("was"), place, .. clause.Rest[1..]];
        return ClauseAnalyzer.Analyze(words, clause.InQuestion, clause.IsLast, []) ?? clause;
    }

    private static readonly IReadOnlySet<string> Implants = WordLists.Of("pacemaker stent stents valve hip knee brace braces aid aids cast crown catheter coil pump implant splint");

    /// <summary>"The tests are back: I don't have asthma": what is told behind the colon.</summary>
    public static Token[] AfterColon(Token[] tokens) => Array.FindLastIndex(tokens, token => token.Lower == ":") is > 0 and var colon && colon + 2 < tokens.Length ? tokens[(colon + 1)..] : tokens;

    /// <summary>"My email changed, it's kate@new.org now" says what the email is.</summary>
    public static Clause AfterChange(Clause clause, Clause? before)
    {
        // "Tilly doesn't have asthma, it's reflux": what she has instead.
        if (before is { Verb: { Negated: true } lacked, Subject: not SubjectKind.None } had && lacked.Lemma == Verbs.Lemma("have") && clause is { Subject: SubjectKind.ThingPronoun, SubjectStart: 0, SubjectEnd: 1, Verb: { Lemma: "be", Negated: false, Tense: Tense.Present } other } && clause.Tokens[0].Lower == "it" && clause.Rest.Length is > 0 and < 5)
        {
            Token[] instead = [.. had.Tokens[..had.SubjectEnd], clause.Tokens[other.Main].Reworded(had.Subject == SubjectKind.Speaker ? "have" : "has"), .. clause.Rest];
            return ClauseAnalyzer.Analyze(instead, clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        // "It's poetry I reach for these days": I reach for poetry.
        if (clause is { Subject: SubjectKind.ThingPronoun, SubjectStart: 0, SubjectEnd: 1, Verb: { Lemma: "be", Negated: false, Tense: Tense.Present } taken } && clause.Tokens[0].Lower == "it" && Array.FindIndex(clause.Tokens, taken.Main + 1, static token => token.Lower is "i" or "we") is > 0 and var cleftSubject && cleftSubject - taken.Main is > 1 and < 6 && cleftSubject + 1 < clause.Tokens.Length && clause.Tokens[cleftSubject + 1].Lower is "reach" or "love" or "like" or "prefer" or "hate" or "want" or "need" or "use" or "drink" or "eat" or "play" or "watch" or "read" or "enjoy" or "miss" && !Verbs.IsModal(clause.Tokens[cleftSubject + 1].Lower) && !WordLists.Prepositions.Contains(clause.Tokens[cleftSubject - 1].Lower))
        {
            var thing = clause.Tokens[(taken.Main + 1)..cleftSubject].Where(static token => token.Lower != "that").ToArray();
            var after = cleftSubject + 2 < clause.Tokens.Length && WordLists.Prepositions.Contains(clause.Tokens[cleftSubject + 2].Lower) ? cleftSubject + 3 : cleftSubject + 2;
            // "It's great I have a job" says what one has behind the verb.
            return Array.TrueForAll(clause.Tokens[after..], static token => !token.IsWord || Lately.Contains(token.Lower)) ? ClauseAnalyzer.Analyze([.. clause.Tokens[cleftSubject..after], .. thing, .. clause.Tokens[after..]], clause.InQuestion, clause.IsLast, []) ?? clause : clause;
        }

        // "I'm not diabetic, it's my mum who is": she is.
        if (before is { Subject: SubjectKind.Speaker, Verb: { Negated: true, Lemma: "be" } lacking } && clause is { Subject: SubjectKind.ThingPronoun, SubjectStart: 0, SubjectEnd: 1, Verb: { Lemma: "be", Negated: false } } && clause.Rest is [{ Lower: "my" or "our" }, .., { Lower: "who" or "that" }, { Lower: "is" } cleft] && before.Rest.Length is > 0 and < 5)
        {
            return ClauseAnalyzer.Analyze([.. clause.Rest[..^2], cleft, .. before.Tokens[(lacking.Main + 1)..].SkipWhile(static token => token.Lower == "not")], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        // "Got a new number, it's 0160 555": the number is.
        if (before is { Subject: SubjectKind.Speaker, Verb: { Negated: false, Modal: "", Lemma: "get" or "have" } } gained && gained.Rest is [{ Lower: "a" or "an" } article, { Lower: "new" }, { Kind: TokenKind.Word } got] && clause is { Subject: SubjectKind.ThingPronoun, SubjectStart: 0, SubjectEnd: 1, Verb: { Lemma: "be", Negated: false } } && (SlotVocabulary.OwnedAttributes.ContainsKey(got.Lower) || got.Lower is "number" or "mobile" or "landline"))
        {
            return ClauseAnalyzer.Analyze([article.Reworded("my"), got, .. clause.Tokens[1..]], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        // "I've put my rate up, it's £60 an hour now": the rate is.
        if (before is { Subject: SubjectKind.Speaker or SubjectKind.PersonPronoun or SubjectKind.Possession, Verb: { Negated: false, Modal: "" } sized } && Sizing.Contains(sized.Lemma) && clause is { Subject: SubjectKind.ThingPronoun, SubjectStart: 0, SubjectEnd: 1, Verb: { Lemma: "be", Negated: false } } && clause.Rest is [var size, ..] && (FacetReader.NumberOf(size) is not null || size.Text[0] is '$' or '€' or '£'))
        {
            var owned = sized.Lemma == "rent" ? [before.Tokens[sized.Main].Reworded("my"), before.Tokens[sized.Main].Reworded("rent")] : OwnedIn(before, sized);
            return owned.Length == 0 ? clause : ClauseAnalyzer.Analyze([.. owned, .. clause.Tokens[1..]], clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        if (before is not { Subject: SubjectKind.Possession, Verb: { } changed, SubjectStart: 0 } || !(changed.Lemma == Verbs.Lemma("change") || changed.Lemma == "be") || before.Rest.Length > 1 || (changed.Lemma == "be" && !TokenSpans.ContainsAny(before.Rest, Different)) ||
            clause is not { Subject: SubjectKind.ThingPronoun, SubjectStart: 0, SubjectEnd: 1, Verb.Lemma: "be" })
        {
            return clause;
        }

        Token[] tokens = [.. before.Tokens[..before.SubjectEnd], .. clause.Tokens[1..]];
        return ClauseAnalyzer.Analyze(tokens, clause.InQuestion, clause.IsLast, []) ?? clause;
    }

    // "My rate" of "put my rate up".
    private static Token[] OwnedIn(Clause clause, VerbPhrase verb)
    {
        var my = Array.FindIndex(clause.Tokens, verb.Main + 1, static token => token.Lower is "my" or "our");
        var end = my < 0 ? -1 : my + 1;
        while (end >= 0 && end < clause.Tokens.Length && clause.Tokens[end].IsWord && !WordLists.Prepositions.Contains(clause.Tokens[end].Lower) && !VerbPhrase.IsAdverb(clause.Tokens[end].Lower) && clause.Tokens[end].Lower is not ("again" or "now" or "today" or "this" or "last"))
        {
            end++;
        }

        return my < 0 || end - my is < 2 or > 4 ? [] : clause.Tokens[my..end];
    }

    private static readonly IReadOnlySet<string> Sizing = WordLists.Of("put raise increase change lower reduce cut bump update adjust drop rent").Select(Verbs.Lemma).ToHashSet(StringComparer.Ordinal);

    private static readonly IReadOnlySet<string> Lately = WordLists.Of("now most these days lately best nowadays anymore still always");

    private static readonly IReadOnlySet<string> Different = WordLists.Of("different new changed");
}
