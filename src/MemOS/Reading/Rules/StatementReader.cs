using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Turns one English clause into a record, when it states something about its speaker or the people and things around them.</summary>
internal sealed class StatementReader(ReadingContext context, EvidenceItem item, Speaker speaker, MessageTimes times)
{
    private const int LongestStatement = 45;
    private readonly ThirdPersonWriter writer = new(speaker.Name, context.PartnerOf(speaker));

    /// <summary>The statement of a clause; <see langword="null"/> when there is none to remember.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="isAnswer">Whether it was put together from a question and its answer: then even plain words tell something.</param>
    public RecordDraft? Read(Clause clause, bool isAnswer = false)
    {
        if (clause.Verb is not { } verb || IsQuestion(clause) || !IsSayable(clause, verb) || !(isAnswer || HasContent(clause)))
        {
            return null;
        }

        var isSpeaker = clause.Subject == SubjectKind.Speaker;
        if (isSpeaker && ChitChat.IsEmptyTalk(clause, context.HasAssistant))
        {
            return null;
        }

        var subject = SubjectOf(clause, verb);
        if (subject is null)
        {
            return null;
        }

        var (name, written, source) = subject.Value;
        var text = writer.Write(clause, written, times);
        var attribute = AttributeReader.Read(clause, verb, isSpeaker ? speaker.Subject : name);
        var preference = isSpeaker || TokenSpans.Contains(clause.Tokens, "me") ? PreferenceReader.Read(clause, verb) : PreferenceReader.ReadOfOthers(clause, verb);
        if (context.HasAssistant && attribute is null && preference is null && IsAboutTheTalk(clause))
        {
            return null;
        }

        var eventTime = times.Of(clause);
        var kind = attribute?.Kind ?? (preference is not null ? MemoryKind.Preference : IsEvent(verb, eventTime) ? MemoryKind.Event : MemoryKind.Fact);
        var sources = new List<MemoryId> { item.Id };
        if (source is { } other && other != item.Id)
        {
            sources.Add(other);
        }

        return new()
        {
            Kind = kind,
            Text = text,
            Subject = attribute?.Subject ?? name,
            Entities = EntityFinder.Find(clause, speaker.Name),
            EventTime = eventTime,
            Confidence = ConfidenceOf(clause, verb, isSpeaker),
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = attribute?.Slot ?? preference?.Slot ?? PlanReader.SlotOf(clause, verb),
            SlotValue = attribute?.Value ?? (preference is null ? PlanReader.ValueOf(clause, verb) : preference.Value),
            Polarity = preference?.Polarity ?? Polarity.None,
            Topic = preference?.Topic,
            Sources = sources,
            RejectedValue = attribute?.Rejected ?? PlanReader.GivenUp(clause, verb),
        };
    }

    // In a talk with an assistant, "you" and very long clauses are about the task at hand.
    private static bool IsAboutTheTalk(Clause clause) => clause.Tokens.Length > LongestStatement || TokenSpans.Contains(clause.Tokens, "you") || TokenSpans.Contains(clause.Tokens, "your");

    private static bool IsEvent(VerbPhrase verb, Time.EventTime? time) =>
        (verb.Tense == Tense.Past && !verb.Formerly && verb.Lemma is not ("be" or "have" or "know" or "like" or "love" or "feel" or "think")) || verb.Tense == Tense.Future || time is not null;

    private static double ConfidenceOf(Clause clause, VerbPhrase verb, bool isSpeaker) =>
        (verb.Modal is "might" or "may" or "could" ? 0.4 : 0.8) - (isSpeaker ? 0 : 0.1) - (clause.Subject == SubjectKind.PersonPronoun ? 0.1 : 0);

    private static bool IsQuestion(Clause clause)
    {
        if (!clause.InQuestion)
        {
            return false;
        }

        // "I have a dog named Max, can he eat grapes?": the first half states something, the last half asks.
        return clause.IsLast || clause.Subject is not (SubjectKind.Speaker or SubjectKind.Possession);
    }

    // Wishes, conditions and words of others are no facts.
    private static bool IsSayable(Clause clause, VerbPhrase verb)
    {
        if (clause.Subject is not SubjectKind.Speaker && Filters.ReportedSpeech.IsReport(clause, verb))
        {
            return false;
        }

        if (clause.Subject == SubjectKind.Speaker && Filters.ReportedSpeech.IsHearsay(clause, verb))
        {
            return false;
        }

        // "I'm sure if…", "I don't know whether…": nothing is stated yet.
        if (clause.Rest.Length > 1 && clause.Rest[0].Lower is "if" or "whether" || (clause.Rest.Length > 2 && clause.Rest[1].Lower is "if" or "whether"))
        {
            return false;
        }

        return verb.Modal switch
        {
            "would" => verb.Lemma is "love" or "prefer" or "rather" or "like" or "mind" or "enjoy" or "hate",
            "should" => verb.Negated && verb.Lemma is "eat" or "drink" or "have" or "take" or "be",
            "could" => verb.Negated,
            "might" or "may" => true,
            _ => true,
        };
    }

    private static bool HasContent(Clause clause)
    {
        var content = 0;
        for (var i = clause.SubjectEnd; i < clause.Tokens.Length; i++)
        {
            var token = clause.Tokens[i];
            if (token.IsWord && !WordLists.Empty.Contains(token.Lower) && !VerbPhrase.IsAdverb(token.Lower))
            {
                content++;
            }
        }

        return content > 0;
    }

    // Whom the record is about, what replaces the subject's words (null keeps them), and the message that told who it is.
    private (string Name, string? Written, MemoryId? Source)? SubjectOf(Clause clause, VerbPhrase verb)
    {
        switch (clause.Subject)
        {
            case SubjectKind.Speaker:
                NoteThing(clause, verb);
                return (speaker.Subject, speaker.Name, null);
            case SubjectKind.Possession:
                return OfPossession(clause);
            case SubjectKind.Person:
                return OfPerson(clause);
            case SubjectKind.PersonPronoun:
                return OfPronoun(clause);
            case SubjectKind.ThingPronoun:
                return context.Thing is { } thing && thing.Message == item.Id && IsInformative(clause, verb) ? (thing.Text, thing.Text, thing.Message) : null;
            case SubjectKind.Other:
                return OfOther(clause);
            default:
                return null;
        }
    }

    private (string, string?, MemoryId?)? OfPossession(Clause clause)
    {
        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        if (TokenSpans.Contains(words, "i"))
        {
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
        var about = owner > speaker.Name.Length ? text[..owner] : text;
        return (speaker.Subject == "user" ? "user" + about[speaker.Name.Length..] : about, null, null);
    }

    private (string, string?, MemoryId?)? OfPerson(Clause clause)
    {
        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        if (words.Length == 1 && WordLists.Kin.Contains(words[0].Lower))
        {
            var kin = $"{speaker.Name}'s {words[0].Lower}";
            context.Person = new(kin, GenderOf(words[0].Lower), item.Id);
            return (kin, null, null);
        }

        var text = writer.WritePhrase(words);
        context.Person = new(text, '?', item.Id);
        return context.HasAssistant && words[0].Start == clause.Tokens[0].Start && !context.Names.Contains(text) && !IsKnown(text) ? null : (text, null, null);
    }

    // In a talk with an assistant a name at the start may be anything; only people that were spoken of before count.
    private bool IsKnown(string name) => context.Statements.Any(statement => statement.Entities.Contains(name));

    private (string, string?, MemoryId?)? OfPronoun(Clause clause)
    {
        var word = clause.Tokens[clause.SubjectStart].Lower;
        var gender = word is "he" or "his" ? 'm' : word is "she" or "her" ? 'f' : 'p';
        var referent = word == "its" ? context.Thing : context.Person;
        if (referent is null || (gender is 'm' or 'f' && referent.Gender is not ('?' or 't') && referent.Gender != gender) || (gender == 'p' && word != "its" && referent.Gender is not 'p'))
        {
            return null;
        }

        var isOwner = word is "his" or "her" or "their" or "its";
        var phrase = isOwner ? referent.Text + "'s " + writer.WritePhrase(clause.Tokens.AsSpan(clause.SubjectStart + 1, clause.SubjectEnd - clause.SubjectStart - 1)) : referent.Text;
        return (AsSubject(referent.Text), phrase, referent.Message);
    }

    private string AsSubject(string text) => speaker.Subject == "user" && text.StartsWith(speaker.Name + "'s", StringComparison.Ordinal) ? "user" + text[speaker.Name.Length..] : text;

    private (string, string?, MemoryId?)? OfOther(Clause clause)
    {
        var words = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        var aboutSpeaker = false;
        foreach (var token in clause.Tokens)
        {
            aboutSpeaker |= token.Lower is "me" or "my" or "our" or "us" or "i" or "we";
        }

        var head = HeadOf(words);
        if (words[0].Lower is "the" or "our" or "both" && (WordLists.Occasions.Contains(head) || WordLists.Projects.Contains(head)))
        {
            var text = writer.WritePhrase(words[1..]);
            context.Thing = new("The " + text, 't', item.Id);
            return ($"{speaker.Subject}'s {text}", null, null);
        }

        return aboutSpeaker && !ClauseStartsVague(words) ? (speaker.Subject, null, null) : null;
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
        for (var i = verb.Main + 1; i < tokens.Length && i < verb.Main + 7; i++)
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
                var head = tokens[end - 1].Lower;
                if (WordLists.Kin.Contains(head))
                {
                    context.Person = new($"{speaker.Name}'s {phrase}", GenderOf(head), item.Id);
                }
                else
                {
                    context.Thing = new($"{speaker.Name}'s {phrase}", 't', item.Id);
                    context.Person = WordLists.Pets.Contains(head) ? context.Thing with { Gender = '?' } : context.Person;
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

    private static char GenderOf(string kin) => WordLists.MaleKin.Contains(kin) ? 'm' : WordLists.FemaleKin.Contains(kin) ? 'f' : kin.EndsWith('s') || kin is "children" or "family" or "team" ? 'p' : '?';
}
