using System.Text.Json;
using MemOS.Cli.Mcp;

namespace MemOS.Cli.Tests.Mcp;

public sealed class ToolArgumentsTests
{
    [Theory]
    [InlineData("{\"text\":\"half \\ud83d\"}", "not valid Unicode")]
    [InlineData("{\"messages\":[{\"content\":\"\\udc00 half\"}]}", "not valid Unicode")]
    [InlineData("{\"user\":\"eve\"}", "There is no argument \"user\". The arguments are: text, messages, session_id.")]
    [InlineData("{\"messages\":[{\"role\":\"user\"}]}", "$.messages[0]")]
    [InlineData("{\"text\":{}}", "$.text")]
    public void Read_WrongArguments_SaysWhatIsWrong(string json, string expected)
    {
        var given = JsonElement.Parse(json).EnumerateObject().ToDictionary(static property => property.Name, static property => property.Value);
        var error = Assert.Throws<ArgumentException>(() => ToolArguments.Read(given, McpJson.Readable.AddMemoryInput));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NothingGiven_IsMissing() =>
        Assert.Contains("\"id\" is missing", Assert.Throws<ArgumentException>(() => ToolArguments.Read(null, McpJson.Readable.GetMemoryInput)).Message, StringComparison.Ordinal);
}
