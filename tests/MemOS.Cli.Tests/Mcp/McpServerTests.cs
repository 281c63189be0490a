using System.Text.Json;

namespace MemOS.Cli.Tests.Mcp;

public sealed class McpServerTests : IDisposable
{
    private readonly CliRunner cli = new();

    [Fact]
    public async Task Tools_Listed_AreFiveWithSchemasAndAnnotations()
    {
        await using var session = await McpSession.StartAsync(cli.Database, "ada");
        var tools = (await session.Client.ListToolsAsync()).ToDictionary(tool => tool.Name, tool => tool.ProtocolTool);
        Assert.Equal(["add_memory", "forget_memory", "get_memory", "list_memories", "search_memories"], tools.Keys.Order(StringComparer.Ordinal));
        Assert.All(tools.Values, tool =>
        {
            Assert.Equal("object", tool.InputSchema.GetProperty("type").GetString());
            Assert.Equal("object", tool.OutputSchema!.Value.GetProperty("type").GetString());
            Assert.False(string.IsNullOrEmpty(tool.Description));
            Assert.False(tool.Annotations!.OpenWorldHint);

            // Nothing that a model passes chooses whose memory it is.
            Assert.All(tool.InputSchema.GetProperty("properties").EnumerateObject(), property => Assert.DoesNotContain(property.Name, (string[])["user", "scope", "cube", "tenant"]));
        });
        Assert.True(tools["search_memories"].Annotations!.ReadOnlyHint);
        Assert.True(tools["forget_memory"].Annotations!.DestructiveHint);
        Assert.False(tools["add_memory"].Annotations!.DestructiveHint);
        Assert.Equal(["query"], tools["search_memories"].InputSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.True(tools["search_memories"].InputSchema.GetProperty("properties").TryGetProperty("budget_tokens", out _));
        Assert.True(tools["add_memory"].InputSchema.GetProperty("properties").TryGetProperty("session_id", out _));
    }

    [Fact]
    public async Task Memory_AddedSearchedShownForgotten_GoesThroughItsLife()
    {
        await using var session = await McpSession.StartAsync(cli.Database, "ada");
        var added = await session.CallAsync("add_memory", new { text = "I'm allergic to walnuts." });
        Assert.Equal(1, added.GetProperty("added").GetInt32());
        var id = added.GetProperty("records")[0].GetProperty("id").GetString()!;

        var found = await session.CallAsync("search_memories", new { query = "What am I allergic to?", budget_tokens = 100 });
        Assert.Contains("walnuts", found.GetProperty("context").GetString(), StringComparison.Ordinal);
        Assert.InRange(found.GetProperty("tokens").GetInt32(), 1, 100);

        var shown = await session.CallAsync("get_memory", new { id });
        Assert.Contains("walnuts", shown.GetProperty("sources")[0].GetProperty("text").GetString(), StringComparison.Ordinal);

        var forgotten = await session.CallAsync("forget_memory", new { id });
        Assert.Contains(id, forgotten.GetProperty("forgotten").EnumerateArray().Select(item => item.GetString()));
        found = await session.CallAsync("search_memories", new { query = "What am I allergic to?" });
        Assert.DoesNotContain("walnuts", found.GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await session.CallAsync("list_memories", new { })).GetProperty("memories").EnumerateArray());
    }

    [Fact]
    public async Task AddMemory_MessagesTwice_AreKeptOnce()
    {
        await using var session = await McpSession.StartAsync(cli.Database, "ada");
        var arguments = new
        {
            session_id = "monday",
            messages = new object[]
            {
                new { role = "user", name = "Ada", content = "I adopted a cat yesterday.", message_id = "a", timestamp = "2026-02-05T10:00:00Z" },
                new { role = "assistant", content = "How nice!", message_id = "b" },
            },
        };
        Assert.Equal(2, (await session.CallAsync("add_memory", arguments)).GetProperty("added").GetInt32());
        var again = await session.CallAsync("add_memory", arguments);
        Assert.Equal((0, 2), (again.GetProperty("added").GetInt32(), again.GetProperty("known").GetInt32()));
        var found = await session.CallAsync("search_memories", new { query = "When did Ada adopt a cat?" });
        Assert.Contains("2026-02-04", found.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("monday", found.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search_memories", "{\"query\":\" \"}", "invalid_argument")]
    [InlineData("search_memories", "{}", "invalid_argument")]
    [InlineData("search_memories", "{\"query\":\"x\",\"budget_tokens\":0}", "invalid_argument")]
    [InlineData("search_memories", "{\"query\":\"x\",\"user\":\"bob\"}", "invalid_argument")]
    [InlineData("add_memory", "{}", "invalid_argument")]
    [InlineData("add_memory", "{\"text\":\"x\",\"messages\":[{\"content\":\"y\"}]}", "invalid_argument")]
    [InlineData("add_memory", "{\"messages\":[{\"role\":\"system\",\"content\":\"y\"}]}", "invalid_argument")]
    [InlineData("get_memory", "{\"id\":\"zzz\"}", "invalid_argument")]
    [InlineData("get_memory", "{\"id\":\"r1-999\"}", "not_found")]
    [InlineData("forget_memory", "{\"id\":\"r1-999\"}", "not_found")]
    [InlineData("list_memories", "{\"kind\":\"wish\"}", "invalid_argument")]
    [InlineData("list_memories", "{\"kind\":\"1\"}", "invalid_argument")]
    [InlineData("list_memories", "{\"limit\":1001}", "invalid_argument")]
    [InlineData("list_memories", "{\"after\":\"zzz\"}", "invalid_argument")]
    [InlineData("search_memories", "{\"query\":5}", "invalid_argument")]
    [InlineData("search_memories", "{\"query\":null}", "invalid_argument")]
    [InlineData("add_memory", "{\"messages\":[{\"content\":\"x\",\"user\":\"eve\"}]}", "invalid_argument")]
    [InlineData("add_memory", "{\"messages\":[{\"content\":\"x\",\"timestamp\":\"soon\"}]}", "invalid_argument")]
    [InlineData("add_memory", "{\"messages\":[{\"content\":\"x\",\"timestamp\":\"9999-12-31T00:00:00Z\"}]}", "invalid_argument")]
    [InlineData("get_memory", "{\"id\":\"t1-1\"}", "invalid_argument")]
    public async Task Tool_OnWrongArguments_AnswersATypedError(string tool, string arguments, string code)
    {
        await using var session = await McpSession.StartAsync(cli.Database, "ada");
        var answer = await session.CallAsync(tool, JsonElement.Parse(arguments), isError: true);
        Assert.Equal(code, answer.GetProperty("error").GetProperty("code").GetString());
        var message = answer.GetProperty("error").GetProperty("message").GetString();
        Assert.False(string.IsNullOrEmpty(message));

        // The message is for models and people: no names of this program's types.
        Assert.DoesNotContain("MemOS.", message, StringComparison.Ordinal);
        Assert.DoesNotContain(".NET", message, StringComparison.Ordinal);
        Assert.Empty((await session.CallAsync("list_memories", new { })).GetProperty("memories").EnumerateArray());
    }

    [Fact]
    public async Task AddMemory_KnownIdWithOtherContent_IsAConflict()
    {
        await using var session = await McpSession.StartAsync(cli.Database, "ada");
        await session.CallAsync("add_memory", new { messages = new[] { new { content = "one", message_id = "a" } } });
        var answer = await session.CallAsync("add_memory", new { messages = new[] { new { content = "two", message_id = "a" } } }, isError: true);
        Assert.Equal("conflict", answer.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Server_OnAReadOnlyFile_SearchesAndSaysThatItCannotAdd()
    {
        await cli.JsonAsync("add", "I'm allergic to walnuts.", "--user", "ada");
        File.SetAttributes(cli.Database, FileAttributes.ReadOnly);
        try
        {
            await using var session = await McpSession.StartAsync(cli.Database, "ada");
            Assert.Contains("walnuts", (await session.CallAsync("search_memories", new { query = "What am I allergic to?" })).GetRawText(), StringComparison.Ordinal);
            var answer = await session.CallAsync("add_memory", new { text = "I like rain." }, isError: true);
            Assert.Equal("store_unavailable", answer.GetProperty("error").GetProperty("code").GetString());
        }
        finally
        {
            File.SetAttributes(cli.Database, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task Server_OfAnotherUser_SeesNothingOfTheFirst()
    {
        await cli.JsonAsync("add", "I'm allergic to walnuts.", "--user", "ada");
        await using var session = await McpSession.StartAsync(cli.Database, "bob");
        Assert.Empty((await session.CallAsync("search_memories", new { query = "walnuts" })).GetProperty("results").EnumerateArray());
        Assert.Equal("not_found", (await session.CallAsync("get_memory", new { id = "r1-1" }, isError: true)).GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("not_found", (await session.CallAsync("forget_memory", new { id = "r1-1" }, isError: true)).GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task ListMemories_ByPages_ReachesTheEnd()
    {
        await using var session = await McpSession.StartAsync(cli.Database, "ada");
        await session.CallAsync("add_memory", new { text = "I love green tea." });
        await session.CallAsync("add_memory", new { text = "I hate night buses." });
        var first = await session.CallAsync("list_memories", new { limit = 1 });
        var second = await session.CallAsync("list_memories", new { limit = 1, after = first.GetProperty("next").GetString() });
        Assert.NotEqual(first.GetProperty("memories")[0].GetProperty("id").GetString(), second.GetProperty("memories")[0].GetProperty("id").GetString());
    }

    public void Dispose() => cli.Dispose();
}
