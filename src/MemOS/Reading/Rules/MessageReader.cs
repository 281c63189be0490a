using MemOS.Evidence;
using MemOS.Reading.Rules.Filters;

namespace MemOS.Reading.Rules;

/// <summary>Reads the sentences of one English message in their order.</summary>
internal sealed class MessageReader(ReadingContext context, EvidenceItem item, Speaker speaker, MessageTimes times, bool hasCode)
{
    private readonly StatementReader statements = new(context, item, speaker, times);
    private readonly ThirdPersonWriter writer = new(speaker.Name, context.PartnerOf(speaker));
    private readonly EvidenceItem? previous = context.Previous(item);

    public void Read(Sentence sentence, bool isFirst, List<RecordDraft> drafts)
    {
        if (InstructionReader.Read(sentence, item, speaker, writer, times, hasCode) is { } instruction && context.HasAssistant)
        {
            drafts.Add(instruction);
            return;
        }

        if (previous is not null && Choice(sentence) is { } choice)
        {
            drafts.Add(choice);
            return;
        }

        if (SentenceFilter.IsCommand(sentence.Tokens))
        {
            return;
        }

        var clauses = ClauseSplitter.Split(Premise(sentence));
        RecordDraft? last = null;
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = ClauseAnalyzer.Analyze(clauses[i], sentence.IsQuestion && !IsPremise(sentence), i == clauses.Count - 1, context.Names);
            if (clause is null)
            {
                continue;
            }

            var draft = statements.Read(clause);
            if (draft is not null)
            {
                drafts.Add(draft);
                last = draft;
            }
        }
    }

    // "Since I'm vegetarian, what should I cook?": the reason is stated, the rest asked.
    private static bool IsPremise(Sentence sentence) => PremiseEnd(sentence) > 0;

    private static ReadOnlySpan<Token> Premise(Sentence sentence)
    {
        var end = PremiseEnd(sentence);
        if (end == 0)
        {
            return sentence.Tokens;
        }

        var start = Array.FindIndex(sentence.Tokens, token => token.Lower is "i" or "we" or "my");
        return sentence.Tokens.AsSpan(start, end - start);
    }

    private static int PremiseEnd(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        if (!sentence.IsQuestion || !(tokens[0].Lower is "since" or "because" or "as" or "given" or "seeing" or "considering"))
        {
            return 0;
        }

        var speaker = Array.FindIndex(tokens, token => token.Lower is "i" or "we" or "my");
        var comma = Array.FindIndex(tokens, token => token.Lower == ",");
        return speaker is > 0 and < 4 && comma > speaker + 1 ? comma : 0;
    }

    private RecordDraft? Choice(Sentence sentence)
    {
        if (sentence.IsQuestion || previous!.Content.Role is EvidenceRole.Tool or EvidenceRole.System)
        {
            return null;
        }

        var number = ChoiceReader.NumberIn(sentence.Tokens, out var start, out var length);
        if (number == 0 || TokenSpans.Contains(sentence.Tokens, "not") || ChoiceReader.Option(previous, number) is not { } option)
        {
            return null;
        }

        var clause = ClauseAnalyzer.Analyze(sentence.Tokens, false, true, context.Names);
        var picked = string.Join(' ', sentence.Tokens.AsSpan(start, length).ToArray().Select(token => token.Text));
        string text;
        if (clause is { Subject: SubjectKind.Speaker, Verb: not null } && clause.SubjectEnd > clause.SubjectStart && clause.Tokens.Length > length)
        {
            var whole = writer.Write(clause, speaker.Name, times).TrimEnd('.');
            var at = whole.IndexOf(picked, StringComparison.OrdinalIgnoreCase);
            text = at < 0 ? $"{whole}: {option}." : $"{whole[..(at + picked.Length)]} ({option}){whole[(at + picked.Length)..]}.";
        }
        else
        {
            text = $"{speaker.Name} chose {picked}: {option}.";
        }

        return new()
        {
            Kind = MemoryKind.Preference,
            Text = text,
            Subject = speaker.Subject,
            Confidence = 0.85,
            Polarity = Polarity.Positive,
            Topic = option.Length > 60 ? option[..60] : option,
            Sources = [item.Id, previous.Id],
        };
    }
}
