using System.Text.Json;

namespace MemOS.TestKit.Models;

/// <summary>A request that a model server received.</summary>
/// <param name="Path">The path, such as <c>/v1/chat/completions</c>.</param>
/// <param name="Authorization">The header that carries the key; empty when none was sent.</param>
/// <param name="Body">The request.</param>
public sealed record ModelRequest(string Path, string Authorization, JsonElement Body)
{
    /// <summary>Whether a stream was asked for.</summary>
    public bool IsStreaming => Body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>The text of the last message.</summary>
    public string LastText => TextOf(Body.GetProperty("messages").EnumerateArray().Last());

    /// <summary>All the text of the messages, a line a message.</summary>
    public string Prompt => string.Join('\n', Body.GetProperty("messages").EnumerateArray().Select(message => $"{message.GetProperty("role").GetString()}: {TextOf(message)}"));

    private static string TextOf(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
        {
            return "";
        }

        return content.ValueKind == JsonValueKind.String
            ? content.GetString()!
            : content.ValueKind == JsonValueKind.Array ? string.Concat(content.EnumerateArray().Select(part => part.TryGetProperty("text", out var text) ? text.GetString() : "")) : "";
    }
}
