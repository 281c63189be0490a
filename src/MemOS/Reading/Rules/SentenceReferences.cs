using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Puts what the sentence before named for the pronouns of a clause that tells a change: "the keys for cursors in Helix? I switched
/// to it", "nothing on Netflix, I cancelled it", "a parcel to Leeds: my sister lives there", "the Monzo app? They are my bank now".
/// </summary>
internal static class SentenceReferences
{
    private static readonly IReadOnlySet<string> Changing = WordLists.Of("cancel sell quit drop ditch leave stop change replace return lose abandon scrap").Select(Verbs.Lemma).ToHashSet(StringComparer.Ordinal);

    /// <summary>The clause with nouns for its pronouns; the clause as it is where it has none, or nothing fits.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="nearest">The clause before it in its sentence; empty for the first one.</param>
    /// <param name="before">The words of the sentence before it.</param>
    /// <param name="names">Names of the people who take part.</param>
    public static Clause Resolve(Clause clause, Token[] nearest, Token[] before, IReadOnlyList<string> names)
    {
        // "Netflix got too expensive, so I cancelled it": what the clause before is about.
        var told = nearest.Length > 0 ? nearest : before ?? [];
        if (told.Length > 1 && clause is { Subject: SubjectKind.Speaker, Verb: { Negated: false } verb } && Changing.Contains(verb.Lemma) && clause.Rest is [{ Lower: "it" or "them" }] or [{ Lower: "it" or "them" }, { Lower: not ("to" or "for") }, ..] && ClauseAnalyzer.Analyze(told, false, false, names) is { SubjectStart: 0, SubjectEnd: > 0 } about && IsThing(about) && (about.Tokens[about.SubjectEnd - 1] is { IsCapitalised: true } || (verb.Lemma == Verbs.Lemma("cancel") ? Booked : Goods).Contains(about.Tokens[about.SubjectEnd - 1].Lower)))
        {
            return clause with { Tokens = [.. clause.Tokens[..(verb.Main + 1)], .. about.Tokens[..about.SubjectEnd].Select(static token => (token.Lower == "the" ? token.Reworded("the") : token) with { Spaced = true }), .. clause.Rest[1..]] };
        }

        // "It's Jakub's turn" says nothing of whom the clause before names.
        var resolved = clause.Subject is SubjectKind.Speaker or SubjectKind.Possession ? Resolve(clause, nearest) : clause;
        return resolved != clause ? resolved : Resolve(clause, before ?? []);
    }

    // What is cancelled, and what is sold or thrown away.
    private static readonly IReadOnlySet<string> Booked = WordLists.Of("subscription membership appointment booking flight trip contract account course class order hotel reservation insurance policy delivery plan");
    private static readonly IReadOnlySet<string> Goods = WordLists.Of("car bike van boat motorbike motorcycle scooter caravan phone laptop computer tablet camera printer tv television guitar piano keyboard amp sofa bed desk fridge oven washer dryer dishwasher mower tent watch console");

    private static bool IsThing(Clause about) =>
        (about.Subject is SubjectKind.Possession || (about.Subject is SubjectKind.Other or SubjectKind.Person && (about.Tokens[0].IsCapitalised || about.Tokens[0].Lower == "the"))) && about.Tokens[..about.SubjectEnd].All(static token => token.IsWord && token.Lower is not ("i" or "and") && !WordLists.Kin.Contains(token.Lower) && !WordLists.Pets.Contains(token.Lower) && !GivenNames.IsOne(token)) && !Persons.Contains(about.Tokens[about.SubjectEnd - 1].Lower);

    private static readonly IReadOnlySet<string> Persons = WordLists.Of("boss manager doctor dentist therapist landlord landlady neighbour neighbor colleague teacher plumber builder mechanic vet nurse coach agent");

    private static Clause Resolve(Clause clause, Token[] before)
    {
        if (before is not { Length: > 1 } || clause.Verb is not { } verb)
        {
            return clause;
        }

        if (clause is { Subject: SubjectKind.PersonPronoun or SubjectKind.ThingPronoun, SubjectStart: 0, SubjectEnd: 1 } && clause.Tokens[0].Lower is "they" or "it" or "that" && verb is { Lemma: "be", Negated: false, Tense: Tense.Present } && clause.Rest is [{ Lower: "my" or "our" }, ..] && LastName(before) is { Length: > 0 } used)
        {
            Token[] words = [.. used.Select((token, i) => i == 0 ? token with { Spaced = false } : token), clause.Tokens[verb.Main].Reworded("is"), .. clause.Rest];
            return ClauseAnalyzer.Analyze(words, clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        // "A doctor in Braga? That's where we've been living since Easter."
        if (clause.Tokens is [{ Lower: "that" }, { Lower: "is" }, { Lower: "where" }, { Lower: "i" or "we" } self, _, ..] && LastPlace(before) is { Length: > 0 } where && VerbPhrase.Read(clause.Tokens, 4) is { } lives)
        {
            Token[] words = [self, .. clause.Tokens[4..(lives.Main + 1)], self.Reworded("in") with { Spaced = true }, .. where, .. clause.Tokens[(lives.Main + 1)..]];
            return ClauseAnalyzer.Analyze(words, clause.InQuestion, clause.IsLast, []) ?? clause;
        }

        if (clause.Subject != SubjectKind.Speaker && clause.Subject != SubjectKind.Possession)
        {
            return clause;
        }

        for (var i = verb.Main + 1; i < clause.Tokens.Length && i <= verb.Main + 2; i++)
        {
            var isThing = clause.Tokens[i].Lower is "it" or "them" && (i == verb.Main + 1 ? Changing.Contains(verb.Lemma) : clause.Tokens[i - 1].Lower == "to" && verb.Lemma is "switch" or "move" or "chang" or "migrat" or "go");
            if (isThing && LastName(before) is { Length: > 0 } thing)
            {
                return clause with { Tokens = [.. clause.Tokens[..i], .. thing, .. clause.Tokens[(i + 1)..]] };
            }

            if (clause.Tokens[i].Lower == "there" && verb.Lemma is "live" or "liv" or "work" or "studi" or "study" or "stay" or "teach" && LastPlace(before) is { Length: > 0 } place)
            {
                return clause with { Tokens = [.. clause.Tokens[..i], clause.Tokens[i].Reworded("in"), .. place, .. clause.Tokens[(i + 1)..]] };
            }
        }

        return clause;
    }

    // "The Monzo app", "on Netflix for me": the last run of capitals, but for the first word.
    private static Token[] LastName(Token[] before) => LastRun(before, static (tokens, start) => start > 0);

    private static Token[] LastPlace(Token[] before) => LastRun(before, static (tokens, start) => start > 0 && tokens[start - 1].Lower is "to" or "in" or "at" or "from" or "into" or "near");

    private static Token[] LastRun(Token[] tokens, Func<Token[], int, bool> fits)
    {
        for (var end = tokens.Length; end > 0; end--)
        {
            var start = end;
            while (start > 0 && IsName(tokens[start - 1]))
            {
                start--;
            }

            if (start < end && fits(tokens, start))
            {
                return tokens[start..end];
            }
        }

        return [];
    }

    private static bool IsName(Token token) => token is { IsCapitalised: true, Kind: TokenKind.Word, Text.Length: > 1 } && !WordLists.Weekdays.Contains(token.Lower) && !WordLists.Months.Contains(token.Lower) && !WordLists.Kin.Contains(token.Lower);
}
