using System.Text.Json;
using MemOS.Evolution.Json;

namespace MemOS.Cli.Benches;

/// <summary>Reads the JSON array of a suite's file, and says which entry and which field is wrong where one is.</summary>
/// <param name="items">What the array holds, such as "conversation".</param>
/// <param name="format">What a suite looks like, said with every fault.</param>
internal sealed class SuiteJson(string items, string format)
{
    /// <summary>The array, after its entries were checked, each with its place.</summary>
    /// <exception cref="JsonException">The file is no suite; the message names the entry, the field and the format.</exception>
    public JsonDocument Parse(Stream file, Action<JsonElement, string> check)
    {
        using var text = new MemoryStream();
        file.CopyTo(text);
        if (text.Length == 0)
        {
            throw Fault("it is empty");
        }

        text.Position = 0;
        var json = ParseText(text);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw Fault($"it holds {Name(json.RootElement.ValueKind)} where the array of {items}s is expected");
        }

        if (json.RootElement.GetArrayLength() == 0)
        {
            throw Fault($"it holds no {items}");
        }

        try
        {
            ForEach(json.RootElement, items, null, (item, where) => check(item, $"{where} (\"{Text(item, "id", where)}\")"));
        }
        catch (InvalidOperationException)
        {
            // The name of a field, which is read to look for another one.
            throw Fault("the name of a field holds half of a surrogate pair, which is no text");
        }

        return json;
    }

    /// <summary>Checks the entries of an array, which are objects.</summary>
    public void ForEach(JsonElement array, string name, string? where, Action<JsonElement, string> check)
    {
        var number = 0;
        foreach (var item in array.EnumerateArray())
        {
            var place = $"{name} {++number}{(where is null ? "" : $" of {where}")}";
            Expect(item, JsonValueKind.Object, place);
            check(item, place);
        }
    }

    /// <summary>A text that has to be there.</summary>
    public string Text(JsonElement item, string name, string where)
    {
        var value = Required(item, name, JsonValueKind.String, where);
        CheckTexts(value, $"\"{name}\" of {where}");
        return value.GetString()!;
    }

    /// <summary>Demands that the texts in a value are texts: JSON can escape what no text holds.</summary>
    public void CheckTexts(JsonElement value, string what)
    {
        try
        {
            _ = JsonValues.Leaves(value).Count(static leaf => leaf.Value is { ValueKind: JsonValueKind.String } text && text.GetString() is null);
        }
        catch (InvalidOperationException)
        {
            throw Fault($"{what} holds half of a surrogate pair, which is no text");
        }
    }

    /// <summary>A time that has to be there.</summary>
    /// <returns>The time as it is written.</returns>
    public string Time(JsonElement item, string name, string where)
    {
        var time = Text(item, name, where);
        return item.GetProperty(name).TryGetDateTimeOffset(out _)
            ? time
            : throw Fault($"\"{name}\" of {where} is \"{time}\", which is no ISO 8601 time such as 2026-03-01T09:00:00Z");
    }

    /// <summary>A field that has to be there and is no null.</summary>
    public JsonElement Required(JsonElement item, string name, JsonValueKind kind, string where) =>
        Optional(item, name, kind, where) ?? throw Fault($"{where} has no \"{name}\"");

    /// <summary>A field that may be left out, or be null.</summary>
    public JsonElement? Optional(JsonElement item, string name, JsonValueKind kind, string where)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        Expect(value, kind, $"\"{name}\" of {where}");
        return value;
    }

    /// <summary>A field that may be left out; where it is there it is true or false.</summary>
    public void OptionalTruth(JsonElement item, string name, string where)
    {
        if (item.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null))
        {
            throw Fault($"\"{name}\" of {where} is {Name(value.ValueKind)}, not true or false");
        }
    }

    /// <summary>Demands that a value is of a kind.</summary>
    public void Expect(JsonElement value, JsonValueKind kind, string what)
    {
        if (value.ValueKind != kind)
        {
            throw Fault($"{what} is {Name(value.ValueKind)}, not {Name(kind)}");
        }
    }

    /// <summary>What is wrong, with what would be right.</summary>
    public JsonException Fault(string what) => new($"{what}. {format}");

    private JsonDocument ParseText(Stream text)
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
