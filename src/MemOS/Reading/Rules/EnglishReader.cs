using MemOS.Evidence;
using MemOS.Reading.Rules.Filters;

namespace MemOS.Reading.Rules;

/// <summary>Reads one English message: sentences, then clauses, then statements.</summary>
internal static class EnglishReader
{
    public static List<RecordDraft> Read(EvidenceItem item, string text, ReadingContext context)
    {
        var drafts = new List<RecordDraft>();
        var speaker = context.SpeakerOf(item, "User");
        var clean = PastedText.Blank(text, out var hasCode);
        var sentences = SentenceSplitter.Split(Tokenizer.Tokenize(clean)).ConvertAll(SentenceForms.Statement);
        if (sentences.Count == 0)
        {
            return drafts;
        }

        var from = SentenceFilter.IsSarcastic(sentences) ? SentenceFilter.Seriously(sentences, 0) : 0;

        var times = new MessageTimes(clean, item.Content.Time);
        var message = new MessageReader(context, item, speaker, times, hasCode, CorrectionSigns.Slipped(sentences));
        for (var i = from; i < sentences.Count; i++)
        {
            var verdict = SentenceFilter.Judge(sentences[i], i, i == sentences.Count - 1);
            switch (verdict)
            {
                case SentenceVerdict.BeginFiction:
                    context.InFiction = true;
                    return drafts;
                case SentenceVerdict.EndFiction:
                    context.InFiction = false;
                    if (SentenceFilter.BehindFiction(sentences[i]) is { } told)
                    {
                        message.Read(told, i == 0, drafts);
                    }

                    break;
                case SentenceVerdict.DropAll:
                    drafts.Clear();
                    if (!context.InFiction && SentenceFilter.Earnest(sentences[i]) is { } earnest)
                    {
                        message.Read(earnest, i == 0, drafts);
                    }

                    i = SentenceFilter.Confesses(sentences[i]) ? i : SentenceFilter.Seriously(sentences, i + 1) - 1;
                    break;
                case SentenceVerdict.DropRest when hasCode && SentenceFilter.WorksOnText(sentences[i]):
                    break;
                case SentenceVerdict.DropRest:
                    return drafts;
                case SentenceVerdict.Drop:
                    break;
                default:
                    if (!context.InFiction)
                    {
                        message.Read(sentences[i], i == 0, drafts);
                    }

                    break;
            }
        }

        return drafts;
    }
}
