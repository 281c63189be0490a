using System.Text.RegularExpressions;
using MemOS.TestKit.Models;

namespace MemOS.Cli.Tests.Readme;

/// <summary>Every command of the page on models, run against a model's endpoint on the loopback address.</summary>
public sealed partial class ModelDocsTests : IDisposable
{
    private const string Written = "http://localhost:11434/v1";
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Commands_OfThePage_AllWork()
    {
        await using var server = await ModelServer.StartAsync();
        server.Usual = ModelReplies.Text(request => request.Body.TryGetProperty("response_format", out _) ? """{"memories":[]}""" : "It is called Selkie.");
        var chat = cli.Write("chat.jsonl", """{"role":"user","content":"My boat is called Selkie.","timestamp":"2024-05-01T10:00:00Z"}""");
        var environment = new Dictionary<string, string> { ["MEMOS_CHAT_URL"] = server.Url, ["MEMOS_CHAT_MODEL"] = "small" };
        var lines = DocsFiles.Blocks(DocsFiles.Read("docs", "how-to", "models.md"), "sh").SelectMany(DocsFiles.Lines).Where(line => line.StartsWith("memos ", StringComparison.Ordinal)).ToList();

        Assert.Equal(5, lines.Count);
        foreach (var line in lines)
        {
            var words = Word().Matches(line).Select(static match => match.Value.Trim('"')).Skip(1).Select(word => word == "chat.jsonl" ? chat : word == Written ? server.Url : word);
            var before = server.Requests.Count;
            var result = await cli.RunAsync([.. words, .. line.Contains("bench", StringComparison.Ordinal) ? new[] { "--limit", "2" } : []], "Hello!\n", environment);
            Assert.True(result.ExitCode == 0, $"{line}: {result.Error}");
            Assert.True(server.Requests.Count > before, $"{line} asked no model.");
        }
    }

    [Fact]
    public void Variables_OfThePage_AreThoseOfTheTool()
    {
        var page = DocsFiles.Read("docs", "how-to", "models.md");

        Assert.All(
            [
                Models.ModelEndpoint.ChatUrlVariable, Models.ModelEndpoint.ChatModelVariable, Models.ModelEndpoint.KeyVariable,
                Models.ModelEndpoint.EmbeddingUrlVariable, Models.ModelEndpoint.EmbeddingModelVariable, Models.ModelEndpoint.EmbeddingKeyVariable,
            ],
            name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    public void Dispose() => cli.Dispose();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}
