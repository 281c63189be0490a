using System.Text;
using System.Text.Json;
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

    /// <summary>As a shell pipes requests: all at once, and then the input ends.</summary>
    [Fact]
    public async Task Mcp_WhoseInputEndsAtOnce_AnswersWhatWasAsked()
    {
        string[] requests =
        [
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"shell","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":"add","method":"tools/call","params":{"name":"add_memory","arguments":{"text":"I live in Bern."}}}""",
        ];
        using var answers = new MemoryStream();
        var host = new CliHost { Out = TextWriter.Null, Error = TextWriter.Null, Input = () => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', requests))), Output = () => answers };

        var code = await MemosCommand.InvokeAsync(["mcp", "--db", cli.Database, "--user", "ada"], host, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(0, code);
        var ids = Encoding.UTF8.GetString(answers.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("id").ToString());
        Assert.Equal(["1", "add"], ids.Order());
        Assert.Contains("Bern", (await cli.RunAsync("search", "Where do I live?", "-u", "ada")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mcp_WhoseClientIsGone_Ends()
    {
        const string Request = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"gone","version":"1"}}}""";
        var host = new CliHost { Out = TextWriter.Null, Error = TextWriter.Null, Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Request)), Output = () => new MemoryStream([], writable: false) };

        var serving = MemosCommand.InvokeAsync(["mcp", "--db", cli.Database, "--user", "ada"], host, CancellationToken.None);

        Assert.Same(serving, await Task.WhenAny(serving, Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System)));
    }

    public void Dispose() => cli.Dispose();
}
