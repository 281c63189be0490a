using System.Text.Json;

namespace MemOS.Evolution.Json;

/// <summary>The declared type of an argument: looked up in the tool's JSON schema, read off the value where the schema is silent.</summary>
internal static class SchemaTypes
{
    private const int MaxDepth = 32;

    /// <summary>The JSON type at a pointer into the arguments.</summary>
    public static string TypeOf(ToolDefinition? tool, string pointer, JsonElement value) =>
        tool is not null && Declared(tool.Schema, pointer) is { } declared ? declared : TypeOf(value);

    /// <summary>The description that the schema gives an argument.</summary>
    public static string? DescriptionOf(ToolDefinition? tool, string pointer) =>
        tool is not null && Find(tool.Schema, pointer) is { ValueKind: JsonValueKind.Object } schema &&
        schema.TryGetProperty("description", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    public static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };

    private static string? Declared(JsonElement root, string pointer) =>
        Find(root, pointer) is { ValueKind: JsonValueKind.Object } schema ? NameOf(schema, root, 0) : null;

    private static JsonElement Find(JsonElement root, string pointer)
    {
        var schema = Resolve(root, root, 0);
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            schema = Step(schema, root, segment, 0);
            if (schema.ValueKind != JsonValueKind.Object)
            {
                return default;
            }
        }

        return schema;
    }

    private static JsonElement Step(JsonElement schema, JsonElement root, string segment, int depth)
    {
        schema = Resolve(schema, root, depth);
        if (schema.ValueKind != JsonValueKind.Object || depth > MaxDepth)
        {
            return default;
        }

        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object &&
            properties.TryGetProperty(segment, out var member))
        {
            return Resolve(member, root, depth);
        }

        if (schema.TryGetProperty("prefixItems", out var prefix) && prefix.ValueKind == JsonValueKind.Array &&
            int.TryParse(segment, out var place) && place >= 0 && place < prefix.GetArrayLength())
        {
            return Resolve(prefix[place], root, depth);
        }

        if (schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object && int.TryParse(segment, out _))
        {
            return Resolve(items, root, depth);
        }

        foreach (var option in Options(schema))
        {
            if (Step(option, root, segment, depth + 1) is { ValueKind: JsonValueKind.Object } found)
            {
                return found;
            }
        }

        return schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.Object
            ? Resolve(additional, root, depth)
            : default;
    }

    private static JsonElement Resolve(JsonElement schema, JsonElement root, int depth)
    {
        while (depth++ < MaxDepth && schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference) &&
            reference.ValueKind == JsonValueKind.String && reference.GetString() is { } text && text.StartsWith('#'))
        {
            if (!JsonPointer.TryResolve(root, text[1..], out schema))
            {
                return default;
            }
        }

        return schema;
    }

    private static string? NameOf(JsonElement schema, JsonElement root, int depth)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            if (type.ValueKind == JsonValueKind.String)
            {
                return type.GetString();
            }

            if (type.ValueKind == JsonValueKind.Array)
            {
                return type.EnumerateArray().Select(item => item.GetString()).FirstOrDefault(name => name is not (null or "null"));
            }
        }

        return depth > MaxDepth ? null : Options(schema)
            .Select(option => Resolve(option, root, depth))
            .Where(option => option.ValueKind == JsonValueKind.Object)
            .Select(option => NameOf(option, root, depth + 1))
            .FirstOrDefault(name => name is not (null or "null"));
    }

    /// <summary>The forms that a schema offers.</summary>
    public static IEnumerable<JsonElement> Options(JsonElement schema) =>
        new[] { "anyOf", "oneOf", "allOf" }
            .Where(name => schema.TryGetProperty(name, out var options) && options.ValueKind == JsonValueKind.Array)
            .SelectMany(name => schema.GetProperty(name).EnumerateArray());
}
