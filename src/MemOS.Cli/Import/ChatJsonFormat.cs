using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MemOS.Cli.Import;

/// <summary>Chat completion messages: an array of them, <c>{"messages": […]}</c>, or an array of such conversations.</summary>
internal sealed class ChatJsonFormat : ITranscriptFormat
{
    public string Name => "chat";

    public string Summary => "OpenAI-style chat JSON: an array of {role, content}, or {\"messages\": [...]}";

    public async IAsyncEnumerable<ImportStep> ReadAsync(Stream stream, ImportContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = new StableIds();
        var number = 0;
        await foreach (var (json, error) in JsonItems.ReadAsync(stream, cancellationToken))
        {
            number++;
            if (error is not null)
            {
                yield return error;
                yield break;
            }

            var isConversation = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("messages", out _);
            var steps = isConversation
                ? ReadConversation(json, number == 1 ? "" : $"conversation {number}, ", number == 1 ? context.DefaultSession : $"{context.DefaultSession}/{number}", context, ids)
                : [ReadMessage(json, context.DefaultSession, $"message {number}", context, ids)];
            foreach (var step in steps)
            {
                yield return step;
            }
        }
    }

    /// <summary>The messages of one conversation object.</summary>
    public static IEnumerable<ImportStep> ReadConversation(JsonElement conversation, string place, string session, ImportContext context, StableIds ids)
    {
        var name = JsonText.Get(conversation, "session_id") ?? JsonText.Get(conversation, "conversation_id") ?? JsonText.Get(conversation, "id") ?? session;
        var messages = conversation.GetProperty("messages");
        if (messages.ValueKind != JsonValueKind.Array)
        {
            yield return new ImportProblem(place.TrimEnd(' ', ','), "\"messages\" is not an array");
            yield break;
        }

        var prefix = place.Length == 0 || place.EndsWith(' ') ? place : place + ", ";
        var number = 0;
        foreach (var message in messages.EnumerateArray())
        {
            number++;
            yield return ReadMessage(message, name, $"{prefix}message {number}", context, ids);
        }
    }

    private static ImportStep ReadMessage(JsonElement json, string session, string place, ImportContext context, StableIds ids) =>
        ChatMessageParser.Parse(json, session, place, context, ids, out var problem) is { } message ? message : new ImportProblem(place, problem);
}
