using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace MemOS.Cli.Mcp;

/// <summary>JSON schemas of the tools' arguments and results, made of their types.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static JsonElement Of(JsonTypeInfo type)
    {
        var schema = type.GetJsonSchemaAsNode(Options).AsObject();

        // Clients want the plain word at the root: arguments and results are never null.
        schema["type"] = "object";
        return JsonElement.Parse(schema.ToJsonString());
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var description = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>().FirstOrDefault();
        if (description is not null && schema is JsonObject node)
        {
            node.Insert(0, "description", description.Description);
        }

        return schema;
    }
}
