using System.IO.Pipelines;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace MemOS.Cli.Tests.Mcp;

/// <summary>The real server, run by the command, and the library's own client, joined by in-memory pipes.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task<int> server;

    private McpSession(McpClient client, Task<int> server, CancellationTokenSource stop)
    {
        Client = client;
        this.server = server;
        this.stop = stop;
    }

    public McpClient Client { get; }

    public static async Task<McpSession> StartAsync(string database, string user, params string[] further)
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        var stop = new CancellationTokenSource();
        var host = new CliHost
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Input = () => toServer.Reader.AsStream(),
            Output = () => toClient.Writer.AsStream(),
        };
        var server = Task.Run(() => MemosCommand.InvokeAsync(["mcp", "--db", database, "--user", user, .. further], host, stop.Token));
        var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
        return new(client, server, stop);
    }

    /// <summary>Calls a tool and returns its structured content.</summary>
    public async Task<JsonElement> CallAsync(string tool, object arguments, bool isError = false)
    {
        var result = await CallRawAsync(tool, arguments);
        Assert.True((result.IsError ?? false) == isError, result.StructuredContent?.GetRawText());
        Assert.NotNull(result.StructuredContent);
        Assert.True(JsonElement.DeepEquals(result.StructuredContent.Value, JsonElement.Parse(Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text)));
        return result.StructuredContent.Value;
    }

    public async Task<CallToolResult> CallRawAsync(string tool, object arguments)
    {
        var json = JsonSerializer.SerializeToElement(arguments);
        return await Client.CallToolAsync(tool, json.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value));
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await stop.CancelAsync();
        await server;
        stop.Dispose();
    }
}
