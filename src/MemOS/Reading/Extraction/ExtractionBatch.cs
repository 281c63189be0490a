using MemOS.Evidence;

namespace MemOS.Reading.Extraction;

/// <summary>What one call of a model is given: numbered messages and numbered records. A model sees numbers and never an id.</summary>
/// <param name="Messages">The messages from number 1: those before, for understanding, then those to read.</param>
/// <param name="FirstNew">The number of the first message to read.</param>
/// <param name="Known">Records from number 1 that the messages may repeat or change.</param>
internal sealed record ExtractionBatch(IReadOnlyList<EvidenceItem> Messages, int FirstNew, IReadOnlyList<MemoryRecord> Known)
{
    private const int MessagesBefore = 6;
    private const int LongestMessage = 8000;
    private const int LongestOther = 1500;
    private const int MostKnown = 30;

    /// <summary>Divides a request into calls. Messages without anything that a person said make no call.</summary>
    public static IEnumerable<ExtractionBatch> Of(ReadingRequest request, ChatClientMemReaderOptions options)
    {
        var all = request.Preceding.Concat(request.Items).ToList();
        var start = request.Preceding.Count;
        while (start < all.Count)
        {
            var end = start;
            var length = 0;
            while (end < all.Count && end - start < options.MaxMessagesPerCall && (end == start || length + Shown(all[end]).Length <= options.MaxCharactersPerCall))
            {
                length += Shown(all[end]).Length;
                end++;
            }

            if (all.Skip(start).Take(end - start).Any(IsReadable))
            {
                var before = Math.Max(0, start - MessagesBefore);
                yield return new(all[before..end], start - before + 1, [.. request.Related.Take(MostKnown)]);
            }

            start = end;
        }
    }

    /// <summary>Whether a message holds what a person said, which alone is read.</summary>
    public static bool IsReadable(EvidenceItem item) => item.Content is { Role: EvidenceRole.User, Kind: not EvidenceKind.Document } && !string.IsNullOrWhiteSpace(item.Content.Text);

    /// <summary>What a model is shown of a message. What others than people say only serves to understand them.</summary>
    public static string Shown(EvidenceItem item)
    {
        var text = item.Content.Text.Length > 0 ? item.Content.Text : string.Join('\n', item.Content.ToolResults.Select(result => result.Result?.GetRawText() ?? result.Error));
        var longest = IsReadable(item) ? LongestMessage : LongestOther;
        return text.Length <= longest ? text : text[..TextCut.Find(text, longest)] + "…";
    }
}
