using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MemOS.Cli.Output;

namespace MemOS.Cli.Mcp;

/// <summary>The shapes of the tools. Unknown arguments are refused: none is silently ignored, least of all one that names a user.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AddMemoryInput))]
[JsonSerializable(typeof(AddMemoryResult))]
[JsonSerializable(typeof(SearchMemoriesInput))]
[JsonSerializable(typeof(SearchOutput))]
[JsonSerializable(typeof(GetMemoryInput))]
[JsonSerializable(typeof(ShowOutput))]
[JsonSerializable(typeof(ForgetMemoryResult))]
[JsonSerializable(typeof(ListMemoriesInput))]
[JsonSerializable(typeof(ListMemoriesResult))]
[JsonSerializable(typeof(ToolError))]
internal sealed partial class McpJson : JsonSerializerContext
{
    // Letters of all scripts stay letters: escaped, they would cost a model several times the tokens.
    public static McpJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
