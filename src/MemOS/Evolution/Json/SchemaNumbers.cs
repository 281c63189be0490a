using System.Text.Json;

namespace MemOS.Evolution.Json;

/// <summary>The limits that a JSON schema sets to a number.</summary>
internal static class SchemaNumbers
{
    /// <summary>What does not fit, in words; <see langword="null"/> when it fits. A number beyond decimal precision is let pass.</summary>
    public static string? FirstProblem(JsonElement schema, JsonElement value)
    {
        if (!value.TryGetDecimal(out var number))
        {
            return null;
        }

        // In the draft of OpenAPI 3.0 the exclusive limits are flags of the others.
        return Limit(schema, "minimum") is { } least && (IsTrue(schema, "exclusiveMinimum") ? number <= least : number < least) ? $"must be {(IsTrue(schema, "exclusiveMinimum") ? "more than" : "at least")} {Shown(schema, "minimum")}"
            : Limit(schema, "maximum") is { } most && (IsTrue(schema, "exclusiveMaximum") ? number >= most : number > most) ? $"must be {(IsTrue(schema, "exclusiveMaximum") ? "less than" : "at most")} {Shown(schema, "maximum")}"
            : Limit(schema, "exclusiveMinimum") is { } low && number <= low ? $"must be more than {Shown(schema, "exclusiveMinimum")}"
            : Limit(schema, "exclusiveMaximum") is { } high && number >= high ? $"must be less than {Shown(schema, "exclusiveMaximum")}"
            : Limit(schema, "multipleOf") is { } unit && unit > 0 && number % unit != 0 ? $"must be a multiple of {Shown(schema, "multipleOf")}"
            : null;
    }

    /// <summary>A keyword's number; <see langword="null"/> when it has none.</summary>
    public static decimal? Limit(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var limit) && limit.ValueKind == JsonValueKind.Number && limit.TryGetDecimal(out var number) ? number : null;

    /// <summary>A keyword's number as it is written.</summary>
    public static string Shown(JsonElement schema, string keyword) => schema.GetProperty(keyword).GetRawText();

    private static bool IsTrue(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var flag) && flag.ValueKind == JsonValueKind.True;
}
