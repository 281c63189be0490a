using System.Text.Json;

namespace MemOS.Cli.Benches;

/// <summary>Reads a suite of conversations, and says which conversation and which field is wrong where one is.</summary>
internal static class ReadingSuite
{
    private static readonly SuiteJson Json = new(
        "conversation",
        """A suite is a JSON array of conversations: [{"id": "moves-01", "messages": [{"role": "user", "content": "I live in Oslo.", "timestamp": "2026-03-01T09:00:00Z"}], "expected": [{"contains": ["Oslo"]}], "forbidden": [{"contains": ["Bergen"]}]}].""");

    /// <summary>The conversations of a suite.</summary>
    /// <exception cref="JsonException">The file is none; the message names the conversation, the field and the format.</exception>
    public static IReadOnlyList<ReadingCase> Parse(Stream file)
    {
        using var json = Json.Parse(file, Check);
        return json.RootElement.Deserialize(ReadingJson.Default.IReadOnlyListReadingCase)!;
    }

    private static void Check(JsonElement conversation, string where)
    {
        Json.Optional(conversation, "language", JsonValueKind.String, where);
        var messages = Json.Required(conversation, "messages", JsonValueKind.Array, where);
        if (messages.GetArrayLength() == 0)
        {
            throw Json.Fault($"{where} has no message in \"messages\"");
        }

        Json.ForEach(messages, "message", where, CheckMessage);
        CheckRecords(conversation, "expected", where, CheckExpected);
        CheckRecords(conversation, "forbidden", where, static (_, _) => { });
    }

    private static void CheckMessage(JsonElement message, string where)
    {
        Json.Text(message, "role", where);
        Json.Text(message, "content", where);
        Json.Time(message, "timestamp", where);
        Json.Optional(message, "message_id", JsonValueKind.String, where);
        Json.Optional(message, "session_id", JsonValueKind.String, where);
        Json.Optional(message, "name", JsonValueKind.String, where);
    }

    private static void CheckExpected(JsonElement record, string where)
    {
        Json.Optional(record, "kind", JsonValueKind.String, where);
        Json.Optional(record, "subject", JsonValueKind.String, where);
        Json.Optional(record, "event_date", JsonValueKind.String, where);
        Json.OptionalTruth(record, "valid", where);
    }

    private static void CheckRecords(JsonElement conversation, string name, string where, Action<JsonElement, string> check)
    {
        if (Json.Optional(conversation, name, JsonValueKind.Array, where) is not { } records)
        {
            return;
        }

        Json.ForEach(records, $"{name} record", where, (record, place) =>
        {
            foreach (var text in Json.Required(record, "contains", JsonValueKind.Array, place).EnumerateArray())
            {
                Json.Expect(text, JsonValueKind.String, $"an entry of \"contains\" of {place}");
            }

            check(record, place);
        });
    }
}
