using System.Buffers;
using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Plans;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution.Skills;

/// <summary>The JSON schema of a skill's arguments, and the check against it.</summary>
internal static class SkillSchema
{
    public static JsonElement Of(SkillPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "object");
            writer.WriteStartObject("properties");
            foreach (var parameter in plan.Parameters)
            {
                writer.WriteStartObject(parameter.Name);
                writer.WriteString("type", parameter.JsonType);
                if (parameter.Description is { } description)
                {
                    writer.WriteString("description", description);
                }

                if (parameter.Default is { } usual)
                {
                    writer.WritePropertyName("default");
                    usual.WriteTo(writer);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteStartArray("required");
            foreach (var parameter in plan.Parameters.Where(parameter => parameter.Default is null))
            {
                writer.WriteStringValue(parameter.Name);
            }

            writer.WriteEndArray();
            writer.WriteBoolean("additionalProperties", false);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>Reads the arguments of a call; the problem is in words for the model that made it.</summary>
    public static bool TryRead(SkillPlan plan, IEnumerable<KeyValuePair<string, object?>> arguments, out IReadOnlyDictionary<string, JsonElement> values, out string? problem)
    {
        var read = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        values = read;
        foreach (var (name, given) in arguments)
        {
            if (plan.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            {
                problem = $"There is no parameter '{name}'; the parameters are: {string.Join(", ", plan.Parameters.Select(known => known.Name))}.";
                return false;
            }

            var value = ToElement(given, AIJsonUtilities.DefaultOptions);
            if (!SchemaFit.IsOfType(value, parameter.JsonType))
            {
                problem = $"'{name}' must be of type {parameter.JsonType}.";
                return false;
            }

            read[name] = value;
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
}
