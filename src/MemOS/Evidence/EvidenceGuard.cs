using System.Globalization;

namespace MemOS.Evidence;

/// <summary>Checks evidence before it is recorded, so that a batch is refused whole or recorded whole.</summary>
internal static class EvidenceGuard
{
    // Stored times are milliseconds of the common era that every calendar function downstream can compute with.
    private static readonly DateTimeOffset Earliest = new(1000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Check(EvidenceDraft draft, int index, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var where = string.Create(CultureInfo.InvariantCulture, $"Message {index + 1}");
        if (string.IsNullOrWhiteSpace(draft.Text) && draft.ToolCalls.Count == 0 && draft.ToolResults.Count == 0)
        {
            throw new ArgumentException($"{where} has neither text nor tool content; nothing was recorded. Leave empty messages out.");
        }

        if (draft.Text.Length > maxLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{where} has {draft.Text.Length:N0} characters; the limit is {maxLength:N0} (MemoryOSOptions.MaxTextLength). Nothing was recorded. Split it, or add it as a document."));
        }

        if (!IsWellFormed(draft.Text))
        {
            throw new ArgumentException($"{where} is not valid UTF-16 (a surrogate stands alone); nothing was recorded. Decode the text with its real encoding.");
        }

        if (draft.Time < Earliest || draft.Time > Latest)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{where} is dated {draft.Time:yyyy-MM-dd}; times from year 1000 to 9000 can be recorded. Nothing was recorded."));
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }
}
