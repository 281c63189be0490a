using System.Text.Json;

namespace MemOS.Models.Chat;

/// <summary>Tells whether a schema keeps the rules under which an endpoint can hold a model to it exactly.</summary>
internal static class StrictSchema
{
    /// <summary>Whether every object of a schema is closed and requires all of its properties.</summary>
    public static bool IsStrict(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => IsClosed(schema) && schema.EnumerateObject().All(property => property.NameEquals("default") || property.NameEquals("enum") || property.NameEquals("const") || IsStrict(property.Value)),
        JsonValueKind.Array => schema.EnumerateArray().All(IsStrict),
        _ => true,
    };

    private static bool IsClosed(JsonElement schema)
    {
        // What holds "properties" as a schema is an object schema; a property of that name holds no object of schemas.
        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object || properties.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String)
        {
            return true;
        }

        var required = schema.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet(StringComparer.Ordinal) : [];
        return schema.TryGetProperty("additionalProperties", out var further) && further.ValueKind == JsonValueKind.False && properties.EnumerateObject().All(property => required.Contains(property.Name));
    }
}
