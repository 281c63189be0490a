using System.Text;
using System.Text.Json;
using MemOS.Evolution.Json;

namespace MemOS.Evolution.Skills;

/// <summary>What a tool's schema demands of a call, apart from the words that explain it: a plan goes on fitting when only those change.</summary>
internal static class SkillContract
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "description", "title", "$comment", "examples" };
    private static readonly HashSet<string> Named = new(StringComparer.Ordinal) { "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" };
    private static readonly HashSet<string> Nested = new(StringComparer.Ordinal)
    {
        "items", "prefixItems", "additionalProperties", "unevaluatedProperties", "propertyNames", "contains", "anyOf", "allOf", "oneOf", "not", "if", "then", "else",
    };

    /// <summary>Whether two schemas demand the same.</summary>
    public static bool AreSame(JsonElement left, JsonElement right) => Key(left) == Key(right);

    /// <summary>Whether tools of the second list demand what those of the first do; a tool without a schema demands nothing that is known.</summary>
    public static bool AreSame(IReadOnlyList<SkillTool> left, IReadOnlyList<SkillTool> right) => left.All(tool =>
        tool.Schema is not { } schema || right.FirstOrDefault(other => other.Name == tool.Name) is not { Schema: { } now } || AreSame(schema, now));

    /// <summary>A text by which schemas that demand the same are equal.</summary>
    public static string Key(JsonElement schema)
    {
        var text = new StringBuilder();
        Append(text, schema);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement schema)
    {
        switch (schema.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in schema.EnumerateObject().Where(member => !Words.Contains(member.Name)).OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    text.Append(JsonEncodedText.Encode(member.Name)).Append(":{");
                    AppendMember(text, member);
                    text.Append('}');
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in schema.EnumerateArray())
                {
                    text.Append('[');
                    Append(text, item);
                    text.Append(']');
                }

                break;
            default:
                text.Append(JsonValues.Key(schema));
                break;
        }
    }

    private static void AppendMember(StringBuilder text, JsonProperty member)
    {
        if (Named.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Object)
        {
            // Here the members are names of the tool's own: an argument may well be called "description".
            foreach (var named in member.Value.EnumerateObject().OrderBy(named => named.Name, StringComparer.Ordinal))
            {
                text.Append(JsonEncodedText.Encode(named.Name)).Append(":{");
                Append(text, named.Value);
                text.Append('}');
            }
        }
        else if (Nested.Contains(member.Name))
        {
            Append(text, member.Value);
        }
        else
        {
            text.Append(JsonValues.Key(member.Value));
        }
    }
}
