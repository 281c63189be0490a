using System.Text.Json;

namespace MemOS.Cli.Benches;

/// <summary>Reads a suite of conversations, and says which conversation and which field is wrong where one is.</summary>
internal static class ReadingSuite
{
    private const string Format = """A suite is a JSON array of conversations: [{"id": "moves-01", "messages": [{"role": "user", "content": "I live in Oslo.", "timestamp": "2026-03-01T09:00:00Z"}], "expected": [{"contains": ["Oslo"]}], "forbidden": [{"contains": ["Bergen"]}]}].""";

    /// <summary>The conversations of a suite.</summary>
    /// <exception cref="JsonException">The file is none; the message names the conversation, the field and the format.</exception>
    public static IReadOnlyList<ReadingCase> Parse(Stream file)
    {
        using var text = new MemoryStream();
        file.CopyTo(text);
        if (text.Length == 0)
        {
            throw Fault("it is empty");
        }

        text.Position = 0;
        using var json = ParseJson(text);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw Fault($"it holds {Name(json.RootElement)} where the array of conversations is expected");
        }

        if (json.RootElement.GetArrayLength() == 0)
        {
            throw Fault("it holds no conversation");
        }

        var number = 0;
        foreach (var conversation in json.RootElement.EnumerateArray())
        {
            Check(conversation, ++number);
        }

        return json.RootElement.Deserialize(ReadingJson.Default.IReadOnlyListReadingCase)!;
    }

    private static JsonDocument ParseJson(Stream text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException error)
        {
            throw Fault($"it is no JSON ({error.Message.TrimEnd('.')})");
        }
    }

    private static void Check(JsonElement conversation, int number)
    {
        var where = $"conversation {number}";
        Expect(conversation, JsonValueKind.Object, where);
        where += $" (\"{Text(conversation, "id", where)}\")";
        OptionalText(conversation, "language", where);
        var messages = Field(conversation, "messages", JsonValueKind.Array, where) ?? throw Missing("messages", where);
        if (messages.GetArrayLength() == 0)
        {
            throw Fault($"{where} has no message in \"messages\"");
        }

        ForEach(messages, "message", where, CheckMessage);
        CheckRecords(conversation, "expected", where, CheckExpected);
        CheckRecords(conversation, "forbidden", where, static (_, _) => { });
    }

    private static void CheckMessage(JsonElement message, string where)
    {
        Text(message, "role", where);
        Text(message, "content", where);
        var time = Text(message, "timestamp", where);
        if (!message.GetProperty("timestamp").TryGetDateTimeOffset(out _))
        {
            throw Fault($"\"timestamp\" of {where} is \"{time}\", which is no ISO 8601 time such as 2026-03-01T09:00:00Z");
        }

        OptionalText(message, "message_id", where);
        OptionalText(message, "session_id", where);
        OptionalText(message, "name", where);
    }

    private static void CheckExpected(JsonElement record, string where)
    {
        OptionalText(record, "kind", where);
        OptionalText(record, "subject", where);
        OptionalText(record, "event_date", where);
        if (record.TryGetProperty("valid", out var valid) && valid.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null))
        {
            throw Fault($"\"valid\" of {where} is {Name(valid)}, not true or false");
        }
    }

    private static void CheckRecords(JsonElement conversation, string name, string where, Action<JsonElement, string> check)
    {
        if (Field(conversation, name, JsonValueKind.Array, where) is not { } records)
        {
            return;
        }

        ForEach(records, $"{name} record", where, (record, place) =>
        {
            var contains = Field(record, "contains", JsonValueKind.Array, place) ?? throw Missing("contains", place);
            foreach (var text in contains.EnumerateArray())
            {
                Expect(text, JsonValueKind.String, $"an entry of \"contains\" of {place}");
            }

            check(record, place);
        });
    }

    private static void ForEach(JsonElement array, string name, string where, Action<JsonElement, string> check)
    {
        var number = 0;
        foreach (var item in array.EnumerateArray())
        {
            var place = $"{name} {++number} of {where}";
            Expect(item, JsonValueKind.Object, place);
            check(item, place);
        }
    }

    private static string Text(JsonElement item, string name, string where) => (Field(item, name, JsonValueKind.String, where) ?? throw Missing(name, where)).GetString()!;

    private static void OptionalText(JsonElement item, string name, string where) => Field(item, name, JsonValueKind.String, where);

    private static JsonElement? Field(JsonElement item, string name, JsonValueKind kind, string where)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        Expect(value, kind, $"\"{name}\" of {where}");
        return value;
    }

    private static void Expect(JsonElement value, JsonValueKind kind, string what)
    {
        if (value.ValueKind != kind)
        {
            throw Fault($"{what} is {Name(value)}, not {Name(kind)}");
        }
    }

    private static JsonException Missing(string name, string where) => Fault($"{where} has no \"{name}\"");

    private static JsonException Fault(string what) => new($"{what}. {Format}");

    private static string Name(JsonElement value) => Name(value.ValueKind);

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
