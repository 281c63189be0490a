using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MemOS.Evolution.Json;

/// <summary>Equality of JSON values, and a text by which equal values are equal: members in any order, 1 and 1.0 the same.</summary>
internal static class JsonValues
{
    public static readonly JsonElement EmptyObject = Parse("{}");

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static bool AreEqual(JsonElement left, JsonElement right) => Key(left) == Key(right);

    public static bool IsContainer(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>A container without members counts as a value of its own: it has no leaves, but it must be issued.</summary>
    public static bool IsLeaf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => true,
    };

    /// <summary>The canonical text of a value.</summary>
    public static string Key(JsonElement value)
    {
        var builder = new StringBuilder();
        Append(builder, value);
        return builder.ToString();
    }

    /// <summary>Writes JSON as people and models read it: on one line, and other scripts and signs as they are. Not for pages.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>How the value would be written in a sentence: a string as it is, anything else as in JSON.</summary>
    public static string Spoken(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    /// <summary>Every value that has no parts, with the JSON pointer (RFC 6901) to it.</summary>
    public static IEnumerable<(string Pointer, JsonElement Value)> Leaves(JsonElement value) =>
        Parts(value).Where(part => IsLeaf(part.Value));

    /// <summary>The value itself and all its parts, outer before inner.</summary>
    public static IEnumerable<(string Pointer, JsonElement Value)> Parts(JsonElement value, string pointer = "")
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            yield break;
        }

        yield return (pointer, value);
        var children = value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Select(member => (JsonPointer.Append(pointer, member.Name), member.Value)),
            JsonValueKind.Array => value.EnumerateArray().Select((item, index) => (JsonPointer.Append(pointer, index), item)),
            _ => [],
        };
        foreach (var (childPointer, child) in children)
        {
            foreach (var part in Parts(child, childPointer))
            {
                yield return part;
            }
        }
    }

    private static void Append(StringBuilder builder, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                builder.Append('{');
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    builder.Append('"').Append(JsonEncodedText.Encode(member.Name)).Append("\":");
                    Append(builder, member.Value);
                    builder.Append(',');
                }

                builder.Append('}');
                break;
            case JsonValueKind.Array:
                builder.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Append(builder, item);
                    builder.Append(',');
                }

                builder.Append(']');
                break;
            case JsonValueKind.String:
                builder.Append('"').Append(JsonEncodedText.Encode(value.GetString()!)).Append('"');
                break;
            case JsonValueKind.Number:
                builder.Append(Number(value));
                break;
            default:
                builder.Append(value.ValueKind);
                break;
        }
    }

    private static string Number(JsonElement value)
    {
        if (value.TryGetDecimal(out var number))
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        }

        return value.GetDouble().ToString("R", CultureInfo.InvariantCulture);
    }
}
