using System.Text.Json;

namespace MemOS.Cli.Import;

/// <summary>Reads strings from JSON that strangers wrote.</summary>
internal static class JsonText
{
    /// <summary>A property as text, numbers included; <see langword="null"/> when it is missing, empty or of another type.</summary>
    public static string? Get(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String when TryRead(value, out var text) && text.Length > 0 => text,
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>A property as JSON; empty when it is missing.</summary>
    public static string Raw(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetRawText() : "";

    /// <summary>Reads a string; <see langword="false"/> for half a surrogate pair, which JSON can spell and Unicode cannot hold.</summary>
    public static bool TryRead(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
