using MemOS.Evidence;
using MemOS.Reading.Rules.English;
using MemOS.Reading.Rules.Filters;

namespace MemOS.Reading.Rules;

/// <summary>Reads the sentences of one English message in their order.</summary>
internal sealed class MessageReader(ReadingContext context, EvidenceItem item, Speaker speaker, MessageTimes times, bool hasCode, bool slipped = false)
{
    private readonly StatementReader statements = new(context, item, speaker, times);
    private readonly CorrectionReader corrections = new(context, item, speaker);
    private readonly LooseReader loose = new(context, item, speaker, times);
    private readonly ChoiceStatements choices = new(context, item, speaker, times);
    private readonly MentionReader mentions = new(item, speaker);
    private readonly WishStatements wishes = new(context, item, speaker, times);
    private readonly ThirdPersonWriter writer = new(speaker.Name, context.PartnerOf(speaker));
    private readonly EvidenceItem? previous = context.Previous(item);
    private readonly bool looksBack = slipped;
    private bool announced;
    private string? never;
    private Sentence untold;
    private Sentence said;

    /// <summary>Adds what a sentence states.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isFirst">Whether it is the first of its message: the one that can answer a question.</param>
    /// <param name="drafts">The statements of the message so far.</param>
    public void Read(Sentence sentence, bool isFirst, List<RecordDraft> drafts)
    {
        if (loose.IsDate(sentence))
        {
            // "Extension granted! 30 June.": the day belongs to what was just said.
            if (untold.Tokens is { Length: > 0 } said)
            {
                sentence = sentence with { Tokens = [.. said, .. sentence.Tokens] };
            }
            else if (drafts.Count > 0 && loose.Dated(sentence, drafts[^1]) is { } dated)
            {
                drafts[^1] = dated;
                return;
            }
        }

        if (sentence.IsLead)
        {
            announced = CorrectionSigns.Announces(sentence) || sentence.Tokens[0].Lower == "correction";
            said = sentence;
            return;
        }

        var told = drafts.Count;
        var person = context.Person;
        Read(sentence, drafts, isFirst);

        // "It was never peanuts at all. My allergy is to hazelnuts.": the wrong value, then the right one.
        for (var i = told; i < drafts.Count && never is not null; i++)
        {
            drafts[i] = drafts[i] with { RejectedValue = drafts[i].RejectedValue ?? never, IsCorrection = true, Slot = null, SlotValue = null };
            never = null;
        }

        // "The mortgage. It's with Nationwide": what the next sentence tells of.
        if (drafts.Count == told && !sentence.IsQuestion && sentence.Tokens is [{ Lower: "the" or "my" or "our" }, { Kind: TokenKind.Word } named] && context.HasAssistant)
        {
            context.Thing = new($"{speaker.Name}'s {named.Text}", 't', item.Id);
        }

        never = corrections.NeverWas(sentence.Tokens) ?? never;
        said = sentence;
        if (ReferenceEquals(person, context.Person))
        {
            context.NoteOwn(sentence.Tokens, speaker, item);
        }

        untold = drafts.Count == told && !sentence.IsQuestion && context.HasAssistant ? sentence : default;
        mentions.Read(sentence, drafts);
    }

    private void Read(Sentence sentence, List<RecordDraft> drafts, bool isFirst)
    {
        if (context.MayInstruct && ReadInstruction(sentence, drafts))
        {
            return;
        }

        if (context.MayInstruct && !hasCode && ClauseSplitter.Split(sentence.Tokens) is [var asked, ..] && RequestReader.Read(asked, item, speaker, writer, times) is { } plan)
        {
            // "Book me Lyon to Strasbourg on the 12th, quiet coach as usual": the plan, then what is said beside it.
            drafts.Add(plan);
            drafts.AddRange(UsualReader.Again(sentence, item, speaker));
            ReadClauses(sentence, drafts, 1);
            return;
        }

        var isAnnounced = announced || looksBack;
        announced = CorrectionSigns.Announces(sentence);
        if (UsualReader.Read(sentence, item, speaker).ToList() is { Count: > 0 } usual)
        {
            drafts.AddRange(usual);
        }
        else if (previous is not null && !sentence.Tokens.Any(token => token.Text.Contains('@', StringComparison.Ordinal)) && choices.Read(sentence, previous, isFirst) is { } choice)
        {
            drafts.Add(choice);

            // "9:40 works better, I drop the kids first": what is told behind the choice counts too.
            var told = ClauseSplitter.Split(sentence.Tokens);
            if (told.Count > 1 && choices.Read(sentence with { Tokens = told[0] }, previous, isFirst)?.Topic == choice.Topic)
            {
                ReadClauses(sentence, drafts, 1);
            }
        }
        else if (context.HasAssistant && UsualReader.Again(sentence, item, speaker).ToList() is { Count: > 0 } again)
        {
            drafts.AddRange(again);
        }
        else if (context.HasAssistant && !sentence.IsQuestion && !hasCode && FragmentReader.OnlyWanted(sentence.Tokens) is { } only)
        {
            // "My eyes are bad, so large print only, please": the wish, and its reason.
            drafts.Add(wishes.Wanted(only));
            var reason = Array.FindIndex(sentence.Tokens, token => token.Start == only[0].Start);
            if (reason > 2)
            {
                ReadClauses(sentence with { Tokens = ClauseJoints.WithoutEnd(sentence.Tokens[..reason]) }, drafts);
            }
        }
        else if (context.HasAssistant && !sentence.IsQuestion && !hasCode && FragmentReader.ForMe(sentence.Tokens) is { } chosen)
        {
            var thing = Array.FindIndex(chosen, token => token.Lower == "for");
            drafts.Add(wishes.Wanted(chosen) with { Topic = string.Join(' ', chosen[..thing].Where(token => !WordLists.Determiners.Contains(token.Lower)).Select(token => token.Lower)), IsChange = true });
        }
        else if (context.HasAssistant && FragmentReader.Welcome(sentence.Tokens) is { } welcome && !sentence.IsQuestion)
        {
            drafts.Add(wishes.Welcomed(sentence, welcome));
        }
        else if (corrections.Read(sentence, drafts, isAnnounced) is { } correction)
        {
            drafts.Add(correction);
        }
        else if (isFirst && previous is not null && Answer(sentence, previous) is { Count: > 0 } answers)
        {
            drafts.AddRange(answers);
        }
        else
        {
            if (isFirst && previous is { Content.Role: EvidenceRole.Assistant or EvidenceRole.User } && AnswerReader.Affirmed(previous.Content.Text, sentence, context.Names) is { } affirmed)
            {
                drafts.AddRange(OfAnswer(affirmed, previous));
            }

            var told = drafts.Count;
            ReadClauses(sentence, drafts);

            // "I misread the invoice. The repair was 420 euros.": what is told behind the slip puts right what was told before it.
            for (var i = told; i < drafts.Count && (isAnnounced || CorrectionSigns.Opens(sentence.Tokens)); i++)
            {
                drafts[i] = drafts[i] with { IsChange = true, IsCorrection = true };
            }

            for (var i = told; i < drafts.Count && CorrectionSigns.TellsNews(sentence.Tokens); i++)
            {
                drafts[i] = drafts[i] with { IsChange = true };
            }
        }
    }

    // "Don't suggest mushrooms, I can't stand them": the command, then its reason.
    private bool ReadInstruction(Sentence sentence, List<RecordDraft> drafts)
    {
        if (InstructionReader.ReadName(sentence, said, context, item, speaker) is { } address)
        {
            drafts.Add(address);
            return true;
        }

        if (!hasCode && ClauseSplitter.Split(sentence.Tokens) is [var switched, ..] && InstructionReader.ReadLanguage(sentence with { Tokens = switched }, item, speaker) is { } language)
        {
            drafts.Add(language);
            ReadClauses(sentence, drafts, 1);
            return true;
        }

        // "I'm on a laptop now, so forget the two sentence limit": the order, and why.
        if (!hasCode && !sentence.IsQuestion && LiftedRuleReader.Read(sentence, item, speaker) is { } lifted)
        {
            if (sentence.Tokens.Take(lifted.From).Any(token => token.IsWord))
            {
                ReadClauses(sentence with { Tokens = ClauseJoints.WithoutEnd(sentence.Tokens[..lifted.From]) }, drafts);
            }

            drafts.Add(lifted.Order);
            if (InstructionOf(sentence with { Tokens = [.. sentence.Tokens.Skip(lifted.To).SkipWhile(token => token.Lower != "and").Skip(1)] }) is { } further)
            {
                drafts.Add(further);
            }

            return true;
        }

        // "Address me formally and write in full sentences": two wishes, so that a change of one leaves the other.
        for (var i = 2; i + 2 < sentence.Tokens.Length; i++)
        {
            var end = sentence.Tokens[i - 1].Lower == "," ? i - 1 : i;
            if (sentence.Tokens[i].Lower is "and" or "but" && InstructionOf(sentence with { Tokens = sentence.Tokens[..end] }) is { } one && InstructionOf(sentence with { Tokens = sentence.Tokens[(i + 1)..] }) is { } other && one.Slot != other.Slot)
            {
                drafts.Add(one);
                drafts.Add(other);
                return true;
            }
        }

        // "She bought us a scale, so write the recipes in grams from now on": the reason, then the wish.
        for (var i = 3; i + 3 < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Lower is "so" && sentence.Tokens[i - 1].Lower is "," or ";" or "—" or "–" && (InstructionOf(sentence with { Tokens = sentence.Tokens[(i + 1)..] }) ?? StyleReader.Read(sentence.Tokens[(i + 1)..], item, speaker, writer, times)) is { } conclusion)
            {
                ReadClauses(sentence with { Tokens = sentence.Tokens[..(i - 1)] }, drafts);
                drafts.Add(conclusion);
                return true;
            }
        }

        var clauses = ClauseSplitter.Split(sentence.Tokens);
        if (clauses.Count > 1 && sentence.Tokens.Any(static token => token.Lower == ":") && InstructionOf(sentence) is { } announcedOrder)
        {
            drafts.Add(announcedOrder);
            return true;
        }

        if (clauses.Count > 1 && InstructionOf(sentence with { Tokens = clauses[0] }) is { } first)
        {
            drafts.Add(first);
            ReadClauses(sentence, drafts, 1);
            return true;
        }

        if (InstructionOf(sentence) is not { } instruction)
        {
            var wish = clauses.Count > 0 && context.HasAssistant && !hasCode && !(sentence.IsQuestion && WordLists.QuestionWords.Contains(sentence.Tokens[0].Lower)) ? StyleReader.Read(TokenSpans.IndexOf(sentence.Tokens, ["from", "now", "on"]) >= 0 ? sentence.Tokens : clauses[0], item, speaker, writer, times) : null;
            if (wish is null)
            {
                return false;
            }

            drafts.Add(wish);
            if (clauses.Count > 1)
            {
                ReadClauses(sentence, drafts, 1);
            }

            return true;
        }

        drafts.Add(instruction);
        return true;
    }

    private RecordDraft? InstructionOf(Sentence sentence) => InstructionReader.Read(sentence, item, speaker, writer, times, hasCode);

    private void ReadClauses(Sentence sentence, List<RecordDraft> drafts, int from = 0)
    {
        sentence = sentence with { Tokens = ClauseForms.Apposed(sentence.Tokens) };
        var premise = Premises.Of(sentence);
        var clauses = ClauseSplitter.Split(premise.IsEmpty ? sentence.Tokens : premise);
        if (context.HasAssistant)
        {
            clauses = [.. clauses.SelectMany(LooseReader.Enumeration)];
        }

        RecordDraft? last = null;

        // A command states nothing, but its reason may: "no mushrooms please, I can't stand them".
        var command = SentenceFilter.IsCommand(sentence.Tokens);
        for (var i = Math.Max(from, command ? 1 : 0); i < clauses.Count; i++)
        {
            var clause = ClauseAnalyzer.Analyze(ClauseForms.Diagnosed(clauses[i]), sentence.IsQuestion && premise.IsEmpty, i == clauses.Count - 1, context.Names);
            if (clause is null)
            {
                continue;
            }

            clause = SentenceReferences.Resolve(ClauseForms.Passive(i > 0 ? ClauseForms.OfSameSubject(clause, clauses[i], clauses[i - 1], context.Names) : clause, context.Person is not null || context.Thing?.Message == item.Id), i > 0 ? clauses[i - 1] : [], said.Tokens, context.Names);

            // "I need a present for my aunt Ngozi, she turns 70": whom the clause before names.
            if (i > 0 && (last is null || context.Person?.Message != item.Id) && clause.Subject == SubjectKind.PersonPronoun)
            {
                context.NoteOwn(clauses[i - 1], speaker, item);
            }

            var whole = clause;
            if (clause.Verb is null && !sentence.IsQuestion && FragmentReader.Unwanted(clauses.Count == 1 ? sentence.Tokens : clauses[i]) is { } unwanted && i == 0 && (clauses.Count == 1 || !(TokenSpans.ContainsAny(clauses[1], Pronouns) || TokenSpans.Contains(clauses[1], "it") && TokenSpans.ContainsAny(clauses[1], Tastes))))
            {
                drafts.Add(wishes.NotWanted(unwanted));
                continue;
            }

            if (i == 0 && !sentence.IsQuestion && context.HasAssistant && clause.Verb is null && FragmentReader.Denied(sentence.Tokens) is { } denied)
            {
                drafts.Add(wishes.NotWanted(denied));
                i += clauses.Count > 1 && clauses[0].Length < 4 && TokenSpans.Contains(clauses[1], "no") ? 1 : 0;
                continue;
            }

            if (i == 0 && !sentence.IsQuestion && FragmentReader.Refused(clauses[0]) is { } refused && (said.IsQuestion || previous?.Content.Text.Contains(refused.Split(' ')[^1], StringComparison.OrdinalIgnoreCase) == true))
            {
                drafts.Add(wishes.NotWanted(refused));
                continue;
            }

            clause = ClauseForms.AfterChange(clause, i > 0 ? ClauseAnalyzer.Analyze(ClauseForms.AfterColon(clauses[i - 1]), false, false, context.Names) : null);
            whole = clause.Subject == SubjectKind.ThingPronoun ? whole : clause;

            if (i > 0 && (command || last is null) && Array.Exists(clauses[i - 1], token => WordLists.Determiners.Contains(token.Lower) || WordLists.Prepositions.Contains(token.Lower) || Verbs.IsFinite(token.Lower) || Verbs.IsBase(token.Lower)))
            {
                clause = ObjectReferences.Resolve(clause, clauses[i - 1]);
            }

            // "Cumin? I can't stand it", and "I can't stand it" where cumin was offered.
            clause = i > 0 ? ObjectReferences.ResolveTaste(clause, clauses[i - 1]) : clause;
            clause = said.Tokens is { Length: > 0 } ? ObjectReferences.ResolveTaste(clause, said.Tokens) : clause;
            var named = said.Tokens is not { Length: > 2 } && previous is { Content.Role: EvidenceRole.Assistant or EvidenceRole.User } ? ObjectReferences.ResolveOffered(clause, previous.Content.Text) : clause;
            var offered = named != clause;
            clause = named;
            while (CoordinationSplitter.Split(clause) is { } halves && statements.Read(halves.First) is { } first)
            {
                drafts.Add(first);
                clause = halves.Second;
            }

            if (last is not null && ClauseJoints.Continues(clause, sentence) && times.Of(clause) is null)
            {
                // "…, and it was so powerful" belongs to what was just told.
                var joined = last with { Text = $"{last.Text.TrimEnd('.')}, {(clauses[i][0].Lower is "but" or "so" ? clauses[i][0].Lower : "and")} {ClauseJoints.LowerFirst(writer.Write(clause, null, times))}" };
                if (joined.Slot is null && loose.FacetOf(clause) is { } facet)
                {
                    joined = joined with { Slot = facet.Slot, SlotValue = facet.Value, Subject = speaker.Subject };
                }

                drafts[^1] = joined;
                last = joined;
            }
            else if (statements.Read(clause) is { } draft)
            {
                last = PlanReader.WithRejected(draft, clause, sentence, context.Statements, drafts);
                last = i > 0 && last.RejectedValue is null && ClauseJoints.Denied(clauses[i - 1]) is { } wrong ? last with { RejectedValue = wrong, IsCorrection = true } : last;
                last = i > 0 && ClauseJoints.Follows(clauses[i], clauses[i - 1], context.Names, times) ? last with { IsChange = true } : last;
                if (drafts.Count > 0 && ClauseJoints.PutOff(drafts[^1], last) is { } moved && i > 0)
                {
                    drafts[^1] = last = moved;
                    continue;
                }

                last = offered ? last with { Sources = [item.Id, previous!.Id] } : last;
                drafts.Add(last);
            }
            else if (!command && !sentence.IsQuestion)
            {
                var told = drafts.Count;
                drafts.AddRange(loose.Read(whole));

                // "Tilly doesn't have asthma, it's reflux".
                last = drafts.Count > told ? drafts[^1] : last;
            }
        }
    }

    private static readonly IReadOnlySet<string> Pronouns = WordLists.Of("them those");
    private static readonly IReadOnlySet<string> Tastes = WordLists.Of("stand like love hate bear eat drink touch enjoy allergic");

    private List<RecordDraft>? Answer(Sentence sentence, EvidenceItem question)
    {
        if (question.Content.Role is EvidenceRole.Tool or EvidenceRole.System || AnswerReader.Statement(question.Content.Text, sentence, context.Names) is not { } statement)
        {
            return null;
        }

        return OfAnswer(statement, question);
    }

    private List<RecordDraft> OfAnswer(string statement, EvidenceItem question)
    {
        // The statement is put together from two messages: it has times of its own, and both are its sources.
        var reader = new StatementReader(context, item, speaker, new MessageTimes(statement, item.Content.Time));
        var drafts = new List<RecordDraft>();
        foreach (var clause in ClauseSplitter.Split(Tokenizer.Tokenize(statement).ToArray()))
        {
            if (ClauseAnalyzer.Analyze(clause, false, true, context.Names) is { } analyzed && reader.Read(analyzed, isAnswer: true) is { } draft)
            {
                drafts.Add(draft with { Sources = [item.Id, question.Id] });
            }
        }

        return drafts;
    }
}
