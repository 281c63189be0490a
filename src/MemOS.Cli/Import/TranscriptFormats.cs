using System.Text;
using System.Text.Json;

namespace MemOS.Cli.Import;

/// <summary>The formats, and how a file is told to be of one.</summary>
internal static class TranscriptFormats
{
    public static ITranscriptFormat Jsonl { get; } = new JsonlFormat();

    public static ITranscriptFormat Chat { get; } = new ChatJsonFormat();

    public static ITranscriptFormat Locomo { get; } = new LocomoFormat();

    public static ITranscriptFormat Text { get; } = new TranscriptFormat();

    public static IReadOnlyList<ITranscriptFormat> All { get; } = [Jsonl, Chat, Locomo, Text];

    /// <summary>Tells the format from the file's name and its first 64 KB.</summary>
    public static ITranscriptFormat Detect(string fileName, ReadOnlySpan<byte> head)
    {
        if (Path.GetExtension(fileName) is { } extension && (extension.Equals(".jsonl", StringComparison.OrdinalIgnoreCase) || extension.Equals(".ndjson", StringComparison.OrdinalIgnoreCase)))
        {
            return Jsonl;
        }

        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text switch
        {
            ['[', ..] when IsJsonArray(text) => HasKey(text, "conversation") ? Locomo : Chat,
            ['{', ..] when IsLineOfJson(text, out var isConversation) => isConversation is null ? Jsonl : isConversation.Value ? Chat : Locomo,
            ['{', ..] => HasKey(text, "conversation") ? Locomo : Chat,
            _ => Text,
        };
    }

    // A transcript may start with "[10:32] Ada: …", which is no JSON.
    private static bool IsJsonArray(string text) => text.AsSpan(1).TrimStart() is ['{' or '[' or ']' or '"', ..];

    // The first line is an object of its own: a message a line, unless the whole file is that one object.
    private static bool IsLineOfJson(string text, out bool? isConversation)
    {
        isConversation = null;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = (end < 0 ? text : text[..end]).Trim();
        var hasMore = end >= 0 && text.AsSpan(end).Trim().Length > 0;
        try
        {
            using var json = JsonDocument.Parse(line);
            var isWhole = json.RootElement.TryGetProperty("messages", out _) || json.RootElement.TryGetProperty("conversation", out _);
            isConversation = isWhole && !hasMore ? json.RootElement.TryGetProperty("messages", out _) : null;
            return true;
        }
        catch (JsonException)
        {
            // A broken first line of a message file still ends like one; a pretty-printed document breaks after a bracket or comma.
            return hasMore && !line.EndsWith('{') && !line.EndsWith('[') && !line.EndsWith(',') && text.AsSpan(end).TrimStart() is ['{', ..];
        }
    }

    private static bool HasKey(string text, string key)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth <= 2 && reader.ValueTextEquals(key))
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
