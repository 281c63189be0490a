using System.Text.RegularExpressions;
using MemOS.Evidence;
using MemOS.Reading.Rules.Filters;
using MemOS.Recall.Words;
using MemOS.Time;

namespace MemOS.Reading.Extraction;

/// <summary>Decides what of a model's answer is believed, and gives it the form of the rules' own statements.</summary>
/// <remarks>
/// Threat note: an answer is as untrusted as the messages it was made from. A statement needs a new message of a person among its
/// sources and a word in common with them, outside what they only pasted; an instruction, and what names somebody or some place that
/// nobody spoke of, needs most of its words from there. What
/// cites a tool's, a document's or the assistant's words becomes neither an instruction nor a judgement over what is known. A
/// judgement only reaches records that the call was given.
/// </remarks>
internal sealed partial class ExtractionCheck(ExtractionBatch batch, string? userName)
{
    private const double MostWhenImplicit = 0.6;
    private const int MostReplaced = 3;

    // An instruction may stand in every prompt: most of its words must be the person's own.
    private const double LeastOfInstruction = 0.5;

    // A statement with a name that nobody said: all but that name must have been.
    private const double LeastWithStranger = 0.7;
    private static readonly IReadOnlyList<string> AssistantTerms = WordAnalyzer.Terms("assistant wants");
    private static readonly string[] WordsForUser = ["user", "the user", "speaker", "the speaker", "i", "me", "用户", "我"];

    /// <summary>The statement as a draft; <see langword="null"/> when it is not believed.</summary>
    public RecordDraft? Accept(ExtractedItem item)
    {
        var sources = item.Sources.Where(number => number <= batch.Messages.Count).ToList();
        var telling = sources.FindIndex(number => number >= batch.FirstNew && ExtractionBatch.IsReadable(batch.Messages[number - 1]));
        if (telling < 0)
        {
            return null;
        }

        // The telling message is one that a person wrote; the others explain it.
        var teller = batch.Messages[sources[telling] - 1];
        var cited = new List<EvidenceItem> { teller };
        cited.AddRange(sources.Where((_, i) => i != telling).Select(number => batch.Messages[number - 1]));
        var speaker = string.IsNullOrWhiteSpace(teller.Content.Author) ? userName : teller.Content.Author.Trim();
        var isOwn = cited.TrueForAll(ExtractionBatch.IsReadable);
        var isInstruction = item.Kind == MemoryKind.Instruction;
        if ((isInstruction && !isOwn) || Grounding(item.Text, cited, speaker) is var grounding && (grounding == 0 || (isInstruction && grounding < LeastOfInstruction) || (grounding < LeastWithStranger && NamesAStranger(item))))
        {
            return null;
        }

        var draft = new RecordDraft
        {
            Kind = item.Kind,
            Text = item.Text,
            Subject = SubjectOf(item, speaker),
            Entities = item.Entities,
            EventTime = TimeOf(item, teller),
            Confidence = item.Kind == MemoryKind.Preference && !item.IsExplicit ? Math.Min(item.Confidence, MostWhenImplicit) : item.Confidence,
            Origin = OriginOf(cited, isOwn),
            Sources = [.. cited.Select(source => source.Id).Distinct()],
            IsReworded = grounding < 1 && AddsWords(item.Text, cited, speaker),
        };
        var isSaid = (isOwn && grounding >= LeastOfInstruction) || Grounding(item.Value, cited.FindAll(ExtractionBatch.IsReadable), speaker) > 0;
        return WithJudgement(WithSlot(draft, item, isSaid), item, isOwn);
    }

    // An attribute's value takes another's place: it has to be the person's own, not the model's or a tool's.
    private static RecordDraft WithSlot(RecordDraft draft, ExtractedItem item, bool isSaid)
    {
        if (item.Kind == MemoryKind.Preference && RecordText.Key(item.Topic) is { Length: > 0 } topic && item.Polarity != Polarity.None)
        {
            draft = draft with { Topic = topic, Polarity = item.Polarity, Slot = ExtractionSlots.OfTopic(topic), SlotValue = !item.IsExplicit ? ImpliedPreference.ValueOf(item.Polarity) : item.Polarity == Polarity.Negative ? "no" : "yes" };
        }

        return isSaid && item.Kind is not (MemoryKind.Event or MemoryKind.Instruction) && ExtractionSlots.Find(item.Attribute) is { } slot && RecordText.Key(item.Value) is { Length: > 0 } value
            ? draft with { Slot = slot, SlotValue = value }
            : draft;
    }

    private RecordDraft WithJudgement(RecordDraft draft, ExtractedItem item, bool isOwn)
    {
        if (!isOwn)
        {
            return draft;
        }

        var replaced = item.Replaces.Where(number => number <= batch.Known.Count && number != item.Repeats).Select(number => batch.Known[number - 1]).Where(record => MayReplace(draft, record)).Take(MostReplaced);
        var repeated = item.Repeats > 0 && item.Repeats <= batch.Known.Count && SameSubject(draft, batch.Known[item.Repeats - 1]) && IsRelated(draft, batch.Known[item.Repeats - 1]) ? batch.Known[item.Repeats - 1] : null;
        return draft with { Repeats = repeated?.Id, Replaces = [.. replaced.Select(record => record.Id)] };
    }

    // Read a second time, a message cannot make untrue what was read from it the first time: that would lose what the rules wrote.
    private bool MayReplace(RecordDraft draft, MemoryRecord record) =>
        SameSubject(draft, record) && !record.Sources.Contains(draft.Sources[0]) && (!IsToldHere(record) || IsRelated(draft, record)) && record.Kind != MemoryKind.Instruction == (draft.Kind != MemoryKind.Instruction);

    // Two statements of one talk that have no word and no attribute in common: a number set by mistake, and no judgement.
    private bool IsToldHere(MemoryRecord record) => record.Sources.Any(source => batch.Messages.Any(message => message.Id == source));

    private static bool IsRelated(RecordDraft draft, MemoryRecord record) =>
        (draft.Slot is not null && draft.Slot == record.Slot) || (draft.Topic is not null && draft.Topic == record.Topic) ||
        WordAnalyzer.Terms(draft.Text).Except(WordAnalyzer.Terms(draft.Subject)).Intersect(WordAnalyzer.Terms(record.Text)).Any();

    private static bool SameSubject(RecordDraft draft, MemoryRecord record) => draft.Subject.Equals(record.Subject, StringComparison.OrdinalIgnoreCase);

    private static string SubjectOf(ExtractedItem item, string? speaker)
    {
        var subject = item.Subject;
        return subject.Length == 0 || WordsForUser.Contains(subject, StringComparer.OrdinalIgnoreCase) || subject.Equals(speaker, StringComparison.OrdinalIgnoreCase) ? speaker ?? "user" : subject;
    }

    private static RecordOrigin OriginOf(List<EvidenceItem> cited, bool isOwn)
    {
        if (isOwn)
        {
            return cited[0].Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User;
        }

        return cited.Exists(source => source.Content.Role == EvidenceRole.Tool) ? RecordOrigin.Tool
            : cited.Exists(source => source.Content.Kind == EvidenceKind.Document) ? RecordOrigin.Document
            : RecordOrigin.Assistant;
    }

    // A name that stands in no message and in nothing that is known: a place or a person that nobody spoke of. Where all else was said it may be
    // another spelling, and in languages that give every noun a capital another noun.
    private bool NamesAStranger(ExtractedItem item) =>
        Name().Matches(item.Text).Select(static match => match.Value).Concat(item.Entities.Where(entity => item.Text.Contains(entity, StringComparison.OrdinalIgnoreCase)))
            .Any(name => !Calendar().IsMatch(name) && !WordsForUser.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Equals(userName, StringComparison.OrdinalIgnoreCase) && !IsKnown(name));

    private bool IsKnown(string name) =>
        batch.Messages.Any(message => ExtractionBatch.Shown(message).Contains(name, StringComparison.OrdinalIgnoreCase) || message.Content.Author?.Contains(name, StringComparison.OrdinalIgnoreCase) == true) ||
        batch.Known.Any(record => record.Text.Contains(name, StringComparison.OrdinalIgnoreCase) || record.Subject.Contains(name, StringComparison.OrdinalIgnoreCase));

    // The share of a statement's words that its sources say, from 0 to 1. Invented statements mostly share nothing with what they cite. The
    // speaker's name counts for nothing, for any statement has it; nor does what was only pasted: code, logs, mails, quotations.
    private static double Grounding(string text, List<EvidenceItem> cited, string? speaker)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in cited)
        {
            said.UnionWith(WordAnalyzer.Terms(PastedText.Blank(ExtractionBatch.Shown(source), out _)));
        }

        var own = WordAnalyzer.Terms(speaker ?? "user").Concat(AssistantTerms).ToHashSet(StringComparer.Ordinal);
        var told = WordAnalyzer.Terms(text).Where(term => !own.Contains(term)).Distinct(StringComparer.Ordinal).ToList();
        return told.Count == 0 ? 0 : (double)told.Count(said.Contains) / told.Count;
    }

    // Whether a text has words that neither its sources nor what is known have; days and numbers may have been worked out.
    private bool AddsWords(string text, List<EvidenceItem> cited, string? speaker)
    {
        var told = cited.Select(ExtractionBatch.Shown).Concat(batch.Known.Select(static record => record.Text)).SelectMany(static said => WordAnalyzer.Terms(said)).ToHashSet(StringComparer.Ordinal);
        var own = WordAnalyzer.Terms(speaker ?? "user").Concat(AssistantTerms).ToHashSet(StringComparer.Ordinal);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => !Calendar().IsMatch(word.Trim('(', ')', '.', ',')) && WordAnalyzer.Terms(word).Any(term => !told.Contains(term) && !own.Contains(term)));
    }

    private static EventTime? TimeOf(ExtractedItem item, EvidenceItem teller)
    {
        if (item.EventTime.Length == 0)
        {
            return null;
        }

        if (EventTime.TryParse(Shortened(item.EventTime), out var time))
        {
            return time.Start.Year is >= 1000 and <= 9000 ? time : null;
        }

        // Some models leave "yesterday" to the reader.
        return TimeRecognizer.Recognize(item.EventTime, teller.Content.Time.DateTime).Select(mention => mention.Past ?? mention.Future).FirstOrDefault(found => found is not null);
    }

    // Seconds and offsets say more than a conversation can know: 2023-05-07T18:30:00Z is 2023-05-07T18:30.
    private static string Shortened(string time)
    {
        const int Minutes = 16;
        return string.Join('/', time.Split('/', StringSplitOptions.TrimEntries).Select(part => part.Length > Minutes && part.Contains('T', StringComparison.Ordinal) ? part[..Minutes] : part));
    }

    [GeneratedRegex(@"(?<=[^\s.!?:][,;]?\s)\p{Lu}\p{L}*\p{Ll}\p{L}*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    // A weekday or a month may have been worked out from "tomorrow".
    [GeneratedRegex(@"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Assistant)s?$|^[\d\s:/.-]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Calendar();
}
