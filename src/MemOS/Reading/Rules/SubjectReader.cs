using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Finds whom or what an English clause is about, and notes whom later pronouns can mean.</summary>
internal sealed class SubjectReader(ReadingContext context, EvidenceItem item, Speaker speaker, MessageTimes times, ThirdPersonWriter writer)
{
    /// <summary>Whom the record is about, what replaces the subject's words (null keeps them), and the message that told who it is; <see langword="null"/> when it concerns nobody.</summary>
    public (string Name, string? Written, MemoryId? Source)? Find(Clause clause, VerbPhrase verb)
    {
        if (context.HasAssistant && PreferenceReader.IsRefusal(clause, verb))
        {
            return (speaker.Subject, null, null);
        }

        switch (clause.Subject)
        {
            case SubjectKind.Speaker:
                NoteThing(clause, verb);
                return (speaker.Subject, speaker.Name, null);
            case SubjectKind.Possession:
                return OfPossession(clause);
            case SubjectKind.Person:
                return OfPerson(clause, verb);
            case SubjectKind.PersonPronoun:
                return OfPronoun(clause);
            case SubjectKind.ThingPronoun:
                return context.Thing is { } thing && thing.Message == item.Id && IsInformative(clause, verb) && (thing.Gender != 'o' || (verb.Lemma == "be" && clause.Rest is [{ Lower: "at" or "on" or "every" or "from" }, _, ..])) ? (thing.Text, thing.Text, thing.Message) : null;
            case SubjectKind.Other:
                return OfOther(clause, verb);
            default:
                return null;
        }
    }

    private (string, string?, MemoryId?)? OfPossession(Clause clause)
    {
        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        if (TokenSpans.Contains(words, "i"))
        {
            // "Mia and I tied the knot. She…"
            if (words.Length == 3 && words[0].IsCapitalised)
            {
                context.Person = new(words[0].Text, '?', item.Id);
            }

            return (speaker.Subject, null, null);
        }

        // "My daughter, who is seven,": the inserted clause is no part of her name.
        var comma = TokenSpans.IndexOf(words, [","]);
        words = comma > 0 ? words[..comma] : words;
        var text = writer.WritePhrase(words);
        var kin = FindKin(words);
        if (kin is not null)
        {
            context.Person = new(text, GenderOf(kin), item.Id);
        }
        else
        {
            context.Thing = new(text, 't', item.Id);
        }

        // "My landlord's name": a statement about the landlord.
        var owner = text.LastIndexOf("'s ", StringComparison.Ordinal);
        var thing = owner < 0 ? "" : text[(owner + 3)..].ToLowerInvariant();
        var about = owner > speaker.Name.Length && !WordLists.Kin.Contains(thing[(thing.LastIndexOf(' ') + 1)..]) && !WordLists.Pets.Contains(thing[(thing.LastIndexOf(' ') + 1)..]) ? text[..owner] : text;
        return (speaker.Subject == "user" ? "user" + about[speaker.Name.Length..] : about, null, null);
    }

    private (string, string?, MemoryId?)? OfPerson(Clause clause, VerbPhrase verb)
    {
        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        if (words.Length == 1 && WordLists.Kin.Contains(words[0].Lower))
        {
            var kin = $"{speaker.Name}'s {words[0].Lower}";
            context.Person = new(kin, GenderOf(words[0].Lower), item.Id);
            return ($"{speaker.Subject}'s {words[0].Lower}", kin, null);
        }

        var text = writer.WritePhrase(words);

        // "Aubergine is my favourite vegetable", "Coriander makes me sick": a taste of the speaker's, whatever the name means.
        if (words.Length == 1 && !context.Names.Contains(text) && !IsKnown(text) && clause.Verb is { Lemma: not ("work" or "meet" or "help" or "call" or "match") } tasted && (TokenSpans.Contains(clause.Rest, "me") || TokenSpans.Contains(clause.Rest, "my")) && StatementReader.PreferenceOf(clause, tasted) is { Topic.Length: > 0 })
        {
            return (speaker.Subject, null, null);
        }

        // "Leo has a dentist appointment. He's five.": a name that is hardly anything else.
        if (words.Length == 1 && GivenNames.GenderOf(words[0].Lower) is { } gender)
        {
            context.Person = RelativeOf(clause, verb, text) ?? new(text, gender, item.Id);
            return (text, null, null);
        }

        // "Camille moved in with me": what somebody does with or for the speaker.
        if (words.Length == 1 && words[0].IsCapitalised && clause.Verb is { Negated: false } with && !Verbs.IsBe(clause.Tokens[with.Main].Lower) && (TokenSpans.IndexOf(clause.Rest, ["with", "me"]) >= 0 || TokenSpans.IndexOf(clause.Rest, ["with", "us"]) >= 0 || clause.Rest is [{ Lower: "me" or "us" }, ..]) && !WordLists.Weekdays.Contains(words[0].Lower) && !WordLists.Empty.Contains(words[0].Lower))
        {
            context.Person = new(text, '?', item.Id);
            return (text, null, null);
        }

        // "Theo turned 7": what only people do is told of people, known or not.
        if (words.Length == 1 && (verb.Lemma is "die" || (verb.Lemma == "pass" && clause.Rest is [{ Lower: "away" }, ..]) || AttributeReader.Read(clause, verb, text) is { Slot: "relation" or "age" or "job" or "employer" or "home" or "relationship" or "stage" or "school" }))
        {
            context.Person = new(text, '?', item.Id);
            return (text, null, null);
        }

        // "Standup is at 10": a regular occasion needs no article.
        if (context.HasAssistant && words.Length == 1 && WordLists.Occasions.Contains(words[0].Lower) && !IsKnown(text) && FacetReader.Read(clause, times) is null && (times.Of(clause) is not null || clause.Rest is [{ Lower: "at" or "on" }, _, ..] || StatementVerbs.Contains(verb.Lemma)))
        {
            context.Thing = new("The " + words[0].Lower, 't', item.Id);
            return ($"{speaker.Subject}'s {words[0].Lower}", null, null);
        }

        // "Pressure's 0.4": the first word of a sentence is no name by its capital alone, and no "he" goes back to it.
        if (context.HasAssistant && words[0].Start == clause.Tokens[0].Start && !context.Names.Contains(text) && !IsKnown(text))
        {
            return null;
        }

        context.Person = new(text, '?', item.Id);
        return (text, null, null);
    }

    // "Sam has a brother. He …": the brother. Who has him comes before, for "she".
    private Referent? RelativeOf(Clause clause, VerbPhrase verb, string owner)
    {
        if (verb is not { Lemma: "have", Negated: false } || clause.Rest is not [{ Lower: "a" or "an" or "one" }, _, ..] || Array.FindIndex(clause.Tokens, verb.Main + 2, token => WordLists.Kin.Contains(token.Lower)) is var kin && (kin < 0 || kin > verb.Main + 4 || (kin + 1 < clause.Tokens.Length && clause.Tokens[kin + 1] is { Kind: TokenKind.Word, IsCapitalised: false } next && next.Lower is not ("who" or "and" or "now" or "too") && !WordLists.Prepositions.Contains(next.Lower))))
        {
            return null;
        }

        context.Person = new(owner, GivenNames.GenderOf(owner.ToLowerInvariant()) ?? '?', item.Id);
        return new($"{owner}'s {clause.Tokens[kin].Lower}", GenderOf(clause.Tokens[kin].Lower), item.Id);
    }

    // In a talk with an assistant a name at the start may be anything; only people that were spoken of before count.
    private bool IsKnown(string name) => context.Known.Any(statement => statement.Entities.Contains(name) || statement.Subject == name || statement.Subject.EndsWith(" " + name, StringComparison.Ordinal));

    private (string, string?, MemoryId?)? OfPronoun(Clause clause)
    {
        var word = clause.Tokens[clause.SubjectStart].Lower;
        var gender = word is "he" or "his" ? 'm' : word is "she" or "her" ? 'f' : 'p';
        var referent = word == "its" ? context.Thing : context.Person;

        // "He's my cat": who was asked about by name is introduced.
        if (referent is null && clause.SubjectEnd - clause.SubjectStart == 1 && clause.Verb is { Lemma: "be", Negated: false } && clause.Rest is [{ Lower: "my" or "our" }, var kin, ..] && (WordLists.Kin.Contains(kin.Lower) || WordLists.Pets.Contains(kin.Lower) || (clause.Rest.Length is 2 or 3 && context.Named?.Message == item.Id)) && gender != 'p')
        {
            context.Person = referent = context.Named;
        }

        // "She wants smaller portions, so he's on three meals a day": of two people, the one whom the pronoun fits.
        if (referent is { Gender: 'm' or 'f' } && gender is 'm' or 'f' && referent.Gender != gender && context.Before is { } earlier && earlier.Message == item.Id && (earlier.Gender == gender || earlier.Gender == '?'))
        {
            referent = earlier;
        }

        // Once "she" was said of somebody, "he" is another.
        if (referent is { Gender: '?' } && gender is 'm' or 'f')
        {
            context.Person = referent = referent with { Gender = gender };
        }

        if (referent is null || (gender is 'm' or 'f' && referent.Gender is not ('?' or 't') && referent.Gender != gender) || (gender == 'p' && word != "its" && referent.Gender is not 'p'))
        {
            return null;
        }

        var isOwner = word is "his" or "her" or "their" or "its";
        var phrase = isOwner ? referent.Text + "'s " + writer.WritePhrase(clause.Tokens.AsSpan(clause.SubjectStart + 1, clause.SubjectEnd - clause.SubjectStart - 1)) : referent.Text;
        return (AsSubject(referent.Text), phrase, referent.Message);
    }

    private string AsSubject(string text) => speaker.Subject == "user" && text.StartsWith(speaker.Name + "'s", StringComparison.Ordinal) ? "user" + text[speaker.Name.Length..] : text;

    // "The cast comes off in six weeks": what lies ahead at a time that is told from now concerns the speaker.
    private bool IsDue(Clause clause, VerbPhrase verb) => verb.Tense is not Tense.Past && verb.Modal.Length == 0 && !verb.Negated && times.Of(clause) is { } time && time.Start >= item.Content.Time.Date && time.Start < item.Content.Time.Date.AddYears(2);

    private static readonly IReadOnlySet<string> StatementVerbs = WordLists.Of("move push postpone cancel reschedule shift delay bring drop").Select(Verbs.Lemma).ToHashSet(StringComparer.Ordinal);

    // What a household has one of, and speaks of as "the boiler".
    private static readonly IReadOnlySet<string> Household = WordLists.Of("boiler heating fridge freezer oven dishwasher wifi internet broadband router");

    private (string, string?, MemoryId?)? OfOther(Clause clause, VerbPhrase verb)
    {
        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        var aboutSpeaker = false;
        foreach (var token in clause.Tokens)
        {
            aboutSpeaker |= token.Lower is "me" or "my" or "our" or "us" or "i" or "we";
        }

        // "Tom from accounting", "Tom and Lena".
        if (words.Length > 2 && GivenNames.GenderOf(words[0].Lower) is { } gender && words[0].IsCapitalised && (words[1].Lower is "from" or "in" or "at" or "of" || (words.Length == 3 && words[1].Lower is "and" or "&" && words[2].IsCapitalised)))
        {
            var isPair = words[1].Lower is "and" or "&";
            var text = isPair ? writer.WritePhrase(words) : words[0].Text;
            context.Person = new(text, isPair ? 'p' : gender, item.Id);
            return (text, null, null);
        }

        var head = HeadOf(words);
        if (words[0].Lower == "the" && words.Length == 2 && (WordClasses.IsJob(head) || head is "landlord" or "landlady" or "boss"))
        {
            context.Person = new("The " + head, '?', item.Id);
        }

        // "The cat is deaf": said to an assistant, one's own.
        if (context.HasAssistant && words.Length == 2 && words[0].Lower == "the" && WordLists.Pets.Contains(head) && !head.EndsWith('s'))
        {
            context.Person = new($"{speaker.Name}'s {head}", '?', item.Id);
            return ($"{speaker.Subject}'s {head}", null, null);
        }

        // "The boiler is broken": said to an assistant, it is one's own.
        if (context.HasAssistant && words.Length == 2 && words[0].Lower == "the" && Household.Contains(head) && verb.Modal.Length == 0)
        {
            context.Thing = new("The " + head, 't', item.Id);
            return ($"{speaker.Subject}'s {head}", null, null);
        }

        var isOccasion = WordLists.Occasions.Contains(head);
        if (words[0].Lower is "the" or "our" or "both" && (isOccasion || WordLists.Projects.Contains(head) || IsDue(clause, verb) || (words.Length <= 5 && verb.Tense == Tense.Present && TokenSpans.Contains(clause.Rest, "now"))))
        {
            var text = writer.WritePhrase(words[1..]);
            context.Thing = new("The " + text, 't', item.Id);
            return ($"{(isOccasion ? OwnerOf(text) : null) ?? speaker.Subject}'s {text}", null, null);
        }

        // "The client's name is Jonson": about the client.
        if (words.Length == 3 && words[0].Lower == "the" && words[1].Lower.EndsWith("'s", StringComparison.Ordinal) && verb.Lemma == "be" && SlotVocabulary.OwnedAttributes.ContainsKey(head))
        {
            var owner = words[1].Text[..^2];
            context.Person = new("The " + owner, '?', item.Id);
            return ($"{speaker.Subject}'s {owner}", null, null);
        }

        // "Whiskers just turned 12".
        if (words.Length == 1 && words[0].IsCapitalised && AttributeReader.Read(clause with { Subject = SubjectKind.Person }, verb, words[0].Text) is { Slot: "age" })
        {
            return (words[0].Text, null, null);
        }

        // "Rent is 1,150", "target for Bristol is 1:45": said to an assistant, it is one's own.
        if (context.HasAssistant && words.Length <= 5 && (FacetVocabulary.IsNamed(head) || (words.Length == 1 && SlotVocabulary.OwnedAttributes.ContainsKey(head))) && (words[0].Lower == "the" || !WordLists.Determiners.Contains(words[0].Lower)) && verb.Modal.Length == 0)
        {
            var text = writer.WritePhrase(words[0].Lower == "the" ? words[1..] : words);
            if (words[0].IsCapitalised && words[0].Lower.EndsWith("'s", StringComparison.Ordinal) && context.Names.Contains(words[0].Text[..^2]))
            {
                // "Keisha's next race is on 14 June": hers, who takes part in the talk.
                context.Thing = new(text, 't', item.Id);
                return (text, null, null);
            }

            text = words[0].Lower == "the" || words[0].Text == words[0].Lower ? text : char.ToLowerInvariant(text[0]) + text[1..];
            context.Thing = new($"{speaker.Name}'s {text}", 't', item.Id);
            return ($"{speaker.Subject}'s {text}", $"{speaker.Name}'s {text}", null);
        }

        // "Dinner with the Hoffmanns is on Saturday", "Luna's vet appointment was pushed to Monday".
        if ((words[0].Lower == head || words[0].Lower.EndsWith("'s", StringComparison.Ordinal)) && isOccasion && times.Of(clause) is not null)
        {
            var text = writer.WritePhrase(words);
            return ($"{speaker.Subject}'s {(words[0].Lower == head ? char.ToLowerInvariant(text[0]) + text[1..] : text)}", null, null);
        }

        // "The hallway's going to be terracotta", "seven hens are left": what the speaker told of before.
        if (context.HasAssistant && words.Length <= 4 && (words[0].Lower == "the" || WordLists.NumberWords.Contains(words[0].Lower) || words[0].Kind == TokenKind.Number) && words.Length > 1 && IsInformative(clause, verb) && IsToldOf(head))
        {
            var text = writer.WritePhrase(words[0].Lower == "the" ? words[1..] : words[^1..]);
            return ($"{speaker.Subject}'s {text}", null, null);
        }

        return aboutSpeaker && (!ClauseStartsVague(words) || StatementReader.PreferenceOf(clause, verb) is { Topic.Length: > 0 }) ? (speaker.Subject, null, null) : null;
    }

    // "Leo has a dentist appointment", and then "the dentist appointment is on Tuesday": whose it was said to be.
    private string? OwnerOf(string occasion)
    {
        const int Reach = 60;
        return context.Known.Take(Reach).FirstOrDefault(statement => statement.Text.Contains(" a " + occasion, StringComparison.OrdinalIgnoreCase)) is { } told && GivenNames.GenderOf(told.Subject.ToLowerInvariant()) is not null ? told.Subject : null;
    }

    // Whether a thing is named in what the speaker said lately.
    private bool IsToldOf(string thing)
    {
        const int Reach = 60;
        return thing.Length > 2 && !WordLists.Empty.Contains(thing) && context.Known.Take(Reach).Any(statement => statement.Subject.StartsWith(speaker.Subject, StringComparison.OrdinalIgnoreCase) && statement.Text.Contains(thing.TrimEnd('s'), StringComparison.OrdinalIgnoreCase) && Array.Exists(statement.Text.Split(' '), word => word.AsSpan().TrimEnd(".,!?").TrimEnd('s').Equals(thing.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)));
    }

    // "The deadline for the grant": the noun before the first preposition.
    private static string HeadOf(ReadOnlySpan<Token> words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (WordLists.Prepositions.Contains(words[i].Lower))
            {
                return words[i - 1].Lower;
            }
        }

        return words[^1].Lower;
    }

    private static bool ClauseStartsVague(ReadOnlySpan<Token> words) => words[0].Lower is "this" or "that" or "these" or "those" or "your" or "there" or "what" or "which" or "nothing" or "everything" or "anything" or "something";

    private static bool IsInformative(Clause clause, VerbPhrase verb) =>
        !(verb.Lemma == "be" && clause.Rest.Length <= 3 && TokenSpans.ContainsAny(clause.Rest, Evaluations)) && verb.Lemma is not ("feel" or "mean" or "sound" or "seem" or "look");

    private static readonly IReadOnlySet<string> Evaluations = WordLists.Of(
        "great good awesome amazing fun nice cool incredible beautiful wonderful fantastic perfect bad terrible awful hard tough easy powerful lovely cute delicious tasty crazy wild intense magical special important worth okay fine true right enough interesting hilarious funny scary sad surreal unreal blast");

    // "I adopted a dog": what "it" means in the next sentence.
    private void NoteThing(Clause clause, VerbPhrase verb)
    {
        var tokens = clause.Tokens;

        // "Took Biscuit to the vet": somebody whom one knows by name.
        if (verb.Main + 1 < tokens.Length && tokens[verb.Main + 1] is { IsCapitalised: true } known && known.Lower != "i" && !times.Any(known.Start, known.End) && IsKnown(known.Text))
        {
            context.Person = new(known.Text, '?', item.Id);
            context.NoteRole(tokens[verb.Main..], speaker, item);
        }

        // "I'm writing invites for book club. It's at my place on Wednesdays": only of what has a place and a time.
        if (Array.FindLastIndex(tokens, static token => token.Lower == "for") is var cause && cause > verb.Main && tokens.Length - cause is 2 or 3 && Array.TrueForAll(tokens[(cause + 1)..], token => token is { Kind: TokenKind.Word, IsCapitalised: false } && !WordLists.Empty.Contains(token.Lower) && !WordLists.Determiners.Contains(token.Lower) && !times.Any(token.Start, token.End)))
        {
            context.Thing = new(string.Join(' ', tokens[(cause + 1)..].Select((token, place) => place == 0 ? char.ToUpperInvariant(token.Text[0]) + token.Text[1..] : token.Text)), 'o', item.Id);
            return;
        }

        // "I don't have a car either, so it has to be light": what is not there is nothing to go back to.
        if (verb is { Negated: true, Lemma: "have" or "own" or "need" or "want" })
        {
            return;
        }

        for (var i = verb.Main + 1; i < tokens.Length && i < verb.Main + 9; i++)
        {
            if (tokens[i].Lower is "a" or "an" or "my" or "our" or "the" && i + 1 < tokens.Length)
            {
                var end = i + 1;
                while (end < tokens.Length && tokens[end].IsWord && end - i < 4 && !WordLists.Prepositions.Contains(tokens[end].Lower) && !Verbs.IsPast(tokens[end].Lower) && !VerbPhrase.IsAdverb(tokens[end].Lower) && !times.Any(tokens[end].Start, tokens[end].End))
                {
                    end++;
                }

                if (end == i + 1)
                {
                    continue;
                }

                var phrase = string.Join(' ', tokens[(i + 1)..end].Select(token => token.Text));
                // "My son Ezra's sixth birthday": the person is named, not what is theirs.
                if (Array.FindIndex(tokens, i + 1, end - i - 1, token => WordLists.Kin.Contains(token.Lower)) is >= 0 and var kin && kin + 1 < end && tokens[kin + 1].IsCapitalised && tokens[kin + 1].Lower.EndsWith("'s", StringComparison.Ordinal))
                {
                    phrase = string.Join(' ', tokens[(i + 1)..(kin + 2)].Select(token => token.Text))[..^2];
                }

                var head = tokens[(i + 1)..end].Select(token => token.Lower).FirstOrDefault(WordLists.Kin.Contains) ?? tokens[end - 1].Lower;
                if (WordLists.Kin.Contains(head))
                {
                    context.Person = new($"{speaker.Name}'s {phrase}", GenderOf(head), item.Id);
                }
                else
                {
                    context.Thing = new($"{speaker.Name}'s {phrase}", 't', item.Id);
                    context.Person = WordLists.Pets.Contains(head) ? context.Thing with { Gender = '?' } : context.Person;

                    // "A place card for my new boss, her name is …": whom the thing is for.
                    context.NoteOwn(tokens[end..], speaker, item);
                }

                return;
            }
        }
    }

    private static string? FindKin(ReadOnlySpan<Token> words)
    {
        foreach (var token in words)
        {
            if (WordLists.Kin.Contains(token.Lower) || WordLists.Pets.Contains(token.Lower))
            {
                return token.Lower;
            }
        }

        return null;
    }

    private static char GenderOf(string kin) => WordLists.MaleKin.Contains(kin) ? 'm' : WordLists.FemaleKin.Contains(kin) ? 'f' : kin == "boss" ? '?' : kin.EndsWith('s') || kin is "children" or "family" or "team" ? 'p' : '?';
}
