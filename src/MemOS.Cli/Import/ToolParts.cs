using System.Text.Json;
using MemOS.Evidence;

namespace MemOS.Cli.Import;

/// <summary>The tool calls and results of messages: those of the chat completions API, and the plain form
/// <c>tool_calls: [{call_id, name, arguments}]</c>, <c>tool_result: {call_id, result, error}</c>.</summary>
internal static class ToolParts
{
    public static IReadOnlyList<ToolCall> Calls(JsonElement message)
    {
        if (!message.TryGetProperty("tool_calls", out var calls) || calls.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var found = new List<ToolCall>();
        foreach (var call in calls.EnumerateArray())
        {
            if (call.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var function = call.TryGetProperty("function", out var inner) ? inner : call;
            if (JsonText.Get(function, "name") is { } name)
            {
                found.Add(new(JsonText.Get(call, "id") ?? JsonText.Get(call, "call_id") ?? $"call_{found.Count + 1}", name, Arguments(function)));
            }
        }

        return found;
    }

    public static IReadOnlyList<ToolResult> Results(JsonElement message, string text)
    {
        if (!message.TryGetProperty("tool_result", out var result) || result.ValueKind != JsonValueKind.Object)
        {
            return [new(JsonText.Get(message, "tool_call_id") ?? JsonText.Get(message, "name") ?? "call_1", ObjectOrString(text), null)];
        }

        var error = JsonText.Get(result, "error");
        return [new(JsonText.Get(result, "call_id") ?? "call_1", error is null && result.TryGetProperty("result", out var value) ? value.Clone() : null, error)];
    }

    // A tool that answers with an object is written as text that holds JSON: its parts matter when tasks are learned from.
    private static JsonElement ObjectOrString(string text)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            try
            {
                return JsonElement.Parse(text);
            }
            catch (JsonException)
            {
                return JsonString(text);
            }
        }

        return JsonString(text);
    }

    // The API carries arguments as a string that holds JSON; some exports carry the object itself.
    private static JsonElement Arguments(JsonElement function)
    {
        if (!function.TryGetProperty("arguments", out var arguments))
        {
            return Empty();
        }

        if (arguments.ValueKind != JsonValueKind.String)
        {
            return arguments.Clone();
        }

        try
        {
            return JsonElement.Parse(arguments.GetString()!);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return JsonString(arguments.GetRawText());
        }
    }

    private static JsonElement Empty() => JsonElement.Parse("{}");

    private static JsonElement JsonString(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");
}
