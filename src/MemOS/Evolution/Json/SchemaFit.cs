using System.Text.Json;

namespace MemOS.Evolution.Json;

/// <summary>Whether recorded arguments still fit a tool's schema: required members are there, none is unknown, simple types agree.</summary>
/// <remarks>The part of JSON Schema that a renamed, added or retyped parameter shows in; what else a schema says is the tool's to check.</remarks>
internal static class SchemaFit
{
    /// <summary>What does not fit, in words; <see langword="null"/> when nothing speaks against it.</summary>
    public static string? FirstProblem(JsonElement schema, JsonElement arguments)
    {
        if (schema.ValueKind != JsonValueKind.Object || arguments.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var properties = schema.TryGetProperty("properties", out var declared) && declared.ValueKind == JsonValueKind.Object ? declared : JsonValues.EmptyObject;
        if (schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array &&
            required.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !arguments.TryGetProperty(name, out _)) is { } missing)
        {
            return $"it asks for '{missing}' now";
        }

        var isClosed = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False;
        foreach (var argument in arguments.EnumerateObject())
        {
            if (!properties.TryGetProperty(argument.Name, out var property))
            {
                if (isClosed || properties.EnumerateObject().Any())
                {
                    return $"it has no '{argument.Name}' any more";
                }
            }
            else if (property.ValueKind == JsonValueKind.Object && property.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && !IsOfType(argument.Value, type.GetString()!))
            {
                return $"'{argument.Name}' is of type {type.GetString()} now";
            }
        }

        return null;
    }

    /// <summary>Whether a value is of a JSON schema's simple type; an unknown type takes any.</summary>
    public static bool IsOfType(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number == decimal.Truncate(number),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };
}
