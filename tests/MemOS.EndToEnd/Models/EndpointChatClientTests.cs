using System.Text.Json;
using MemOS.Models;
using MemOS.TestKit.Models;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Models;

public class EndpointChatClientTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_Text_ComesWithModelAndUsage(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Enqueue(ModelReplies.Text("It is a fine day."));

        var answer = await host.AskAsync(streaming);

        Assert.Equal("It is a fine day.", answer.Text);
        Assert.Equal("served", answer.ModelId);
        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
        Assert.Equal((7L, 5L, 12L), (answer.Usage!.InputTokenCount, answer.Usage.OutputTokenCount, answer.Usage.TotalTokenCount));
        Assert.Equal("small", host.Server.Last.Body.GetProperty("model").GetString());
        Assert.Equal("Bearer " + ModelHost.Key, host.Server.Last.Authorization);
    }

    [Fact]
    public async Task Stream_Text_ComesAWordAtATime()
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Enqueue(ModelReplies.Text("one two three"));

        var words = await host.Chat.GetStreamingResponseAsync("count").Select(update => update.Text).Where(text => text.Length > 0).ToListAsync();

        Assert.Equal(["one", " two", " three"], words);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_ModelCallsATool_CallIsReturnedAndItsResultSent(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        var weather = AIFunctionFactory.CreateDeclaration("weather", "Tells the weather.", JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));
        host.Server.Enqueue(ModelReplies.Call("call-1", "weather", """{"city":"Oslo"}"""), ModelReplies.Text("Rain."));
        var options = new ChatOptions { Tools = [weather], ToolMode = ChatToolMode.RequireSpecific("weather") };

        var first = await host.AskAsync(streaming, "Oslo?", options);
        var call = first.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Single();
        var second = await host.Chat.GetResponseAsync([new(ChatRole.User, "Oslo?"), .. first.Messages, new(ChatRole.Tool, [new FunctionResultContent(call.CallId, new { sky = "grey" })])], options);

        Assert.Equal(("call-1", "weather", "Oslo"), (call.CallId, call.Name, call.Arguments!["city"]!.ToString()));
        Assert.Equal(ChatFinishReason.ToolCalls, first.FinishReason);
        Assert.Equal("weather", host.Server.Requests[0].Body.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString());
        Assert.Equal("weather", host.Server.Requests[0].Body.GetProperty("tool_choice").GetProperty("function").GetProperty("name").GetString());
        var sent = host.Server.Last.Body.GetProperty("messages");
        Assert.Equal("call-1", sent[1].GetProperty("tool_calls")[0].GetProperty("id").GetString());
        Assert.Equal("grey", JsonElement.Parse(sent[2].GetProperty("content").GetString()!).GetProperty("sky").GetString());
        Assert.Equal("call-1", sent[2].GetProperty("tool_call_id").GetString());
        Assert.Equal("Rain.", second.Text);
    }

    [Fact]
    public async Task Ask_Options_ReachTheEndpointInItsWords()
    {
        await using var host = await ModelHost.StartAsync();
        var schema = JsonElement.Parse("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}""");
        var options = new ChatOptions
        {
            Instructions = "Be brief.", Temperature = 0, MaxOutputTokens = 50, Seed = 3, StopSequences = ["END"], TopP = 0.5f,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "thing"),
            AdditionalProperties = new() { ["memos.private"] = true },
        };

        await host.Chat.GetResponseAsync([new(ChatRole.User, "hi") { AuthorName = "Ada L." }], options);

        var body = host.Server.Last.Body;
        Assert.Equal("system: Be brief.\nuser: hi", host.Server.Last.Prompt);
        Assert.Equal("AdaL", body.GetProperty("messages")[1].GetProperty("name").GetString());
        Assert.Equal(0, body.GetProperty("temperature").GetDouble());
        Assert.Equal(50, body.GetProperty("max_tokens").GetInt32());
        Assert.Equal(3, body.GetProperty("seed").GetInt32());
        Assert.Equal("END", body.GetProperty("stop")[0].GetString());
        var format = body.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.DoesNotContain("memos.private", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_SchemaWithOptionalMembers_IsNotClaimedToBeStrict()
    {
        await using var host = await ModelHost.StartAsync();
        var schema = JsonElement.Parse("""{"type":"object","properties":{"list":{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["a"],"additionalProperties":false}}},"required":["list"],"additionalProperties":false}""");

        await host.AskAsync(streaming: false, options: new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema) });

        Assert.False(host.Server.Last.Body.GetProperty("response_format").GetProperty("json_schema").GetProperty("strict").GetBoolean());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_Reasoning_IsKeptApartFromTheText(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Enqueue(ModelReplies.Reasoned("They greet me.", "Hello there."));

        var answer = await host.AskAsync(streaming);

        Assert.Equal("Hello there.", answer.Text);
        Assert.Equal("They greet me.", string.Concat(answer.Messages[0].Contents.OfType<TextReasoningContent>().Select(thought => thought.Text)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_Refusal_IsAnErrorContent(bool streaming)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Enqueue(ModelReplies.Refusal("I can not do that."));

        var answer = await host.AskAsync(streaming);

        var error = answer.Messages[0].Contents.OfType<ErrorContent>().Single();
        Assert.Equal(("Refusal", "I can not do that."), (error.ErrorCode, error.Message));
        Assert.Equal("", answer.Text);
    }

    [Fact]
    public async Task Metadata_NamesEndpointAndModel_AndNoKey()
    {
        await using var host = await ModelHost.StartAsync();

        var metadata = ((IChatClient)host.Chat).GetService<ChatClientMetadata>()!;

        Assert.Equal(("openai", new Uri(host.Server.Url), "small"), (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId));
        Assert.DoesNotContain(ModelHost.Key, host.Endpoint.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithoutKey_SendsNone()
    {
        await using var server = await ModelServer.StartAsync();
        using var chat = new MemOS.Models.Chat.EndpointChatClient(ModelEndpoint.Of(server.Url, "small"));

        await chat.GetResponseAsync("hi");

        Assert.Equal("", server.Last.Authorization);
    }
}
