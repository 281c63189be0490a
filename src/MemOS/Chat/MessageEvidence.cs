using System.Text;
using System.Text.Json;
using MemOS.Evidence;
using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>Turns chat messages into evidence: text, tool calls and results as they were, attachments as a note, nothing that memory injected.</summary>
internal static class MessageEvidence
{
    private static readonly JsonSerializerOptions Json = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    /// <summary>The evidence in a message, or <see langword="null"/> when it holds nothing to record.</summary>
    public static EvidenceDraft? Of(ChatMessage message, DateTimeOffset now, bool isPartial = false)
    {
        var role = RoleOf(message.Role);
        if (role == EvidenceRole.System)
        {
            return null;
        }

        var text = new StringBuilder();
        var calls = new List<ToolCall>();
        var results = new List<ToolResult>();
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case TextContent part when !RecallBlock.IsMarked(part):
                    text.Append(RecallBlock.Strip(part.Text));
                    break;
                case FunctionCallContent call:
                    calls.Add(new(call.CallId, call.Name, ToJson(call.Arguments ?? new Dictionary<string, object?>())));
                    break;
                case FunctionResultContent result:
                    results.Add(new(result.CallId, result.Exception is null ? ToJson(WithoutBlocks(result.Result)) : null, result.Exception?.Message));
                    break;
                case DataContent data:
                    AppendNote(text, data.Name ?? data.MediaType);
                    break;
                case UriContent link:
                    AppendNote(text, $"{link.MediaType} {link.Uri}");
                    break;
                default:
                    break;
            }
        }

        var said = WellFormed(text.ToString());
        return said.Trim().Length == 0 && calls.Count == 0 && results.Count == 0 ? null : new()
        {
            ExternalId = string.IsNullOrWhiteSpace(message.MessageId) ? null : message.MessageId,
            Role = role,
            Author = string.IsNullOrWhiteSpace(message.AuthorName) ? null : message.AuthorName,
            Text = said,
            Time = message.CreatedAt is { Year: > 1970 and < 9000 } time ? time : now,
            ToolCalls = calls,
            ToolResults = results,
            IsPartial = isPartial,
        };
    }

    /// <summary>The role of evidence for a role of chat; roles that are not known speak for the application.</summary>
    public static EvidenceRole RoleOf(ChatRole role) =>
        role == ChatRole.User ? EvidenceRole.User :
        role == ChatRole.Assistant ? EvidenceRole.Assistant :
        role == ChatRole.Tool ? EvidenceRole.Tool :
        EvidenceRole.System;

    /// <summary>Whether a message holds something that evidence does not keep, such as a picture.</summary>
    public static bool HoldsMoreThanText(ChatMessage message) =>
        message.Contents.Any(content => content is not (TextContent or TextReasoningContent or FunctionCallContent or FunctionResultContent or UsageContent));

    private static void AppendNote(StringBuilder text, string what)
    {
        if (text.Length > 0)
        {
            text.Append(' ');
        }

        text.Append("[attached: ").Append(what).Append(']');
    }

    // What the recall tool returned is memory already.
    private static object? WithoutBlocks(object? result) => result switch
    {
        string text => RecallBlock.Strip(text),
        JsonElement { ValueKind: JsonValueKind.String } json => RecallBlock.Strip(json.GetString()!),
        TextContent content => RecallBlock.Strip(content.Text),
        _ => result,
    };

    // Tools may return whatever they like: what has no JSON form is kept as the text that it prints.
    private static JsonElement ToJson(object? value)
    {
        try
        {
            return value is JsonElement element ? element.Clone() : JsonSerializer.SerializeToElement(value, Json.GetTypeInfo(typeof(object)));
        }
        catch (Exception error) when (error is NotSupportedException or JsonException or InvalidOperationException)
        {
            return JsonSerializer.SerializeToElement(value?.ToString() ?? "", Json.GetTypeInfo(typeof(string)));
        }
    }

    // A stream that is cut off may end in half of a surrogate pair, which no store can hold.
    private static string WellFormed(string text)
    {
        var builder = default(StringBuilder);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                builder ??= new(text);
                builder[i] = '\uFFFD';
            }
        }

        return builder?.ToString() ?? text;
    }
}
