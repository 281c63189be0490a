using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution.Skills;

/// <summary>The JSON schema of a skill's arguments, with all that its tools' schemas say of them, and the check against it.</summary>
internal static class SkillSchema
{
    private static readonly string[] Forms = ["type", "enum", "const", "anyOf", "oneOf", "allOf"];

    /// <summary>The schema of a version's plan. What the tools say is read from the version: plans hold no schemas of their own.</summary>
    public static JsonElement Of(SkillVersion version)
    {
        var plan = version.Plan!;
        var properties = new JsonObject();
        foreach (var parameter in plan.Parameters)
        {
            properties[parameter.Name] = Of(parameter, version);
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. plan.Parameters.Where(parameter => parameter.Default is null).Select(parameter => JsonValue.Create(parameter.Name))]),
            ["additionalProperties"] = false,
        };
        return JsonValues.Parse(JsonValues.Write(writer => schema.WriteTo(writer)));
    }

    /// <summary>Reads the arguments of a call; the problem is in words for the model that made it.</summary>
    public static bool TryRead(
        SkillPlan plan, JsonElement schema, IEnumerable<KeyValuePair<string, object?>> arguments, out IReadOnlyDictionary<string, JsonElement> values, out string? problem)
    {
        var read = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        values = read;
        var properties = schema.GetProperty("properties");
        foreach (var (name, given) in arguments)
        {
            if (!properties.TryGetProperty(name, out var property))
            {
                problem = $"There is no parameter '{name}'; the parameters are: {string.Join(", ", plan.Parameters.Select(known => known.Name))}.";
                return false;
            }

            read[name] = Whole(ToElement(given, AIJsonUtilities.DefaultOptions), property);
            problem = SchemaCheck.FirstProblem(property, read[name], name);
            if (problem is not null)
            {
                return false;
            }
        }

        foreach (var parameter in plan.Parameters.Where(parameter => !read.ContainsKey(parameter.Name)))
        {
            if (parameter.Default is not { } usual)
            {
                problem = $"'{parameter.Name}' ({parameter.JsonType}) is required.";
                return false;
            }

            read[parameter.Name] = usual;
        }

        problem = null;
        return true;
    }

    public static JsonElement ToElement(object? value, JsonSerializerOptions options) => value switch
    {
        null => JsonValues.Parse("null"),
        JsonElement element => element,
        _ => JsonSerializer.SerializeToElement(value, options.GetTypeInfo(value.GetType())),
    };

    // JSON has one 5, and models write it as 5.0 too; a function that takes an int reads only the one.
    private static JsonElement Whole(JsonElement value, JsonElement schema) =>
        value.ValueKind == JsonValueKind.Number && schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("integer") &&
        !value.TryGetInt64(out _) && value.TryGetDecimal(out var number) && number == decimal.Truncate(number)
            ? JsonValues.Parse(decimal.Truncate(number).ToString(CultureInfo.InvariantCulture))
            : value;

    private static JsonObject Of(PlanParameter parameter, SkillVersion version)
    {
        var declared = Declared(parameter, version) ?? [];
        var property = new JsonObject();
        if (!Forms.Any(declared.ContainsKey))
        {
            property["type"] = parameter.JsonType;
        }

        foreach (var (keyword, value) in declared)
        {
            property[keyword] = value?.DeepClone();
        }

        // What the tool does without the argument, and what the plan does, are two things.
        property.Remove("default");
        if (parameter.Description is { } description)
        {
            property["description"] = description;
        }

        if (parameter.Default is { } usual)
        {
            property["default"] = JsonNode.Parse(usual.GetRawText());
        }

        return property;
    }

    // A parameter may fill arguments of several tools: it has to suit all of them.
    private static JsonObject? Declared(PlanParameter parameter, SkillVersion version)
    {
        JsonObject? all = null;
        foreach (var step in version.Plan!.Steps)
        {
            var schema = version.Tools.FirstOrDefault(tool => tool.Name == step.Tool)?.Schema;
            foreach (var (_, pointer) in PlanParameters.Places(step.Arguments, "").Where(place => place.Name == parameter.Name))
            {
                if (schema is { ValueKind: JsonValueKind.Object } known && SchemaPart.Of(known, pointer) is { } part)
                {
                    if (all is not null && SchemaIntersection.Of(all, part) is null)
                    {
                        return null;
                    }

                    all = all is null ? part : SchemaIntersection.Of(all, part);
                }
            }
        }

        return all;
    }
}
