using ModelContextProtocol.Client;

namespace MemOS.Cli.Tests.Mcp;

public sealed class McpProcessTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Mcp_AsAProcess_ServesTheLibrarysClient()
    {
        var transport = new StdioClientTransport(new()
        {
            Command = "dotnet",
            Arguments = [typeof(MemosCommand).Assembly.Location, "mcp", "--db", cli.Database, "--user", "ada"],
            Name = "memos",
        });
        await using (var client = await McpClient.CreateAsync(transport))
        {
            Assert.Equal("memos", client.ServerInfo?.Name);
            var added = await client.CallToolAsync("add_memory", new Dictionary<string, object?> { ["text"] = "I live in Bern." });
            Assert.False(added.IsError ?? false);
            var found = await client.CallToolAsync("search_memories", new Dictionary<string, object?> { ["query"] = "Where do I live?" });
            Assert.Contains("Bern", found.StructuredContent!.Value.GetProperty("context").GetString(), StringComparison.Ordinal);
        }

        // The server closed the file properly when its input ended.
        var doctor = await cli.RunAsync("doctor", "--deep");
        Assert.Contains("all good", doctor.Out, StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();
}
