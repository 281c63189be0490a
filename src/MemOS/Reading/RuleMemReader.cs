using MemOS.Evidence;
using MemOS.Reading.Rules;
using MemOS.Reading.Rules.Chinese;

namespace MemOS.Reading;

/// <summary>The reader that needs no model: extracts statements by rules of language, in English and Chinese.</summary>
/// <remarks>
/// Only what people say of themselves and of those around them becomes a record. Questions, commands, suppositions, make-believe,
/// sarcasm, quotations and pasted code or logs are passed over; an assistant's words only serve to understand the answers to them.
/// At most the first <see cref="LongestText"/> characters of a message are read; the cost grows linearly with them. Stateless; safe
/// for concurrent use.
/// </remarks>
public sealed class RuleMemReader : IMemReader
{
    /// <summary>How many characters of a message are read; the rest stays searchable as evidence.</summary>
    public const int LongestText = 8192;

    /// <inheritdoc/>
    public string Name => "rules";

    /// <inheritdoc/>
    public ValueTask<ReadingResult> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = new ReadingContext(request);
        foreach (var item in request.Preceding)
        {
            // What was said before is read for its references alone.
            Read(item, context);
        }

        var records = new List<RecordDraft>();
        foreach (var item in request.Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            records.AddRange(Read(item, context));
        }

        return ValueTask.FromResult(records.Count == 0 ? ReadingResult.Empty : new ReadingResult(records));
    }

    private static List<RecordDraft> Read(EvidenceItem item, ReadingContext context)
    {
        context.Begin(item);
        var drafts = new List<RecordDraft>();
        if (item.Content.Role == EvidenceRole.User && item.Content.Kind is not EvidenceKind.Document && item.Content.Text.Length > 0)
        {
            var text = item.Content.Text.Length > LongestText ? item.Content.Text[..LongestText] : item.Content.Text;
            var photo = CaptionReader.Read(text, item, context.SpeakerOf(item, "User"), out var rest);
            drafts.AddRange(ChineseReader.IsChinese(rest) ? ChineseReader.Read(item, rest, context) : EnglishReader.Read(item, rest, context));
            if (photo is not null)
            {
                drafts.Add(photo);
            }
        }

        context.End(item, drafts);
        return drafts;
    }
}
