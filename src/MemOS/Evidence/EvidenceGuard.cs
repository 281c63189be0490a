using System.Globalization;
using System.Text.Json;
using MemOS.Cubes;

namespace MemOS.Evidence;

/// <summary>Checks evidence before it is recorded, so that a batch is refused whole or recorded whole.</summary>
internal static class EvidenceGuard
{
    private const int LongestExternalId = 1000;

    // Stored times are milliseconds of the common era that every calendar function downstream can compute with.
    private static readonly DateTimeOffset Earliest = new(1000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Throws unless a draft can be recorded.</summary>
    public static void Check(EvidenceDraft draft, int index, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(draft.Text);
        var where = string.Create(CultureInfo.InvariantCulture, $"Message {index + 1}");
        if (string.IsNullOrWhiteSpace(draft.Text) && draft.ToolCalls.Count == 0 && draft.ToolResults.Count == 0)
        {
            throw new ArgumentException($"{where} has neither text nor tool content; nothing was recorded. Leave empty messages out.");
        }

        CheckText(where, draft.Text, maxLength);
        CheckTools(where, draft, maxLength);
        NameGuard.CheckLabel(draft.Author ?? "", "author");
        NameGuard.CheckLabel(draft.Document ?? "", "document");
        if (draft.ExternalId is { } external && (external.Length > LongestExternalId || !IsWellFormed(external)))
        {
            throw new ArgumentException($"{where} has an id that is too long or not valid UTF-16; nothing was recorded. Shorten it, or leave it out.");
        }

        if (draft.Time < Earliest || draft.Time > Latest)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{where} is dated {draft.Time:yyyy-MM-dd}; times from year 1000 to 9000 can be recorded. Nothing was recorded."));
        }
    }

    /// <summary>Whether every surrogate has its other half, as a store's UTF-8 needs.</summary>
    public static bool IsWellFormed(string text)
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

    /// <summary>Throws when a text is too long or not valid UTF-16.</summary>
    public static void CheckText(string where, string text, int maxLength)
    {
        if (text.Length > maxLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{where} has {text.Length:N0} characters; the limit is {maxLength:N0} (MemoryOSOptions.MaxTextLength). Nothing was recorded. Split it, or add it as a document."));
        }

        if (!IsWellFormed(text))
        {
            throw new ArgumentException($"{where} is not valid UTF-16 (a surrogate stands alone); nothing was recorded. Decode the text with its real encoding.");
        }
    }

    private static void CheckTools(string where, EvidenceDraft draft, int maxLength)
    {
        foreach (var call in draft.ToolCalls)
        {
            CheckText(where, call.CallId, maxLength);
            CheckText(where, call.Name, maxLength);
            CheckJson(where, call.Arguments, maxLength);
        }

        foreach (var result in draft.ToolResults)
        {
            CheckText(where, result.CallId, maxLength);
            CheckText(where, result.Error ?? "", maxLength);
            if (result.Result is { } json)
            {
                CheckJson(where, json, maxLength);
            }
        }
    }

    private static void ReadTexts(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
            default:
                break;
        }
    }

    private static void CheckJson(string where, JsonElement json, int maxLength)
    {
        // JSON is UTF-8 already, but a string in it may escape half of a surrogate pair: reading it says so.
        try
        {
            CheckText(where, json.ValueKind == JsonValueKind.Undefined ? "" : json.ToString(), maxLength);
            ReadTexts(json);
        }
        catch (InvalidOperationException error)
        {
            throw new ArgumentException($"{where} has tool content that is not valid UTF-16; nothing was recorded. Decode the text with its real encoding.", error);
        }
    }
}
