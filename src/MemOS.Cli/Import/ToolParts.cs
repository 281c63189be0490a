using System.Text.Json;
using MemOS.Evidence;

namespace MemOS.Cli.Import;

/// <summary>The tool calls and results of chat completion messages.</summary>
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
            if (call.ValueKind == JsonValueKind.Object && call.TryGetProperty("function", out var function) && JsonText.Get(function, "name") is { } name)
            {
                found.Add(new(JsonText.Get(call, "id") ?? $"call_{found.Count + 1}", name, Arguments(function)));
            }
        }

        return found;
    }

    public static IReadOnlyList<ToolResult> Results(JsonElement message, string text) =>
        [new(JsonText.Get(message, "tool_call_id") ?? JsonText.Get(message, "name") ?? "call_1", JsonString(text), null)];

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
