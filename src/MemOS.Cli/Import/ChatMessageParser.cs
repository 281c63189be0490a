using System.Globalization;
using System.Text.Json;
using MemOS.Evidence;

namespace MemOS.Cli.Import;

/// <summary>
/// Turns one JSON message into a draft: the fields of message JSONL (<c>session_id, message_id, role, name, content,
/// timestamp</c>) and those of the chat completions API (<c>content</c> as text or parts, <c>tool_calls</c>, <c>tool_call_id</c>).
/// </summary>
internal static class ChatMessageParser
{
    /// <summary>Parses a message; on failure <paramref name="problem"/> says why.</summary>
    public static ImportedMessage? Parse(JsonElement json, string session, string place, ImportContext context, StableIds ids, out string problem)
    {
        problem = "";
        if (json.ValueKind != JsonValueKind.Object)
        {
            problem = "a message is a JSON object";
            return null;
        }

        var role = ParseRole(JsonText.Get(json, "role"));
        if (role is null)
        {
            problem = $"the role \"{JsonText.Get(json, "role")}\" is not one of user, assistant, system, tool";
            return null;
        }

        if (!TryGetTime(json, context.DefaultTime, out var time))
        {
            problem = "the timestamp is neither ISO 8601 nor seconds since 1970";
            return null;
        }

        var calls = ToolParts.Calls(json);
        if (!TryGetText(json, out var text) || (text.Length == 0 && calls.Count == 0 && role != EvidenceRole.Tool))
        {
            problem = "the content is missing or empty";
            return null;
        }

        session = JsonText.Get(json, "session_id") ?? session;
        var author = JsonText.Get(json, "name");
        var draft = new EvidenceDraft
        {
            ExternalId = JsonText.Get(json, "message_id") ?? JsonText.Get(json, "id") ?? ids.Next(session, author ?? role.ToString()!, text + JsonText.Raw(json, "tool_calls")),
            Role = role.Value,
            Author = role == EvidenceRole.Tool ? null : author,
            Text = text,
            Time = time,
            ToolCalls = calls,
            ToolResults = role == EvidenceRole.Tool ? ToolParts.Results(json, text) : [],
        };
        return new(null, session, place, draft);
    }

    private static EvidenceRole? ParseRole(string? role) => role?.ToLowerInvariant() switch
    {
        null or "user" or "human" => EvidenceRole.User,
        "assistant" or "ai" or "model" or "bot" => EvidenceRole.Assistant,
        "system" or "developer" => EvidenceRole.System,
        "tool" or "function" => EvidenceRole.Tool,
        _ => null,
    };

    private static bool TryGetText(JsonElement json, out string text)
    {
        text = "";
        if (!json.TryGetProperty("content", out var content) && !json.TryGetProperty("text", out content))
        {
            return json.TryGetProperty("tool_calls", out _);
        }

        switch (content.ValueKind)
        {
            case JsonValueKind.String:
                return JsonText.TryRead(content, out text);
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.Array:
                var parts = content.EnumerateArray().Select(PartText).Where(part => part.Length > 0);
                text = string.Join('\n', parts);
                return true;
            default:
                return false;
        }
    }

    private static string PartText(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => part.GetString()!,
        JsonValueKind.Object when (JsonText.Get(part, "text") ?? JsonText.Get(part, "refusal")) is { } text => text,
        JsonValueKind.Object when JsonText.Get(part, "type") is "image_url" or "input_image" or "image" => "[shared a photo]",
        _ => "",
    };

    private static bool TryGetTime(JsonElement json, DateTimeOffset fallback, out DateTimeOffset time)
    {
        time = fallback;
        if (!json.TryGetProperty("timestamp", out var value) && !json.TryGetProperty("created_at", out value) && !json.TryGetProperty("create_time", out value))
        {
            return true;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.Number when value.TryGetDouble(out var seconds):
                // Thirteen digits are milliseconds: seconds of that size lie 30,000 years ahead.
                var milliseconds = Math.Abs(seconds) >= 1e11 ? seconds : seconds * 1000;
                if (Math.Abs(milliseconds) > 2.5e14)
                {
                    return false;
                }

                time = DateTimeOffset.FromUnixTimeMilliseconds(Math.Min((long)milliseconds, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
                return true;
            case JsonValueKind.String:
                return DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
            default:
                return false;
        }
    }
}
