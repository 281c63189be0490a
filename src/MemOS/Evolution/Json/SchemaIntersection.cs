using System.Text.Json;
using System.Text.Json.Nodes;

namespace MemOS.Evolution.Json;

/// <summary>What two JSON schemas both allow, where that is simple to say; for an argument that two tools take.</summary>
internal static class SchemaIntersection
{
    // Keywords that are read together.
    private static readonly string[][] Groups = [["properties", "patternProperties", "additionalProperties"], ["items", "prefixItems"]];

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment" };

    /// <summary>The intersection; <see langword="null"/> when it is empty or not simple.</summary>
    public static JsonObject? Of(JsonObject left, JsonObject right)
    {
        if (Groups.Any(group => IsDifferent(group, left, right)))
        {
            return null;
        }

        var both = (JsonObject)left.DeepClone();
        foreach (var (keyword, value) in right)
        {
            if (!both.TryGetPropertyValue(keyword, out var known))
            {
                both[keyword] = value?.DeepClone();
            }
            else if (!Words.Contains(keyword) && !JsonNode.DeepEquals(known, value))
            {
                if (Of(keyword, known, value) is not { } narrower)
                {
                    return null;
                }

                both[keyword] = narrower;
            }
        }

        return IsEmpty(both) ? null : both;
    }

    private static JsonNode? Of(string keyword, JsonNode? left, JsonNode? right) => keyword switch
    {
        "type" => TypesOf(left, right),
        "enum" => left is JsonArray known && right is JsonArray other
            ? Filled([.. known.Where(value => other.Any(same => JsonNode.DeepEquals(value, same))).Select(value => value?.DeepClone())])
            : null,
        "required" => left is JsonArray needed && right is JsonArray more
            ? new JsonArray([.. needed.Concat(more.Where(name => !needed.Any(same => JsonNode.DeepEquals(name, same)))).Select(name => name?.DeepClone())])
            : null,
        "minimum" or "exclusiveMinimum" or "minLength" or "minItems" or "minProperties" => Number(left) is { } low && Number(right) is { } lower ? JsonValue.Create(Math.Max(low, lower)) : null,
        "maximum" or "exclusiveMaximum" or "maxLength" or "maxItems" or "maxProperties" => Number(left) is { } high && Number(right) is { } higher ? JsonValue.Create(Math.Min(high, higher)) : null,
        "uniqueItems" => JsonValue.Create(true),
        _ => null,
    };

    private static JsonNode? TypesOf(JsonNode? left, JsonNode? right)
    {
        var others = Names(right);
        var both = Names(left).Select(type => others.Contains(type) ? type
            : type == "integer" && others.Contains("number") ? type
            : type == "number" && others.Contains("integer") ? "integer" : null).OfType<string>().Distinct().ToList();
        return both.Count switch
        {
            0 => null,
            1 => JsonValue.Create(both[0]),
            _ => new JsonArray([.. both.Select(type => JsonValue.Create(type))]),
        };
    }

    private static List<string> Names(JsonNode? type) => type switch
    {
        JsonArray several => [.. several.OfType<JsonValue>().Select(name => name.ToString())],
        null => [],
        _ => [type.ToString()],
    };

    private static bool IsDifferent(string[] group, JsonObject left, JsonObject right) =>
        group.Any(left.ContainsKey) && group.Any(right.ContainsKey) &&
        !group.All(keyword => left.ContainsKey(keyword) == right.ContainsKey(keyword) && JsonNode.DeepEquals(left[keyword], right[keyword]));

    private static bool IsEmpty(JsonObject schema) =>
        Exceeds(schema, "minimum", "maximum") || Exceeds(schema, "minLength", "maxLength") || Exceeds(schema, "minItems", "maxItems");

    private static bool Exceeds(JsonObject schema, string low, string high) => Number(schema[low]) is { } least && Number(schema[high]) is { } most && least > most;

    private static JsonArray? Filled(JsonArray values) => values.Count == 0 ? null : values;

    private static decimal? Number(JsonNode? value) =>
        value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && decimal.TryParse(number.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : null;
}
