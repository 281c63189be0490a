using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace MemOS.Cli.Mcp;

/// <summary>Reads the arguments of a call, and says in the caller's words what is wrong with them.</summary>
internal static class ToolArguments
{
    /// <exception cref="ArgumentException">They are not what the schema asks for.</exception>
    public static TInput Read<TInput>(IDictionary<string, JsonElement>? given, JsonTypeInfo<TInput> type)
    {
        var arguments = given ?? new Dictionary<string, JsonElement>();
        if (arguments.Keys.FirstOrDefault(name => type.Properties.All(property => property.Name != name)) is { } unknown)
        {
            throw new ArgumentException($"There is no argument \"{unknown}\". The arguments are: {string.Join(", ", type.Properties.Select(static property => property.Name))}.");
        }

        if (type.Properties.FirstOrDefault(property => property.IsRequired && !arguments.ContainsKey(property.Name)) is { } missing)
        {
            throw new ArgumentException($"The argument \"{missing.Name}\" is missing.");
        }

        try
        {
            var node = new JsonObject();
            foreach (var (name, value) in arguments)
            {
                node[name] = JsonNode.Parse(value.GetRawText());
            }

            return node.Deserialize(type)!;
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"The argument {error.Path} is not what the schema of the tool asks for.", error);
        }
        catch (InvalidOperationException error)
        {
            // A half of a surrogate pair stands in JSON as an escape, and no string can be made of it.
            throw new ArgumentException("A text is not valid Unicode: it holds half of a surrogate pair. Nothing was recorded. Cut texts at whole characters.", error);
        }
    }
}
