using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Finds the single-valued attribute that a clause fills: a home, a job, an age, a favourite, the time of a meeting.</summary>
internal static class AttributeReader
{
    /// <summary>The attribute; <see langword="null"/> when the clause fills none.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="verb">Its verb.</param>
    /// <param name="subject">The subject that the record gets.</param>
    public static AttributeValue? Read(Clause clause, VerbPhrase verb, string subject)
    {
        if (verb.Modal is "would" or "might" or "may" or "could")
        {
            return null;
        }

        if (AgeReader.Read(clause, verb, subject) is { } birthday)
        {
            return birthday;
        }

        return clause.Subject switch
        {
            SubjectKind.Speaker => TechnologyReader.Read(clause, verb, subject) ?? LivelihoodReader.Student(clause, verb, subject) ?? Table(clause, verb, subject) ?? Name(clause, verb, subject) ?? LivelihoodReader.Trade(clause, verb, subject) ?? LivelihoodReader.Contact(clause, verb, subject),
            SubjectKind.Possession when TokenSpans.Contains(clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart), "i") => Table(clause, verb, subject),
            SubjectKind.PersonPronoun when clause.SubjectEnd - clause.SubjectStart == 2 && clause.Tokens[clause.SubjectEnd - 1].Lower == "name" && verb is { Lemma: "be", Negated: false, Tense: Tense.Present } && clause.Rest is [{ IsCapitalised: true }, ..] => new(MemoryKind.Profile, subject, "name", PhrasePattern.Value(clause.Tokens, verb.Main + 1)),
            SubjectKind.PersonPronoun when Relation(clause, verb, subject) is { } relation => relation,
            SubjectKind.PersonPronoun when clause.SubjectEnd - clause.SubjectStart == 1 => Table(clause, verb, subject),
            // "Whiskers just turned 12".
            SubjectKind.Other when clause.SubjectEnd - clause.SubjectStart == 1 && clause.Tokens[clause.SubjectStart].IsCapitalised && Table(clause, verb, subject) is { Slot: "age" } age => age,
            SubjectKind.Possession or SubjectKind.PersonPronoun or SubjectKind.Other => OfThing(clause, verb, subject),
            SubjectKind.Person => Relation(clause, verb, subject) ?? Table(clause, verb, subject),
            SubjectKind.ThingPronoun => OccasionReader.Read(clause, verb, subject, ""),
            _ => null,
        };
    }

    private static AttributeValue? Table(Clause clause, VerbPhrase verb, string subject)
    {
        // "We've moved!": wherever to, not where it was.
        if (verb is { Lemma: "move", Perfect: true, Negated: false, Modal: "" } && clause.Subject == SubjectKind.Speaker && clause.Rest.Length == 0)
        {
            return new(MemoryKind.Event, subject, "home", "elsewhere");
        }

        // "We've been in Meanwood since June".
        if (verb is { Lemma: "be", Perfect: true, Negated: false } && clause.Rest is [{ Lower: "in" }, { IsCapitalised: true }, ..] && TokenSpans.IndexOf(clause.Rest, ["since"]) is > 0 and var since && since + 1 < clause.Rest.Length && !WordLists.Weekdays.Contains(clause.Rest[since + 1].Lower) && clause.Rest[since + 1].Lower is not ("yesterday" or "this" or "noon" or "breakfast") && WordClasses.Technology(clause.Rest[1].Lower) is null)
        {
            return new(MemoryKind.Profile, subject, "home", PhrasePattern.Value(clause.Tokens, verb.Main + 2));
        }

        foreach (var rule in SlotVocabulary.For(verb.Lemma))
        {
            if (rule.Pattern.Matches(clause, verb.Main + 1, out var value) && SlotConditions.Hold(rule, clause, verb, value))
            {
                value = value.Length == 0 && rule is { Slot: "school" or "shift", Value: null } ? PhrasePattern.Value(clause.Tokens, verb.Main + 1) : value;
                return Accept(rule, clause, verb, subject, rule.Value ?? value);
            }
        }

        // "I am based in…", "I am married": the participle is the verb and "be" goes before it.
        if (verb.Lemma != "be" && verb.Main > 0 && Verbs.IsBe(clause.Tokens[verb.Main - 1].Lower))
        {
            foreach (var rule in SlotVocabulary.For("be"))
            {
                if (rule.Pattern.Matches(clause, verb.Main, out var value) && SlotConditions.Hold(rule, clause, verb, value))
                {
                    return Accept(rule, clause, verb, subject, rule.Value ?? value);
                }
            }
        }

        return null;
    }

    private static AttributeValue? Accept(SlotRule rule, Clause clause, VerbPhrase verb, string subject, string value)
    {
        if (verb.Formerly || (verb.Tense == Tense.Past && rule.Slot is "home" or "job" or "employer" or "age" or "diet" && !IsChange(verb)))
        {
            // What was once so fills no slot, but it is a fact of the person's life.
            return rule.Kind == MemoryKind.Profile ? new(MemoryKind.Fact, subject, null, null) : null;
        }

        if (rule.Slot == "age" && !(int.TryParse(value, out var years) ? years is > 0 and < 120 : WordLists.NumberWords.Contains(value)))
        {
            return null;
        }

        if (rule.Slot == "age" && (clause.Tokens[clause.SubjectStart].Lower == "we" || TokenSpans.Contains(clause.Rest, "minutes") || TokenSpans.Contains(clause.Rest, "hours") || TokenSpans.Contains(clause.Rest, "weeks")))
        {
            return null;
        }

        if (rule.Slot is "home" && verb.Lemma == Verbs.Lemma("move") && clause.Rest is [_, { Lower: "on" or "last" or "next" or "yesterday" or "this" }, ..])
        {
            return null;
        }

        if (rule.Slot is "home" && verb.Lemma == Verbs.Lemma("move") && clause.Rest is not [{ Lower: "in" }, { Lower: "with" }, ..] && !IsPlace(clause, verb))
        {
            return null;
        }

        if (verb.Lemma == "quit" && clause.Rest.Length > 0 && Verbs.IsGerund(clause.Rest[0].Lower))
        {
            return null;
        }

        if (rule.Slot is "field of study" && TokenSpans.Contains(clause.Rest, "for"))
        {
            return null;
        }

        if (rule.Slot is "employer" && value.Length > 0 && (value.StartsWith("from home", StringComparison.Ordinal) || value is "home" or "night" or "nights" or "weekends" || IsAbstract(value)))
        {
            return null;
        }

        if (rule.Slot == "employer" && verb.Lemma is "join" or "start" && value is not "none" && !HasCapital(clause, verb) && !TokenSpans.ContainsAny(clause.Rest, Workplaces))
        {
            return null;
        }

        if (value == "none" && rule.Slot == "employer" && (verb.Negated || verb.Tense != Tense.Past || verb.Modal.Length > 0))
        {
            // "I'm not going to quit": nothing is lost yet.
            return null;
        }

        if (value == "none" && rule.Slot == "employer")
        {
            // Losing or leaving a job is something that happened: it ends the old job and stays true.
            return new(MemoryKind.Event, subject, rule.Slot, value);
        }

        var future = verb.Tense == Tense.Future || (verb.Progressive && !(rule.Slot is "employer" or "job" or "home" or "field of study" or "school" or "diet" || verb.Lemma is "date" or "see" or "be")) || (verb.Progressive && verb.Lemma == Verbs.Lemma("move"));
        if (future)
        {
            return new(MemoryKind.Event, subject, null, null);
        }

        if (verb.Negated)
        {
            return rule.Slot is "diet" ? new(rule.Kind, subject, rule.Slot, "not " + value) : new(rule.Kind, subject, rule.Slot, "not " + value);
        }

        return new(rule.Kind, subject, rule.Slot, value);
    }

    internal static readonly IReadOnlySet<string> Workplaces = WordLists.Of("hospice agency company firm bakery hospital shop store restaurant bank café cafe library clinic studio factory lab laboratory hotel garage startup start-up practice surgery brewery nursery museum theatre theater office council charity warehouse pharmacy consultancy bookshop workshop plant mill");

    private static bool IsChange(VerbPhrase verb) => verb.Perfect || verb.Lemma is "land" or "find" or "secur" or "hire" or "move" or "reloc" or "start" or "join" or "get" or "becom" or "turn" or "switch" or "chang" or "quit" or "leav" or "lose" or "go" or "accept" or "take" or "retir" or "marri" or "marry" or "divorc" or "break" or "split" or "lay" or "settl" or "emigr" or "promot" or "make" or "mak" or "appoint" or "name" or "immigr" or "become" or "relocate" or "stop" or "give" or "leave" or "retrain" or "qualifi" or "train";

    private static bool IsAbstract(string value) => value is "it" or "this" or "that" or "them" or "him" or "her" or "you" or "me" or "myself" or "things";

    private static bool HasCapital(Clause clause, VerbPhrase verb)
    {
        foreach (var token in clause.Tokens.AsSpan(verb.Main + 1))
        {
            if (token.IsCapitalised)
            {
                return true;
            }
        }

        return false;
    }

    // "moved to Oslo", "moved into a new flat", but not "moved to the next step".
    private static bool IsPlace(Clause clause, VerbPhrase verb)
    {
        foreach (var token in clause.Rest)
        {
            if (WordClasses.Technology(token.Lower) is not null)
            {
                return false;
            }

            if ((token.IsCapitalised && !WordLists.Weekdays.Contains(token.Lower) && !WordLists.Months.Contains(token.Lower) && token.Lower != "i") || token.Lower is "apartment" or "flat" or "house" or "city" or "country" or "town" or "village" or "place" or "suburbs" or "countryside" or "neighborhood" or "condo" or "studio" or "farm" or "home" or "parents")
            {
                return true;
            }
        }

        // All in lower case: any place after "to" will do, unless it is plainly none.
        return !HasCapital(clause, verb) && clause.Tokens[0].Text == clause.Tokens[0].Lower && !TokenSpans.Contains(clause.Rest, "step") && !TokenSpans.Contains(clause.Rest, "next");
    }

    // "Mia is my fiancée": what somebody is to the speaker.
    private static AttributeValue? Relation(Clause clause, VerbPhrase verb, string subject)
    {
        var rest = clause.Rest;
        while (rest.Length > 1 && rest[0].Lower is "now" or "actually" or "also" or "still")
        {
            rest = rest[1..];
        }

        while (rest.Length > 2 && rest[^1].Lower is "now" or "too" or "again")
        {
            rest = rest[..^1];
        }

        return verb.Lemma == "be" && !verb.Negated && rest.Length is 2 or 3 && rest[0].Lower is "my" or "our" && WordLists.Kin.Contains(rest[^1].Lower) ? new(MemoryKind.Profile, subject, "relation", rest[^1].Lower) : null;
    }

    // "I'm Ada", "I'm Ada Lovelace": a name, when nothing but the name stands there.
    private static AttributeValue? Name(Clause clause, VerbPhrase verb, string subject)
    {
        // "I'm Ana Reed now".
        var rest = clause.Rest is [.., { Lower: "now" or "nowadays" }] ? clause.Rest[..^1] : clause.Rest;
        if (verb.Lemma != "be" || verb.Negated || verb.Tense != Tense.Present || rest.Length is 0 or > 3 || (rest.Length < clause.Rest.Length && !GivenNames.IsOne(rest[0])) || (clause.SubjectStart != 0 && !TokenSpans.StartsWith(clause.Tokens, ["on", "paper"]) && !TokenSpans.StartsWith(clause.Tokens, ["officially"])))
        {
            return null;
        }

        foreach (var token in rest)
        {
            if (!token.IsCapitalised || token.Text.Length < 2 || IsNationality(token.Lower) || token.Text.All(char.IsUpper))
            {
                return null;
            }
        }

        return new(MemoryKind.Profile, subject, "name", TokenSpans.Join(rest));
    }

    private static bool IsNationality(string lower) =>
        lower.EndsWith("ish", StringComparison.Ordinal) || lower.EndsWith("ese", StringComparison.Ordinal) || lower.EndsWith("ian", StringComparison.Ordinal) || lower.EndsWith("ean", StringComparison.Ordinal) ||
        lower is "american" or "mexican" or "french" or "dutch" or "german" or "greek" or "swiss" or "thai" or "jewish" or "muslim" or "hindu" or "catholic" or "buddhist" or "african" or "czech" or "welsh" or "catholic" or "christian" or "lgbtq" or "black" or "asian" or "latino" or "latina";

    private static AttributeValue? OfThing(Clause clause, VerbPhrase verb, string subject)
    {
        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        if (words.Length == 0 || verb.Formerly)
        {
            return null;
        }

        // "My wife's bank" is hers.
        var isOfOther = words.Length > 2 && Array.Exists(words[..^1].ToArray(), token => token.Lower.EndsWith("'s", StringComparison.Ordinal));
        var owner = isOfOther ? subject : Owner(subject);
        var preposition = 1;
        while (preposition < words.Length && !WordLists.Prepositions.Contains(words[preposition].Lower))
        {
            preposition++;
        }

        var head = words[preposition - 1].Lower;
        // "My phone for the incident list is 0151 5550 142": where one is reached, and no device.
        if (verb is { Lemma: "be", Negated: false } && words is [{ Lower: "my" or "our" }, var line, ..] && (line.Lower == head || (words.Length == 3 && line.Lower is "phone" or "mobile" or "cell" or "telephone" or "new" && head == "number")) && head is "phone" or "number" or "mobile" or "landline" or "cell" && clause.Rest.Length > 0 && clause.Rest.ToArray().Sum(static token => token.Text.Count(char.IsAsciiDigit)) >= LeastDigits && (char.IsAsciiDigit(clause.Rest[0].Text[0]) || clause.Rest[0].Text[0] == '+'))
        {
            return new(MemoryKind.Profile, owner, "number", PhrasePattern.Value(clause.Tokens, verb.Main + 1));
        }

        if (TechnologyReader.Read(clause, verb, owner) is { } technology)
        {
            return technology with { Subject = subject };
        }

        if (verb.Lemma == "be" && words[0].Lower is "my" or "our" && !TokenSpans.Contains(words, "and"))
        {
            if (!isOfOther && FavoriteOf(words) is { } favorite && clause.Rest.Length > 0)
            {
                return new(MemoryKind.Preference, owner, SlotVocabulary.FavoritePrefix + favorite, PhrasePattern.Value(clause.Tokens, verb.Main + 1));
            }

            if ((words.Length == 2 || (words.Length == 3 && words[1].Lower is "new" or "current" or "line" or "main" or "mobile" or "full" or "legal" or "real" or "last" or "first" or "maiden")) && SlotVocabulary.OwnedAttributes.TryGetValue(head, out var slot) && clause.Rest.Length > 0 && IsValue(clause) && (!Makes.Contains(slot) || IsMake(clause)) && !(WordLists.Kin.Contains(head) && !clause.Rest[0].IsCapitalised && !TokenSpans.Contains(clause.Rest, "called") && !TokenSpans.Contains(clause.Rest, "named")))
            {
                return new(MemoryKind.Profile, owner, slot, PhrasePattern.Value(clause.Tokens, verb.Main + 1));
            }
        }

        if (verb.Lemma == Verbs.Lemma("change") && words[0].Lower is "my" or "our" && SlotVocabulary.OwnedAttributes.TryGetValue(head, out var changed) && TokenSpans.IndexOf(clause.Rest, ["to"]) is var to && to >= 0)
        {
            return new(MemoryKind.Profile, owner, changed, PhrasePattern.Value(clause.Tokens, verb.Main + 2 + to));
        }

        // "My rent went up to 1,350 euros".
        if (words[0].Lower is "my" or "our" && !WordLists.Kin.Contains(head) && verb.Tense != Tense.Future && verb.Lemma is "go" or "rise" or "drop" or "increas" or "climb" or "fall" or "jump" or "rais" && SlotVocabulary.OwnedAttributes.TryGetValue(head, out var grown) && TokenSpans.IndexOf(clause.Rest, ["to"]) is var end && end >= 0 && end + 1 < clause.Rest.Length)
        {
            return new(MemoryKind.Profile, owner, grown, PhrasePattern.Value(clause.Tokens, verb.Main + 2 + end));
        }

        // "The office is on Mission Street", "the office moved to Market Street".
        if (clause.Rest is [{ Lower: "on" or "in" or "at" or "to" }, { IsCapitalised: true } place, ..] && verb.Lemma is "be" or "move" && !verb.Negated && !WordLists.Weekdays.Contains(place.Lower) && !WordLists.Months.Contains(place.Lower) && !WordLists.Kin.Contains(head) && WordClasses.Technology(place.Lower) is null)
        {
            return new(MemoryKind.Fact, subject, "place", PhrasePattern.Value(clause.Tokens, verb.Main + 2));
        }

        // "The meeting is in room B2", "… in the library until further notice".
        if (clause.Rest is [{ Lower: "in" or "at" }, { Lower: "the" or "our" or "my" or "room" or "hall" or "building" }, { IsWord: true } room, ..] && verb is { Lemma: "be", Negated: false } && WordLists.Occasions.Contains(head) && room.Lower is not ("morning" or "evening" or "afternoon" or "night" or "middle" or "end" or "beginning" or "week" or "weekend" or "same" or "moment" or "past" or "future" or "way" or "first" or "second" or "third"))
        {
            return new(MemoryKind.Fact, subject, "place", PhrasePattern.Value(clause.Tokens, verb.Main + 2));
        }

        if (OccasionReader.Read(clause, verb, subject, head) is { } occasion)
        {
            return occasion;
        }

        if (clause.Subject != SubjectKind.Other && (WordLists.Kin.Contains(head) || (words.Length > 2 && (WordLists.Kin.Contains(words[1].Lower) || WordLists.Pets.Contains(words[1].Lower))) || WordLists.Pets.Contains(head)))
        {
            // A relative's home or job is a fact about the relative.
            var ofKin = Table(clause, verb, subject) ?? (clause.Subject == SubjectKind.PersonPronoun && IdentityReader.IsRole(head) ? IdentityReader.Read(clause, verb, subject, head) : null);
            return ofKin is { Slot: "name" } or null ? NameOfKin(clause, verb, subject) ?? ofKin : ofKin;
        }

        // "Our band is called Wet Socks", "the band's name is Soggy Monday".
        if (verb.Lemma is "name" or "call" && clause.Rest.Length > 0 && clause.Rest[0].IsCapitalised && words[0].Lower is "my" or "our" or "the")
        {
            return new(MemoryKind.Profile, subject, "name", PhrasePattern.Value(clause.Tokens, verb.Main + 1));
        }

        if (head == "name" && subject.EndsWith("'s name", StringComparison.OrdinalIgnoreCase) && verb is { Lemma: "be", Negated: false } && clause.Rest is [{ IsCapitalised: true }, ..])
        {
            return new(MemoryKind.Profile, subject[..^"'s name".Length], "name", PhrasePattern.Value(clause.Tokens, verb.Main + 1));
        }

        if (IdentityReader.Read(clause, verb, owner, head) is { } identity)
        {
            return identity;
        }

        if (verb.Lemma == "be" && words.Length > 2 && words[^2].Lower.EndsWith("'s", StringComparison.Ordinal) && SlotVocabulary.OwnedAttributes.TryGetValue(head, out var ofOther))
        {
            return new(MemoryKind.Profile, subject, ofOther, PhrasePattern.Value(clause.Tokens, verb.Main + 1));
        }

        return null;
    }

    // Of a number that somebody can be called at.
    private const int LeastDigits = 6;

    private static AttributeValue? NameOfKin(Clause clause, VerbPhrase verb, string subject) =>
        verb.Lemma is "name" or "call" && clause.Rest.Length > 0 && clause.Rest[0].IsCapitalised
            ? RoleOf(clause) is { } role ? new(MemoryKind.Profile, Owner(subject), role, PhrasePattern.Value(clause.Tokens, verb.Main + 1)) : new(MemoryKind.Profile, subject, "name", PhrasePattern.Value(clause.Tokens, verb.Main + 1)) : null;

    // "My boss is called Henrik" fills the same place as "my boss is Henrik".
    private static string? RoleOf(Clause clause)
    {
        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        return words[0].Lower is "my" or "our" && words[^1].Lower is "boss" or "manager" or "doctor" or "dentist" or "therapist" or "landlord" or "coach" or "trainer" or "wife" or "husband" && words.Length <= 3 && !words[^2].Lower.EndsWith("'s", StringComparison.Ordinal) ? words[^1].Lower : null;
    }

    // "My car is a Golf", not "my car is dirty".
    private static bool IsMake(Clause clause) => Array.Exists(clause.Rest.ToArray(), token => token.IsCapitalised || token.Text.Any(char.IsAsciiDigit)) || clause.Rest[0].Lower is "a" or "an";

    private static readonly IReadOnlySet<string> Makes = WordLists.Of("car laptop computer phone gym bank editor company employer school doctor dentist therapist landlord language database");

    // An attribute's value is a noun, a name or a number: "my budget is $500", not "my car is in the garage" or "my job is boring".
    private static bool IsValue(Clause clause)
    {
        var rest = clause.Rest;
        while (rest.Length > 1 && rest[0].Lower is "now" or "currently" or "actually" or "still" or "just")
        {
            rest = rest[1..];
        }

        var first = rest[0];
        return !WordLists.Prepositions.Contains(first.Lower) && !Verbs.IsGerund(first.Lower) && !VerbPhrase.IsAdverb(first.Lower) &&
            (first.IsCapitalised || first.Kind == TokenKind.Number || first.Lower is "a" or "an" or "the" or "to" || first.Text.Any(char.IsAsciiDigit) || rest.Length <= 2);
    }

    private static string? FavoriteOf(ReadOnlySpan<Token> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Lower is "favorite" or "favourite" or "favorites" or "favourites")
            {
                var thing = TokenSpans.Join(words[(i + 1)..]).Replace("colour", "color", StringComparison.Ordinal).Replace("flavour", "flavor", StringComparison.Ordinal);
                return thing.Length == 0 ? "thing" : thing;
            }
        }

        return null;
    }

    private static string Owner(string subject)
    {
        var mark = subject.IndexOf("'s ", StringComparison.Ordinal);
        return mark < 0 ? subject : subject[..mark];
    }
}
