using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// Keeps what an assistant is told without a grammar that the other rules know: "80 guests, roughly", "flat's in Headingley, ground
/// floor", "rent 1,150, garage 95 a month". The words stay as they are, with low confidence; the facet that they tell, if any, is
/// what later statements change.
/// </summary>
internal sealed class LooseReader(ReadingContext context, EvidenceItem item, Speaker speaker, MessageTimes times)
{
    private const int LongestStatement = 40;
    private const double Confidence = 0.45;

    // What is asked, supposed, told of others' words or said to the assistant is no statement about the speaker.
    private static readonly IReadOnlySet<string> Unsaid = WordLists.Of(
        "you your yours yourself if would could should wish imagine suppose maybe perhaps whether say says said saying hope hoping tell tells told wrote writes asked asks thinks claims according thanks thank please hi hello bye goodbye cheers thx ta \" “ ” lol");

    private readonly ThirdPersonWriter writer = new(speaker.Name, context.PartnerOf(speaker));

    /// <summary>The statements of a clause that no other rule reads; none when it tells nothing.</summary>
    /// <param name="clause">The clause.</param>
    public IEnumerable<RecordDraft> Read(Clause clause)
    {
        var tokens = clause.Tokens;
        if (context.HasAssistant && !clause.InQuestion && AgeReader.ReadToday(tokens) is { } age)
        {
            yield return new()
            {
                Kind = MemoryKind.Profile,
                Text = $"{speaker.Name}: {tokens[0].Text} today",
                Subject = speaker.Subject,
                Confidence = 0.7,
                Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
                Slot = "age",
                SlotValue = age,
                Sources = [item.Id],
                IsChange = true,
            };
            yield break;
        }

        if (!context.HasAssistant || clause.InQuestion || tokens.Length > LongestStatement || tokens.Length < 2 || tokens is [{ Lower: "not" }, { IsCapitalised: true }] || clause.Subject is SubjectKind.Partner || tokens[0].Lower is "mine" or "ours" or "or" or "works" or "worked" or "fixed" or "sorted" or "solved" || (clause.Subject is SubjectKind.PersonPronoun or SubjectKind.ThingPronoun && !IsOurs(clause)) || (clause.Subject is SubjectKind.None && TokenSpans.ContainsAny(tokens, Others)) || (clause.Verb is { } said && !StatementReader.IsSayable(clause, said)) || IsOrder(clause) || TokenSpans.ContainsAny(tokens, Unsaid) || WordLists.QuestionWords.Contains(tokens[0].Lower) ||
            (clause.Subject == SubjectKind.Speaker && clause.Verb is not null && ChitChat.IsEmptyTalk(clause, true)) || Filters.SentenceFilter.IsCommand(tokens))
        {
            yield break;
        }

        foreach (var part in PartsOf(clause))
        {
            if (IsTelling(part) && Draft(part) is { } draft)
            {
                yield return draft;
            }
        }
    }

    /// <summary>The statement before with the day that a sentence of nothing else gives it: "Signed up for the half. 22 September."</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="before">The last statement of the same message.</param>
    public RecordDraft? Dated(Sentence sentence, RecordDraft before)
    {
        var words = sentence.Tokens;
        if (before.EventTime is not null || before.Sources[0] != item.Id)
        {
            return null;
        }

        var clause = new Clause { Tokens = words, Verb = VerbPhrase.Read([new("plan", "plan", 0, 0, TokenKind.Word, false)], 0) };
        return times.Of(clause) is { } time
            ? before with { Text = before.Text.TrimEnd('.') + ", " + writer.Write(clause, null, times), EventTime = time, Kind = before.Kind == MemoryKind.Fact ? MemoryKind.Event : before.Kind }
            : null;
    }

    /// <summary>Whether a sentence is nothing but a day.</summary>
    public bool IsDate(Sentence sentence)
    {
        var words = sentence.Tokens;
        return !sentence.IsQuestion && words.Length <= 6 && times.Any(words[0].Start, words[^1].End) && Array.TrueForAll(words, token => !token.IsWord || times.Any(token.Start, token.End) || token.Lower is "on" or "at" or "in" or "the" or "this" or "that" or "is");
    }

    // "Rent is 1,150, garage 95 a month": each part with a number of its own is a statement.
    private static IEnumerable<Clause> PartsOf(Clause clause)
    {
        var parts = Enumeration(clause.Tokens);
        return parts.Count > 1 ? parts.Select(part => clause with { Tokens = part, Subject = SubjectKind.None, SubjectStart = 0, SubjectEnd = 0, Verb = null }) : [clause];
    }

    /// <summary>The parts of an enumeration of measures, each with a number of its own; the words as they are where they enumerate none.</summary>
    /// <param name="tokens">The words of a clause.</param>
    public static IReadOnlyList<Token[]> Enumeration(Token[] tokens)
    {
        // "I need 5 eggs, 200 g flour" is one statement.
        if (tokens[0].Lower is "i" or "we" || (tokens.Length > 1 && Discourse.IsOpener(tokens[0].Lower) && tokens[1].Lower is "i" or "we"))
        {
            return [tokens];
        }

        var parts = new List<Token[]>();
        var start = 0;
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && tokens[i].Lower is not ("," or ";"))
            {
                continue;
            }

            var part = tokens[start..i];
            part = part.Length > 1 && part[0].Lower is "and" or "but" or "plus" ? part[1..] : part;
            parts.Add(part);
            start = Math.Min(i + 1, tokens.Length);
        }

        return parts.Count > 1 && parts.TrueForAll(part => part.Length > 1 && Array.Exists(part, token => token.Text.Any(char.IsAsciiDigit) && FacetReader.NumberOf(token) is not null) && Array.Exists(part, IsContent)) ? parts : [tokens];
    }

    private static readonly IReadOnlySet<string> Others = WordLists.Of("he she him");
    private static readonly IReadOnlySet<string> Own = WordLists.Of("me my our us mine");

    // "It took me 33 days", "they put me in the red team": about the speaker, whoever "they" are.
    private bool IsOurs(Clause clause) =>
        (clause.Tokens is [{ Lower: "it" or "that" }, { Lower: "is" or "makes" }, var count, { Kind: TokenKind.Word }, ..] && FacetReader.NumberOf(count) is not null && IsCounted(clause.Tokens[3].Lower)) || (clause.Tokens[clause.SubjectStart].Lower == "they" && clause.Verb is { } ending && ChangeReader.Ends(clause, ending, times) is not null) || !Others.Contains(clause.Tokens[clause.SubjectStart].Lower) && FacetReader.Read(clause, times) is not null || (clause.Tokens[clause.SubjectStart].Lower is "it" or "they" or "that" && clause.Verb is { Negated: false, Modal: "" or "can" } && TokenSpans.ContainsAny(clause.Tokens, Own) && clause.Tokens.Count(IsContent) > 1);

    // "Have a nice evening", "region: eu-west-1".
    private static bool IsOrder(Clause clause) =>
        (clause.Subject is SubjectKind.None && (Verbs.IsBe(clause.Tokens[0].Lower) || clause.Tokens[0].Lower is "does" or "did" or "has" or "can" or "will")) || clause.Subject is SubjectKind.None && (Verbs.IsBase(clause.Tokens[0].Lower) || clause.Tokens[0].Lower is "have" or "be" or "do" or "ping" or "nudge" or "alert" or "notify") && !FacetVocabulary.IsNamed(clause.Tokens[0].Lower) || clause.Tokens is [_, { Lower: ":" }, _] or [_, { Lower: ":" }, _, _];

    // "It's nine beehives already": what was counted before.
    private bool IsCounted(string thing) => thing.Length > 3 && context.Known.Any(statement => statement.Subject == speaker.Subject && statement.Text.Contains(" " + thing, StringComparison.OrdinalIgnoreCase));

    private static bool IsContent(Token token) => token.Kind == TokenKind.Word && !WordLists.Empty.Contains(token.Lower) && !VerbPhrase.IsAdverb(token.Lower) && !WordLists.Prepositions.Contains(token.Lower) && !Discourse.IsOpener(token.Lower);

    // "New phone day": the thing that there was before has had its time.
    private static string? NewThing(Token[] tokens) =>
        tokens is [{ Lower: "new" }, var thing, ..] && (SlotVocabulary.OwnedAttributes.ContainsKey(thing.Lower) || thing.Lower is "flat" or "apartment" or "house" or "bike" or "coach" or "teacher" or "tutor" or "roommate" or "flatmate" or "trainer" or "supervisor") ? thing.Lower : null;

    // "No more commuting".
    private static string? NoMore(Token[] tokens) =>
        tokens is [{ Lower: "no" }, { Lower: "more" }, { Kind: TokenKind.Word } over, ..] && tokens.Length < 6 && !WordLists.Empty.Contains(over.Lower) && over.Lower is not ("questions" or "problems" or "ideas" or "excuses" or "worries") ? string.Join(' ', tokens[2..].Where(static token => token.IsWord).Select(static token => token.Lower)) : null;

    private bool IsTelling(Clause clause)
    {
        var content = clause.Tokens.Count(IsContent);
        var ends = clause.Verb is { } ending ? ChangeReader.Ends(clause, ending, times) : NewThing(clause.Tokens);
        var tellsFacet = FacetReader.Read(clause, times) is not null;
        var sign = ends is not null || tellsFacet || (clause.Subject is SubjectKind.Person or SubjectKind.Other && clause.Verb is not null && clause.Tokens[clause.SubjectStart].IsCapitalised && EntityFinder.Find(clause, speaker.Name).Count > 0);
        for (var i = 0; i < clause.Tokens.Length && !sign; i++)
        {
            var token = clause.Tokens[i];
            sign = (token.Text.Any(char.IsAsciiDigit) && token.IsWord) || (WordLists.NumberWords.Contains(token.Lower) && token.Lower is not "one") || (i > 0 && token.IsCapitalised && token.Lower is not "i") || WordLists.Kin.Contains(token.Lower) || WordLists.Pets.Contains(token.Lower) || token.Lower is "my" or "our" or "i" or "we" or "me" or "us" or "mine" ||
                WordLists.Projects.Contains(token.Lower) || WordLists.Occasions.Contains(token.Lower) || times.Any(token.Start, token.End);
        }

        return ends is not null || (sign || content > 3) && content >= (clause.Tokens.Count(token => token.Kind == TokenKind.Number) > 1 ? 0 : clause.Verb is null || tellsFacet ? 1 : 2) && clause.Tokens.Count(token => token.IsWord) > 1;
    }

    /// <summary>The facet of the speaker's that a clause without a subject of its own tells; <see langword="null"/> when it tells none.</summary>
    public (string Slot, string Value)? FacetOf(Clause clause) =>
        clause.Verb is not { Negated: true } && !TokenSpans.ContainsAny(clause.Tokens, WordLists.Kin) && !TokenSpans.Contains(clause.Tokens, "no") && !TokenSpans.Contains(clause.Tokens, "not") ? FacetReader.Read(clause, times) : null;

    // "Car's a 2014 Golf" is the speaker's car; a fragment is what they said.
    private string Named(Clause clause, string text)
    {
        if (clause is { Subject: SubjectKind.Other or SubjectKind.Person, SubjectStart: 0, SubjectEnd: 1, Verb: not null } && Owned.Contains(clause.Tokens[0].Lower))
        {
            return $"{speaker.Name}'s {char.ToLowerInvariant(text[0])}{text[1..]}";
        }

        var isWhole = text.Contains(speaker.Name, StringComparison.Ordinal) && (clause.Verb is not null || !WordLists.Prepositions.Contains(clause.Tokens[0].Lower));
        return isWhole ? text : $"{speaker.Name}: {(clause.Tokens[0].Text == clause.Tokens[0].Lower || WordLists.Prepositions.Contains(clause.Tokens[0].Lower) ? char.ToLowerInvariant(text[0]) : text[0])}{text[1..]}";
    }

    // What people speak of without an article, and mean their own.
    private static readonly IReadOnlySet<string> Owned = WordLists.Of("car bike house flat apartment office kitchen garden flight train rent salary budget landlord boiler fridge laptop phone commute shift thesis dissertation mortgage surgery interview");

    private RecordDraft? Draft(Clause clause)
    {
        var facet = FacetOf(clause);
        var identity = facet is null && clause is { Subject: SubjectKind.Other, Verb: { } copula } && clause.SubjectEnd > clause.SubjectStart ? IdentityReader.Read(clause, copula, speaker.Subject, clause.Tokens[clause.SubjectEnd - 1].Lower) : null;
        var text = writer.Write(clause, null, times);
        if (text.Length < 3)
        {
            return null;
        }

        var time = times.Of(clause);
        var verb = clause.Verb;
        return new()
        {
            Kind = time is not null || verb is { Tense: Tense.Past } ? MemoryKind.Event : MemoryKind.Fact,
            Text = Named(clause, text),
            Subject = StatementReader.KinOf(clause) is { } kin ? $"{speaker.Subject}'s {kin}" : speaker.Subject,
            Entities = EntityFinder.Find(clause, speaker.Name),
            EventTime = time,
            Confidence = Confidence,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = facet?.Slot ?? identity?.Slot,
            SlotValue = facet?.Value ?? identity?.Value,
            Sources = [item.Id],
            Ends = verb is null ? NoMore(clause.Tokens) ?? NewThing(clause.Tokens) : ChangeReader.Ends(clause, verb, times),
            IsChange = verb is not null && ChangeReader.IsChange(clause, verb),
        };
    }
}
