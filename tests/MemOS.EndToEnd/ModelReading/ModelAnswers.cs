using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MemOS.TestKit;

namespace MemOS.EndToEnd.ModelReading;

/// <summary>Answers of a model that reads, as a test wants them.</summary>
internal static partial class ModelAnswers
{
    /// <summary>A model that makes a statement of each new message that says "note: …".</summary>
    public static ScriptedChatClient Notes() => ScriptedChatClient.Answering(call => Of(Messages(call)
        .Where(message => message.GetProperty("new").GetBoolean())
        .Select(message => (Number: message.GetProperty("message").GetInt32(), Note: Note().Match(message.GetProperty("text").GetString()!)))
        .Where(pair => pair.Note.Success)
        .Select(pair => Statement(pair.Note.Groups[1].Value, pair.Number))));

    /// <summary>The messages that a call showed.</summary>
    public static IEnumerable<JsonElement> Messages(ChatCall call) => Lines(call, "message");

    /// <summary>The known records that a call showed.</summary>
    public static IEnumerable<JsonElement> Known(ChatCall call) => Lines(call, "known");

    /// <summary>A statement.</summary>
    public static JsonObject Statement(string text, params int[] sources) => new()
    {
        ["kind"] = "fact", ["text"] = text, ["subject"] = "user", ["sources"] = new JsonArray([.. sources.Select(source => (JsonNode)source)]), ["confidence"] = 0.9,
    };

    /// <summary>An answer with statements.</summary>
    public static string Of(IEnumerable<JsonObject> statements) => new JsonObject { ["memories"] = new JsonArray([.. statements]) }.ToJsonString();

    private static IEnumerable<JsonElement> Lines(ChatCall call, string member) =>
        call.Messages[^1].Text.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonElement.Parse(line)).Where(line => line.TryGetProperty(member, out _));

    [GeneratedRegex("note: (.+)$")]
    private static partial Regex Note();
}
