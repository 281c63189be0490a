using MemOS.TestKit.Models;

namespace MemOS.Cli.Tests.Mcp;

/// <summary>The MCP server with a model: what a client adds is read by it.</summary>
public sealed class McpModelTests : IDisposable
{
    private const string Turn = "The boat? Selkie, that is what we named it.";
    private readonly CliRunner cli = new();

    [Fact]
    public async Task AddMemory_WithAModel_IsReadByIt()
    {
        await using var server = await ModelServer.StartAsync();
        server.Usual = ModelReplies.Text("""{"memories":[{"kind":"fact","text":"User's boat is called Selkie.","subject":"user","sources":[1]}]}""");

        await using (var session = await McpSession.StartAsync(cli.Database, "ada", "--chat", server.Url, "--model", "small"))
        {
            var added = await session.CallAsync("add_memory", new { messages = new[] { new { role = "user", content = Turn }, new { role = "assistant", content = "A fine name." } } });
            Assert.Contains(added.GetProperty("records").EnumerateArray(), record => record.GetProperty("text").GetString() == "User's boat is called Selkie.");
        }

        Assert.Contains(Turn, Assert.Single(server.Requests).Prompt, StringComparison.Ordinal);
        Assert.Equal("small", server.Last.Body.GetProperty("model").GetString());
        var stats = await cli.JsonAsync("stats");
        Assert.Equal((1, 0), (stats.GetProperty("model_calls").GetInt32(), stats.GetProperty("jobs_dead").GetInt32()));
    }

    [Fact]
    public async Task AddMemory_ModelIsDown_KeepsTheTurnForALaterReading()
    {
        await using var server = await ModelServer.StartAsync();
        server.Usual = ModelReplies.Status(400);

        await using (var session = await McpSession.StartAsync(cli.Database, "ada", "--chat", server.Url, "--model", "small"))
        {
            await session.CallAsync("add_memory", new { text = Turn });
            var found = await session.CallAsync("search_memories", new { query = "Selkie" });
            Assert.Contains("Selkie", found.GetProperty("context").GetString(), StringComparison.Ordinal);
        }

        Assert.Contains("1 job waiting", (await cli.RunAsync("doctor")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mcp_EndpointWithoutAModel_SaysWhatToName()
    {
        var result = await cli.RunAsync("mcp", "--chat", "http://127.0.0.1:9/v1");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("--model", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();
}
