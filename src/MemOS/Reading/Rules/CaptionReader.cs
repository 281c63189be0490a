using MemOS.Evidence;

namespace MemOS.Reading.Rules;

/// <summary>Reads "[shared a photo: …]", the form in which an import keeps what a picture showed.</summary>
internal static class CaptionReader
{
    private const string Opening = "[shared a photo:";

    /// <summary>The record of a shared photo, and the text without it.</summary>
    public static RecordDraft? Read(string text, EvidenceItem item, Speaker speaker, out string rest)
    {
        rest = text;
        var start = text.IndexOf(Opening, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = text.IndexOf(']', start);
        end = end < 0 ? text.Length : end;
        var caption = text[(start + Opening.Length)..end].Trim().TrimEnd('.');
        rest = text[..start] + new string(' ', Math.Min(end + 1, text.Length) - start) + text[Math.Min(end + 1, text.Length)..];
        if (caption.Length == 0)
        {
            return null;
        }

        return new()
        {
            Kind = MemoryKind.Event,
            Text = caption.Contains("photo", StringComparison.OrdinalIgnoreCase) || caption.Contains("picture", StringComparison.OrdinalIgnoreCase) ? $"{speaker.Name} shared {caption}." : $"{speaker.Name} shared a photo: {caption}.",
            Subject = speaker.Subject,
            Confidence = 0.6,
            Sources = [item.Id],
        };
    }
}
