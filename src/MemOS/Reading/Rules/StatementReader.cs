using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Turns one English clause into a record, when it states something about its speaker or the people and things around them.</summary>
internal sealed class StatementReader(ReadingContext context, EvidenceItem item, Speaker speaker, MessageTimes times)
{
    private const int LongestStatement = 45;
    // Who is spoken to has a name once they have said something.
    private readonly string? partner = context.PartnerOf(speaker) is { } other && context.LatestOf(other) is not null ? other : null;
    private readonly ThirdPersonWriter writer = new(speaker.Name, context.PartnerOf(speaker) is { } named && context.LatestOf(named) is not null ? named : null);
    private readonly SubjectReader subjects = new(context, item, speaker, times, new(speaker.Name, context.PartnerOf(speaker)));

    /// <summary>The statement of a clause; <see langword="null"/> when there is none to remember.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="isAnswer">Whether it was put together from a question and its answer: then even plain words tell something.</param>
    public RecordDraft? Read(Clause clause, bool isAnswer = false)
    {
        if (clause.Verb is not { } verb || IsQuestion(clause) || !IsSayable(clause, verb))
        {
            return null;
        }

        // "It's 925 pounds rent": a measure of the speaker's, whatever "it" would mean.
        if (clause.Subject == SubjectKind.ThingPronoun && FacetReader.Read(clause, times) is { Slot: var measure } && !FacetVocabulary.IsDated(measure))
        {
            return null;
        }

        var preference = PreferenceOf(clause, verb);
        if (!(isAnswer || HasContent(clause) || ChangeReader.Ends(clause, verb, times) is not null || preference is { Topic.Length: > 0 }))
        {
            return null;
        }

        var isSpeaker = clause.Subject == SubjectKind.Speaker;
        if (isSpeaker && ChitChat.IsEmptyTalk(clause, context.HasAssistant) && !IsJourney(clause, verb))
        {
            return null;
        }

        if (ThingChangeReader.Read(clause, verb) is { } change)
        {
            return OfThingChange(clause, change);
        }

        var tool = ToolOf(clause, verb);
        var subject = tool is null ? subjects.Find(clause, verb) : (speaker.Subject, null, null);
        if (subject is null)
        {
            return null;
        }

        var (name, written, source) = subject.Value;
        MemoryId? relative = null;
        if (isSpeaker && ObjectReferences.NamePerson(clause, context.Person) is { } named)
        {
            // "I learned her recipe": hers whom was spoken of.
            clause = named;
            relative = context.Person!.Message;
            var mine = $"{speaker.Name}'s ".ToLowerInvariant();
            preference = preference is { Topic: "her" or "him" } && PreferenceOf(clause, verb) is { } taste ? taste with { Topic = taste.Topic.Replace(mine, "", StringComparison.Ordinal).Replace("new ", "", StringComparison.Ordinal) } : preference;
        }

        var text = writer.Write(clause, written, times);
        var attribute = AttributeReader.Read(clause, verb, isSpeaker ? speaker.Subject : name);
        if (context.HasAssistant && attribute is null && preference is null && IsAboutTheTalk(clause) && !(context.Names.Count > 1 && isSpeaker && verb.Tense == Tense.Future) && ChangeReader.Ends(clause, verb, times) is null)
        {
            return null;
        }

        // "Rust has become my favourite language".
        if (!isSpeaker && verb is { Negated: false, Lemma: "be" or "becom" or "become" } && clause.Rest is [{ Lower: "my" or "our" }, { Lower: "favorite" or "favourite" }, _, ..])
        {
            var thing = string.Join(' ', clause.Rest[2..].ToArray().Where(token => token.IsWord && token.Lower is not ("now" or "again" or "anyway" or "too" or "though" or "ever")).Select(token => token.Lower));
            attribute = new(MemoryKind.Preference, speaker.Subject, SlotVocabulary.FavoritePrefix + thing, string.Join(' ', clause.Tokens[clause.SubjectStart..clause.SubjectEnd].Select(token => token.Lower)));
        }

        attribute ??= tool;

        // "My colleague keeps on at me to switch to Linux" tells of nobody's system.
        if (!isSpeaker && Urges(clause, verb))
        {
            attribute = null;
        }

        // "Piotr is my manager now": who fills a place of which there is one.
        if (attribute is { Slot: "relation", Value: "flatmate" or "roommate" or "housemate" } && !TokenSpans.Contains(clause.Tokens, "also"))
        {
            attribute = new(MemoryKind.Profile, speaker.Subject, "household", name.ToLowerInvariant());
        }

        if (attribute is { Slot: "relation", Value: "boss" or "manager" or "doctor" or "dentist" or "therapist" or "coach" })
        {
            attribute = new(MemoryKind.Profile, speaker.Subject, attribute.Value, name.ToLowerInvariant());
        }

        // "I'm Colin", said by Colin.
        if (attribute is { Slot: "name" } && attribute.Subject == speaker.Subject && string.Equals(attribute.Value, speaker.Subject, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var eventTime = times.Of(clause);
        var facet = (attribute?.Slot is null || IdentityReader.IsOpen(attribute.Slot)) && preference is null ? FacetOf(clause, verb, name) : null;
        if (facet is not null)
        {
            attribute = null;
            name = KinOf(clause) is { } kin ? $"{speaker.Subject}'s {kin}" : speaker.Subject;
        }

        // What somebody cannot eat or bear by their health is a fact about them, no taste; the speaker's own bears on advice as a taste does, and keeps its side.
        var isHealth = attribute is null && preference is not null && TokenSpans.ContainsAny(clause.Tokens.AsSpan(clause.SubjectEnd), Ailments);
        var isFear = attribute is null && preference is not null && !isSpeaker && TokenSpans.ContainsAny(clause.Tokens.AsSpan(clause.SubjectEnd), Fears);
        var ailment = (isHealth || isFear) && !isSpeaker && name != speaker.Subject;
        if (attribute is { Slot: "diet", Value: "coeliac" or "celiac" or "lactose-intolerant" })
        {
            attribute = attribute with { Kind = isSpeaker ? MemoryKind.Profile : MemoryKind.Fact };
        }

        // "Has gone up to 39" tells what is so now; "got married yesterday" what happened.
        var measures = (facet is not null && eventTime is null && verb.Perfect) || (verb.Lemma is "go" or "rise" or "climb" or "drop" or "fall" or "increas" && verb.Tense == Tense.Past && TellsLevel(clause));
        var kind = measures ? MemoryKind.Fact : attribute is { Slot: "relationship" } && verb is { Perfect: false } && verb.Lemma is "get" or "marri" or "marry" && eventTime is not null ? MemoryKind.Event : attribute?.Kind ?? (ailment ? MemoryKind.Fact : isHealth && isSpeaker ? MemoryKind.Profile : preference is not null ? MemoryKind.Preference : IsEvent(verb, eventTime, verb.Negated && TokenSpans.Contains(clause.Tokens.AsSpan(0, verb.Main), "never")) && !IsHabit(clause, verb) && !IsSeasonal(verb, eventTime) && !IsLasting(clause, verb) ? MemoryKind.Event : MemoryKind.Fact);
        var sources = new List<MemoryId> { item.Id };
        if (source is { } other && other != item.Id)
        {
            sources.Add(other);
        }

        if (relative is { } told && !sources.Contains(told))
        {
            sources.Add(told);
        }

        // "Your" is somebody by name: their message tells who.
        if (partner is not null && (TokenSpans.Contains(clause.Tokens, "you") || TokenSpans.Contains(clause.Tokens, "your") || TokenSpans.Contains(clause.Tokens, "yours")) && context.LatestOf(partner) is { } addressed && !sources.Contains(addressed))
        {
            sources.Add(addressed);
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
            Slot = attribute?.Slot ?? preference?.Slot ?? facet?.Slot ?? PlanReader.SlotOf(clause, verb),
            SlotValue = attribute?.Value ?? facet?.Value ?? (preference is null ? PlanReader.ValueOf(clause, verb) : preference.Value),
            Polarity = ailment ? Polarity.None : preference?.Polarity ?? Polarity.None,
            Topic = ailment ? null : preference?.Topic,
            Sources = sources,
            RejectedValue = attribute?.Rejected ?? PlanReader.GivenUp(clause, verb) ?? NotBehind(clause, verb),
            Ends = ChangeReader.Ends(clause, verb, times) ?? (attribute?.Slot == SlotVocabulary.Time ? ChangeReader.Moved(clause, verb, times) : null),
            Fulfils = ChangeReader.Fulfils(clause, verb, times),
            IsChange = ChangeReader.IsChange(clause, verb) || (clause.Subject == SubjectKind.Other && (verb is { Tense: Tense.Future, Lemma: "be" } || (verb is { Lemma: "be" or "get", Tense: Tense.Present } && TokenSpans.ContainsAny(clause.Rest, WordLists.Colours)))),
        };
    }

    // "Sublime Text is my editor": the one that is used.
    private AttributeValue? ToolOf(Clause clause, VerbPhrase verb) =>
        clause.Subject is SubjectKind.Person or SubjectKind.Other && verb is { Negated: false, Tense: Tense.Past } && clause.Tokens[clause.SubjectStart].IsCapitalised && (verb.Lemma == "take" && clause.Rest is [{ Lower: "me" }, { Lower: "on" }, ..] || verb.Lemma is "hire" or "employ" && clause.Rest is [{ Lower: "me" }, ..])
            ? new(MemoryKind.Profile, speaker.Subject, "employer", string.Join(' ', clause.Tokens[clause.SubjectStart..clause.SubjectEnd].Select(token => token.Lower))) :
        // "CI is on GitHub Actions now": the speaker's, of which there is one.
        clause.Subject is SubjectKind.Person or SubjectKind.Other && clause.SubjectEnd - clause.SubjectStart == 1 && verb is { Negated: false, Lemma: "be" or "run" or "live" } && SlotVocabulary.IsTechnology(clause.Tokens[clause.SubjectStart].Lower) && TechnologyReader.Read(clause, verb, speaker.Subject) is { } kept && kept.Slot == clause.Tokens[clause.SubjectStart].Lower ? kept :
        IsHomeNow(clause, verb) ? new(MemoryKind.Profile, speaker.Subject, "home", clause.Tokens[clause.SubjectStart].Lower) :
        clause.Subject is SubjectKind.Person or SubjectKind.Other && verb is { Negated: false, Lemma: "be", Tense: Tense.Present } && clause.Rest is [{ Lower: "my" or "our" }, var used, ..] && Tools.Contains(used.Lower) && clause.SubjectEnd - clause.SubjectStart is > 0 and < 4 && (clause.Rest.Length == 2 || WordLists.Prepositions.Contains(clause.Rest[2].Lower) || VerbPhrase.IsAdverb(clause.Rest[2].Lower) || !clause.Rest[2].IsWord)
            ? new(MemoryKind.Profile, speaker.Subject, SlotVocabulary.OwnedAttributes.GetValueOrDefault(used.Lower, used.Lower), string.Join(' ', clause.Tokens[clause.SubjectStart..clause.SubjectEnd].Select(token => token.Lower))) : null;

    // "Bristol's home now": where the speaker lives.
    private static bool IsHomeNow(Clause clause, VerbPhrase verb) =>
        clause.Subject is SubjectKind.Person or SubjectKind.Other && clause.SubjectEnd - clause.SubjectStart == 1 && clause.Tokens[clause.SubjectStart].IsCapitalised && verb is { Negated: false, Lemma: "be", Tense: Tense.Present } && clause.Rest is [{ Lower: "home" }, { Lower: "now" or "these" or "for" }, ..];

    // What a clause about the speaker, or a thing of theirs, says of a facet; not of somebody else, and not what is denied or over.
    private (string Slot, string Value)? FacetOf(Clause clause, VerbPhrase verb, string name) =>
        verb is { Negated: false, Formerly: false } && verb.Lemma is not ("tell" or "say" or "write" or "claim" or "joke" or "lie" or "pretend" or "think") && verb.Modal is not ("would" or "might" or "may" or "could" or "should") && name.StartsWith(speaker.Subject, StringComparison.Ordinal) &&
        clause.Subject is SubjectKind.Speaker or SubjectKind.Possession or SubjectKind.Other && !TokenSpans.ContainsAny(clause.Tokens.AsSpan(0, verb.Main), WordLists.Kin)
            ? FacetReader.Read(clause, times) : null;

    // "They moved the meeting to Friday": about the meeting, in their words.
    private RecordDraft OfThingChange(Clause clause, ThingChange change)
    {
        var thing = clause.Tokens.AsSpan(change.Start + 1, change.End - change.Start - 1);
        var phrase = writer.WritePhrase(thing);

        // "The dentist moved my appointment": the one with the dentist.
        phrase = phrase == "appointment" && clause.SubjectEnd - clause.SubjectStart == 2 && clause.Tokens[clause.SubjectStart].Lower is "the" or "my" && clause.Subject is SubjectKind.Possession or SubjectKind.Other ? clause.Tokens[clause.SubjectStart + 1].Lower + " appointment" : phrase;
        context.Thing = new($"{speaker.Name}'s {phrase}", 't', item.Id);
        var isSpeaker = clause.Subject == SubjectKind.Speaker;

        // "I changed my email to ana@new.org": what one has is that now.
        if (isSpeaker && change.IsNamed && !change.IsTime && Changed.TryGetValue(phrase.ToLowerInvariant(), out var attribute) && clause.Tokens[change.Value] is var become && (become.IsCapitalised || become.Text.Any(char.IsAsciiDigit) || become.Text.Contains('@', StringComparison.Ordinal) || (attribute == "field of study" && !WordLists.Determiners.Contains(become.Lower) && !Verbs.IsBase(become.Lower))))
        {
            return new()
            {
                Kind = MemoryKind.Profile,
                Text = writer.Write(clause, speaker.Name, times),
                Subject = speaker.Subject,
                Entities = EntityFinder.Find(clause, speaker.Name),
                EventTime = times.Of(clause),
                Confidence = 0.8,
                Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
                Slot = attribute,
                SlotValue = PhrasePattern.Value(clause.Tokens, change.Value),
                Sources = [item.Id],
                IsChange = true,
            };
        }

        return new()
        {
            Kind = change.IsTime ? MemoryKind.Event : MemoryKind.Fact,
            Text = writer.Write(clause, isSpeaker ? speaker.Name : null, times),
            Subject = $"{speaker.Subject}'s {phrase}",
            Entities = EntityFinder.Find(clause, speaker.Name),
            EventTime = times.Of(clause),
            Confidence = 0.8,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = change.IsTime ? SlotVocabulary.Time : null,
            SlotValue = change.IsTime ? string.Join(' ', clause.Tokens[change.Value..].Where(token => token.IsWord).Select(token => token.Lower)) : null,
            Sources = [item.Id],
            Ends = change.IsTime || change.IsNamed ? phrase : null,
            IsChange = true,
        };
    }

    /// <summary>A taste of the speaker's, whatever the subject: "loud places bore me", "crowds are not my thing".</summary>
    public static PreferenceValue? PreferenceOf(Clause clause, VerbPhrase verb) =>
        clause.Subject == SubjectKind.Speaker || PreferenceReader.IsRefusal(clause, verb) || TokenSpans.Contains(clause.Tokens.AsSpan(clause.SubjectEnd), "me") || TokenSpans.Contains(clause.Tokens.AsSpan(clause.SubjectEnd), "my") && clause.Subject is SubjectKind.Other or SubjectKind.Person
            ? PreferenceReader.Read(clause, verb)
            : PreferenceReader.ReadOfOthers(clause, verb);

    private static readonly IReadOnlySet<string> Tools = WordLists.Of("editor phone car bank gym laptop computer browser provider database language framework employer school team bike");

    // "We're on Angular 18, not 17": what it is not, behind what it is.
    private static string? NotBehind(Clause clause, VerbPhrase verb)
    {
        const int Longest = 3;
        var not = Array.FindLastIndex(clause.Tokens, static token => token.Lower == "not");
        var words = not <= verb.Main + 1 || verb.Negated || clause.Tokens[not - 1].Lower != "," ? [] : clause.Tokens[(not + 1)..].SkipWhile(static token => WordLists.Determiners.Contains(token.Lower) || token.Lower is "on" or "in" or "at").ToArray();
        return words.Length is > 0 and <= Longest && words[0].Kind is TokenKind.Number or TokenKind.Word && !WordLists.Empty.Contains(words[0].Lower) && !VerbPhrase.IsAdverb(words[0].Lower) && !Array.Exists(words, static token => Verbs.IsFinite(token.Lower) || Verbs.IsGerund(token.Lower)) && words[0].Kind == TokenKind.Number ? string.Join(' ', words.Where(static token => token.IsWord).Select(static token => token.Lower)) : null;
    }

    private static readonly IReadOnlySet<string> Fears = WordLists.Of("afraid scared terrified frightened petrified claustrophobic");

    private static readonly IReadOnlySet<string> Ailments = WordLists.Of("allergic allergy allergies intolerant intolerance lactose-intolerant celiac coeliac asthma diabetes diabetic hives rash rashes anaphylaxis");

    // In a talk with an assistant, "you" and very long clauses are about the task at hand.
    private static bool IsAboutTheTalk(Clause clause) => clause.Tokens.Length > LongestStatement || TokenSpans.Contains(clause.Tokens, "you") || TokenSpans.Contains(clause.Tokens, "your");

    // "Keeps on at me to switch", "wants us to move": what others would like.
    private static bool Urges(Clause clause, VerbPhrase verb)
    {
        var at = Math.Max(TokenSpans.IndexOf(clause.Tokens, ["me", "to"]), TokenSpans.IndexOf(clause.Tokens, ["us", "to"]));
        return at > verb.Main && verb.Lemma is "keep" or "want" or "tell" or "ask" or "nag" or "beg" or "urge" or "advis" or "encourag" or "push" or "try" or "get" or "would";
    }

    /// <summary>Whose thing a clause is about, where it is a relative's: "brother" of "my brother's commute".</summary>
    public static string? KinOf(Clause clause)
    {
        var subject = clause.Tokens.AsSpan(clause.SubjectStart, clause.SubjectEnd - clause.SubjectStart);
        return subject is [{ Lower: "my" or "our" }, { } whose, ..] && whose.Lower.EndsWith("'s", StringComparison.Ordinal) && WordLists.Kin.Contains(whose.Lower[..^2]) && !(clause.SubjectStart + 2 < clause.Tokens.Length && WordLists.Kin.Contains(clause.Tokens[clause.SubjectStart + 2].Lower)) ? whose.Lower[..^2] : null;
    }

    private static bool IsEvent(VerbPhrase verb, Time.EventTime? time, bool isNever) =>
        (verb.Tense == Tense.Past && !verb.Formerly && !isNever && verb.Lemma is not ("be" or "have" or "know" or "like" or "love" or "feel" or "think")) || verb.Tense == Tense.Future || time is not null;

    // "I need to get to Hamburg on 30 May": asked of the assistant, and a plan.
    private bool IsJourney(Clause clause, VerbPhrase verb) =>
        (verb is { Negated: false, Lemma: "need" or "want" or "have" } && clause.Rest is [{ Lower: "to" }, { Lower: "get" or "be" or "go" or "travel" or "fly" or "leave" or "reach" or "drive" or "move" }, _, ..] || verb is { Negated: false, Lemma: "have", Tense: Tense.Present }) && times.Of(clause) is { } time && time.Start >= item.Content.Time.Date;

    // "I've driven the 38 for six years", "I'm on days now, since June": it goes on.
    private static bool IsLasting(Clause clause, VerbPhrase verb) =>
        (verb is { Tense: Tense.Past, Negated: false, Perfect: false } && Callings.Contains(verb.Lemma) && SpanOf(clause, verb) && Array.TrueForAll(clause.Tokens, static token => token.Lower is not ("last" or "ago" or "in"))) ||
        (verb is { Tense: Tense.Present, Negated: false, Perfect: false } && Array.FindIndex(clause.Tokens, verb.Main, static token => token.Lower == "now") is > 0 and var now && Array.FindIndex(clause.Tokens, now, static token => token.Lower == "since") > 0) ||
        (verb is { Perfect: true, Negated: false } && (SpanOf(clause, verb) || TokenSpans.IndexOf(clause.Rest, ["so", "far"]) > 0));

    // "For six years".
    private static bool SpanOf(Clause clause, VerbPhrase verb) =>
        Array.FindIndex(clause.Tokens, verb.Main, token => token.Lower == "for") is > 0 and var span && span + 2 < clause.Tokens.Length && (clause.Tokens[span + 1].Kind == TokenKind.Number || WordLists.NumberWords.Contains(clause.Tokens[span + 1].Lower)) && clause.Tokens[span + 2].Lower is "years" or "year" or "months" or "decades";

    // What somebody was for years, and tells of as a part of who they are.
    private static readonly IReadOnlySet<string> Callings = WordLists.Of("teach work live serve coach run drive play train practise practice sing").Select(Verbs.Lemma).ToHashSet(StringComparer.Ordinal);

    // "Went up to 36 euros".
    private static bool TellsLevel(Clause clause)
    {
        var to = Array.FindIndex(clause.Tokens, token => token.Lower == "to");
        return to > 0 && to + 1 < clause.Tokens.Length && FacetReader.NumberOf(clause.Tokens[to + 1]) is not null;
    }

    // "From April to October I cycle": so it is each year.
    private static bool IsSeasonal(VerbPhrase verb, Time.EventTime? time)
    {
        const int LongestOccasion = 45;
        return verb is { Tense: Tense.Present, Progressive: false, Perfect: false, Modal: "" } && time is { } span && (span.End - span.Start).TotalDays > LongestOccasion;
    }

    // "We put 300 aside a month": a verb without a past form of its own, told with how often, tells what is so.
    private static bool IsHabit(Clause clause, VerbPhrase verb) =>
        (verb is { Tense: Tense.Past, Perfect: false } && clause.Tokens.Take(verb.Main).Any(token => token.Lower == "always")) ||
        clause.Tokens[verb.Main].Lower is "put" or "set" or "cut" or "let" or "cost" or "split" or "read" or "spread" && !verb.Perfect &&
        Array.FindIndex(clause.Tokens, verb.Main, token => token.Lower is "a" or "per" or "every" or "each") is > 0 and var often && Array.FindIndex(clause.Tokens, often, token => token.Lower is "day" or "week" or "month" or "year" or "morning" or "evening" or "night") is > 0 and var span && span - often <= 2 && span > 1 && clause.Tokens[span - 1].Lower is not ("last" or "next");

    private static double ConfidenceOf(Clause clause, VerbPhrase verb, bool isSpeaker) =>
        (verb.Modal is "might" or "may" or "could" ? 0.4 : 0.8) - (isSpeaker ? 0 : 0.1) - (clause.Subject == SubjectKind.PersonPronoun ? 0.1 : 0);

    private bool IsQuestion(Clause clause)
    {
        if (!clause.InQuestion)
        {
            return false;
        }

        // "I have a dog named Max, can he eat grapes?": the first half states something, the last half asks.
        return clause.IsLast || !(clause.Subject is SubjectKind.Speaker or SubjectKind.Possession || (clause.Subject is SubjectKind.PersonPronoun or SubjectKind.Person && clause is { SubjectStart: 0, SubjectEnd: > 0, Verb.Tense: Tense.Present }) || (clause.Subject == SubjectKind.Other && clause.Verb is { Lemma: "be" } && times.Of(clause) is not null));
    }

    // Wishes, conditions and words of others are no facts.
    public static bool IsSayable(Clause clause, VerbPhrase verb)
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
            "could" => verb.Negated || PreferenceReader.IsCraving(clause, verb) || (verb.Lemma is "do" or "liv" or "live" && clause.Rest is [{ Lower: "without" }, _, ..]),
            "might" or "may" => true,
            _ => true,
        };
    }

    // What one changes to another of its kind, and the attribute that it is.
    private static readonly Dictionary<string, string> Changed = new(StringComparer.Ordinal) { ["name"] = "name", ["surname"] = "name", ["email"] = "email", ["address"] = "address", ["number"] = "number", ["degree"] = "field of study", ["major"] = "field of study", ["course"] = "field of study", ["subject"] = "field of study", ["bank"] = "bank", ["phone"] = "phone", ["car"] = "car", ["gym"] = "gym", ["username"] = "username", ["timezone"] = "timezone", ["pronouns"] = "pronouns", ["editor"] = "editor" };

    private static readonly IReadOnlySet<string> Body = WordLists.Of("eyesight sight vision hearing memory knee knees back hip hips eyes ears heart health balance stomach shoulder lungs sleep english spelling ankle wrist arm leg foot feet hand finger thumb toe neck elbow head throat skin rash cough cold fever migraine tooth teeth nose appetite mood baby twins boiler heating internet wifi broadband router laptop phone car bike fridge oven dishwasher roof");

    private static bool HasContent(Clause clause)
    {
        // "Her eyesight's bad": what is good or bad of somebody's body tells something.
        if (clause.Subject is SubjectKind.Possession or SubjectKind.PersonPronoun && clause.SubjectEnd - clause.SubjectStart > 1 && Body.Contains(clause.Tokens[clause.SubjectEnd - 1].Lower))
        {
            return true;
        }

        // "I'm well again": after an illness.
        if (clause.Subject == SubjectKind.Speaker && clause.Rest is [{ Lower: "fine" or "well" or "better" or "ok" or "okay" }, { Lower: "again" }, ..])
        {
            return true;
        }

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
}
