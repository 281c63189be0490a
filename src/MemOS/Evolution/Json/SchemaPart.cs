using System.Text.Json;
using System.Text.Json.Nodes;

namespace MemOS.Evolution.Json;

/// <summary>The part of a tool's JSON schema that speaks of one argument, complete in itself: what it refers to is written in place.</summary>
internal static class SchemaPart
{
    private const int MaxDepth = 16;

    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "$ref", "$defs", "definitions", "$schema", "$id" };

    /// <summary>The schema at a pointer into the arguments; <see langword="null"/> where it says nothing, or one of several things.</summary>
    public static JsonObject? Of(JsonElement root, string pointer)
    {
        var schema = root;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            if (Step(schema, root, segment, 0) is not { } next)
            {
                return null;
            }

            schema = next;
        }

        return schema.ValueKind == JsonValueKind.Object ? Write(schema, root, []) as JsonObject : null;
    }

    private static JsonElement? Step(JsonElement schema, JsonElement root, string segment, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > MaxDepth)
        {
            return null;
        }

        if (Referred(schema, root) is { } target)
        {
            return Step(target, root, segment, depth + 1);
        }

        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(segment, out var member))
        {
            return member;
        }

        var isPlace = int.TryParse(segment, out var place) && place >= 0;
        if (isPlace && schema.TryGetProperty("prefixItems", out var prefix) && prefix.ValueKind == JsonValueKind.Array && place < prefix.GetArrayLength())
        {
            return prefix[place];
        }

        if (isPlace && schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object)
        {
            return items;
        }

        // Of several forms of which more than one knows the argument, the values do not tell which is meant.
        var found = SchemaTypes.Options(schema).Select(option => Step(option, root, segment, depth + 1)).OfType<JsonElement>().ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static JsonElement? Referred(JsonElement schema, JsonElement root) =>
        schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String && reference.GetString() is ['#', .. var pointer] &&
        JsonPointer.TryResolve(root, pointer, out var target) ? target : null;

    private static JsonNode? Write(JsonElement schema, JsonElement root, IReadOnlyList<string> open)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return Copy(schema);
        }

        var written = new JsonObject();
        if (Referred(schema, root) is { } target && schema.GetProperty("$ref").GetString() is { } reference)
        {
            // What refers to itself would never end; there anything fits, and the tool checks.
            written = open.Contains(reference) || open.Count > MaxDepth ? [] : Write(target, root, [.. open, reference]) as JsonObject ?? [];
        }

        foreach (var keyword in schema.EnumerateObject().Where(keyword => !LeftOut.Contains(keyword.Name)))
        {
            written[keyword.Name] = keyword.Name switch
            {
                "properties" or "patternProperties" when keyword.Value.ValueKind == JsonValueKind.Object =>
                    new JsonObject(keyword.Value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Write(member.Value, root, open)))),
                "anyOf" or "oneOf" or "allOf" or "prefixItems" when keyword.Value.ValueKind == JsonValueKind.Array =>
                    new JsonArray([.. keyword.Value.EnumerateArray().Select(option => Write(option, root, open))]),
                "items" or "additionalProperties" or "contains" or "not" => Write(keyword.Value, root, open),
                _ => Copy(keyword.Value),
            };
        }

        return written;
    }

    private static JsonNode? Copy(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
