using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel.Plugins;

/// <summary>The parameters of a JSON schema, each complete in itself: what they refer to is written in place.</summary>
/// <remarks>A type that holds itself is written once and is anything below that, since a parameter has no place for definitions.</remarks>
internal static class SchemaParameters
{
    public static IReadOnlyList<KernelParameterMetadata> Of(JsonElement schema)
    {
        if (JsonNode.Parse(schema.GetRawText()) is not JsonObject root || root["properties"] is not JsonObject properties)
        {
            return [];
        }

        var required = (root["required"] as JsonArray)?.Select(name => name?.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        return [.. properties.Select(property =>
        {
            var whole = Inline(property.Value, root, []);
            return new KernelParameterMetadata(property.Key)
            {
                Description = (whole as JsonObject)?["description"]?.GetValue<string>() ?? "",
                DefaultValue = (whole as JsonObject)?["default"] is { } value ? JsonSerializer.SerializeToElement(value) : null,
                IsRequired = required.Contains(property.Key),
                Schema = KernelJsonSchema.Parse(whole?.ToJsonString() ?? "{}"),
            };
        })];
    }

    private static JsonNode? Inline(JsonNode? node, JsonObject root, HashSet<string> open)
    {
        switch (node)
        {
            case JsonObject known when known["$ref"] is JsonValue reference && reference.TryGetValue<string>(out var path) && path.StartsWith('#'):
                if (Find(root, path) is not { } target || !open.Add(path))
                {
                    return new JsonObject();
                }

                var merged = Inline(target, root, open) as JsonObject ?? [];
                open.Remove(path);
                foreach (var (key, value) in known.Where(pair => pair.Key != "$ref"))
                {
                    merged[key] = Inline(value, root, open);
                }

                return merged;
            case JsonObject known:
                return new JsonObject(known.Where(pair => pair.Key is not ("$defs" or "definitions")).Select(pair => KeyValuePair.Create(pair.Key, Inline(pair.Value, root, open))));
            case JsonArray known:
                return new JsonArray([.. known.Select(item => Inline(item, root, open))]);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Find(JsonObject root, string path)
    {
        JsonNode? node = root;
        foreach (var part in path.Split('/').Skip(1).Select(part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            node = node is JsonArray items && int.TryParse(part, out var index) && index >= 0 && index < items.Count ? items[index] : (node as JsonObject)?[part];
        }

        return node;
    }
}
