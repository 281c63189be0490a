using System.Text.Json;

namespace MemOS.Evolution.Json;

/// <summary>Whether a value is what a JSON schema allows, in words that say what is.</summary>
/// <remarks>
/// The keywords that tools use for their arguments. What it does not know, <c>not</c> and conditions among it, it lets pass, and the
/// tool itself checks; <c>oneOf</c> is read as <c>anyOf</c>. No library: those for JSON Schema bring their own JSON models.
/// </remarks>
internal static class SchemaCheck
{
    private const int MaxDepth = 32;
    private const int MostShown = 20;

    /// <summary>What does not fit, naming the value by its name; <see langword="null"/> when it fits. The value itself is not repeated.</summary>
    public static string? FirstProblem(JsonElement schema, JsonElement value, string name) => Check(schema, value, $"'{name}'", "", 0);

    private static string? Check(JsonElement schema, JsonElement value, string name, string pointer, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > MaxDepth)
        {
            return schema.ValueKind == JsonValueKind.False ? Say(name, pointer, "is not allowed") : null;
        }

        var problem = OfForm(schema, value) ?? value.ValueKind switch
        {
            JsonValueKind.Number => SchemaNumbers.FirstProblem(schema, value),
            JsonValueKind.String => SchemaTexts.FirstProblem(schema, value.GetString()!),
            JsonValueKind.Array => OfArray(schema, value),
            JsonValueKind.Object => OfObject(schema, value),
            _ => null,
        };
        return problem is not null ? Say(name, pointer, problem) : OfParts(schema, value, name, pointer, depth + 1) ?? OfOptions(schema, value, name, pointer, depth + 1);
    }

    private static string? OfForm(JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("type", out var type) && Names(type) is { Count: > 0 } types && !types.Any(name => SchemaFit.IsOfType(value, name)))
        {
            return $"must be of type {string.Join(" or ", types)}";
        }

        if (schema.TryGetProperty("enum", out var allowed) && allowed.ValueKind == JsonValueKind.Array && !allowed.EnumerateArray().Any(known => JsonValues.AreEqual(known, value)))
        {
            var shown = allowed.EnumerateArray().Take(MostShown).Select(known => known.GetRawText());
            return $"must be one of {string.Join(", ", shown)}{(allowed.GetArrayLength() > MostShown ? ", …" : "")}";
        }

        return schema.TryGetProperty("const", out var only) && !JsonValues.AreEqual(only, value) ? $"must be {only.GetRawText()}" : null;
    }

    private static string? OfArray(JsonElement schema, JsonElement value)
    {
        var count = value.GetArrayLength();
        return SchemaNumbers.Limit(schema, "minItems") is { } least && count < least ? $"must have at least {SchemaNumbers.Shown(schema, "minItems")} items"
            : SchemaNumbers.Limit(schema, "maxItems") is { } most && count > most ? $"must have at most {SchemaNumbers.Shown(schema, "maxItems")} items"
            : schema.TryGetProperty("uniqueItems", out var unique) && unique.ValueKind == JsonValueKind.True && value.EnumerateArray().DistinctBy(JsonValues.Key).Count() < count ? "must have no item twice"
            : null;
    }

    private static string? OfObject(JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array &&
            required.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !value.TryGetProperty(name, out _)) is { } missing)
        {
            return $"must have '{missing}'";
        }

        if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False && !schema.TryGetProperty("patternProperties", out _))
        {
            var known = Properties(schema);
            return value.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !known.TryGetProperty(name, out _)) is { } unknown
                ? $"must have no '{unknown}'; it may have: {string.Join(", ", known.EnumerateObject().Select(member => member.Name))}"
                : null;
        }

        return null;
    }

    private static string? OfParts(JsonElement schema, JsonElement value, string name, string pointer, int depth)
    {
        IEnumerable<(JsonElement Schema, JsonElement Value, string Pointer)> parts = value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject()
                .Where(member => Properties(schema).TryGetProperty(member.Name, out _))
                .Select(member => (Properties(schema).GetProperty(member.Name), member.Value, JsonPointer.Append(pointer, member.Name))),
            JsonValueKind.Array => value.EnumerateArray().Select((item, index) => (ItemAt(schema, index), item, JsonPointer.Append(pointer, index))),
            _ => [],
        };
        return parts.Select(part => Check(part.Schema, part.Value, name, part.Pointer, depth)).FirstOrDefault(problem => problem is not null);
    }

    private static string? OfOptions(JsonElement schema, JsonElement value, string name, string pointer, int depth)
    {
        foreach (var keyword in new[] { "anyOf", "oneOf" })
        {
            if (schema.TryGetProperty(keyword, out var options) && options.ValueKind == JsonValueKind.Array)
            {
                var problems = options.EnumerateArray().Select(option => Check(option, value, name, pointer, depth)).ToList();
                if (problems.Count > 0 && !problems.Contains(null))
                {
                    return problems.Count == 1 ? problems[0] : Say(name, pointer, $"must be of one of {problems.Count} forms, and is of none: {string.Join(" Or: ", problems)}").TrimEnd('.') + ".";
                }
            }
        }

        return schema.TryGetProperty("allOf", out var all) && all.ValueKind == JsonValueKind.Array
            ? all.EnumerateArray().Select(option => Check(option, value, name, pointer, depth)).FirstOrDefault(problem => problem is not null)
            : null;
    }

    private static JsonElement Properties(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? properties : JsonValues.EmptyObject;

    private static JsonElement ItemAt(JsonElement schema, int index) =>
        schema.TryGetProperty("prefixItems", out var prefix) && prefix.ValueKind == JsonValueKind.Array && index < prefix.GetArrayLength() ? prefix[index]
        : schema.TryGetProperty("items", out var items) ? items : JsonValues.EmptyObject;

    private static List<string> Names(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => [type.GetString()!],
        JsonValueKind.Array => [.. type.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)],
        _ => [],
    };

    private static string Say(string name, string pointer, string problem) => $"{name}{(pointer.Length == 0 ? "" : $" at {pointer}")} {problem}.";
}
