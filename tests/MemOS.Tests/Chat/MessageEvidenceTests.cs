using MemOS.Chat;
using MemOS.Evidence;
using MemOS.Tokens;
using Microsoft.Extensions.AI;

namespace MemOS.Tests.Chat;

public class MessageEvidenceTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));

    [Fact]
    public void Of_UserMessage_KeepsTextAuthorIdAndTime()
    {
        var said = new DateTimeOffset(2023, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var draft = MessageEvidence.Of(new(ChatRole.User, "hello") { AuthorName = "Ada", MessageId = "7", CreatedAt = said }, Now)!;
        Assert.Equal(("hello", "Ada", "7", said, EvidenceRole.User), (draft.Text, draft.Author, draft.ExternalId, draft.Time, draft.Role));
    }

    [Fact]
    public void Of_NoTime_IsNow() => Assert.Equal(Now, MessageEvidence.Of(new(ChatRole.User, "hello"), Now)!.Time);

    [Theory]
    [InlineData("system")]
    [InlineData("developer")]
    public void Of_InstructionsOfTheApplication_IsNothing(string role) => Assert.Null(MessageEvidence.Of(new(new ChatRole(role), "be kind"), Now));

    [Fact]
    public void Of_EmptyMessage_IsNothing() => Assert.Null(MessageEvidence.Of(new(ChatRole.Assistant, [new TextReasoningContent("hm"), new TextContent(" ")]), Now));

    [Fact]
    public void Of_ToolCallAndResult_KeepsArgumentsAndResult()
    {
        var call = MessageEvidence.Of(new(ChatRole.Assistant, [new FunctionCallContent("c1", "weather", new Dictionary<string, object?> { ["city"] = "Porto" })]), Now)!;
        var result = MessageEvidence.Of(new(ChatRole.Tool, [new FunctionResultContent("c1", new { degrees = 21 })]), Now)!;
        Assert.Equal("{\"city\":\"Porto\"}", call.ToolCalls.Single().Arguments.GetRawText());
        Assert.Equal("{\"degrees\":21}", result.ToolResults.Single().Result!.Value.GetRawText());
    }

    [Fact]
    public void Of_FailedTool_KeepsTheError()
    {
        var result = MessageEvidence.Of(new(ChatRole.Tool, [new FunctionResultContent("c1", "Error") { Exception = new InvalidOperationException("no network") }]), Now)!;
        Assert.Equal((null, "no network"), (result.ToolResults.Single().Result, result.ToolResults.Single().Error));
    }

    [Fact]
    public void Of_ResultWithoutJsonForm_KeepsItsText()
    {
        var result = MessageEvidence.Of(new(ChatRole.Tool, [new FunctionResultContent("c1", typeof(string))]), Now)!;
        Assert.Equal("System.String", result.ToolResults.Single().Result!.Value.GetString());
    }

    [Fact]
    public void Of_Picture_IsNotedAndKnownToBeMoreThanText()
    {
        var message = new ChatMessage(ChatRole.User, [new TextContent("look"), new DataContent(new byte[] { 1 }, "image/png")]);
        Assert.Equal("look [attached: image/png]", MessageEvidence.Of(message, Now)!.Text);
        Assert.True(MessageEvidence.HoldsMoreThanText(message));
        Assert.False(MessageEvidence.HoldsMoreThanText(new(ChatRole.User, "look")));
    }

    [Fact]
    public void Of_InjectedBlock_IsLeftOut()
    {
        var block = RecallBlock.Create(["Ada likes tea"], 200, EstimatingTokenCounter.Instance)!;
        Assert.Equal("hi", MessageEvidence.Of(new(ChatRole.User, [block.ToContent(), new TextContent("hi")]), Now)!.Text);
        Assert.Equal("hi", MessageEvidence.Of(new(ChatRole.User, block.ToContent().Text + "hi"), Now)!.Text);
        Assert.Null(MessageEvidence.Of(new(ChatRole.User, [block.ToContent()]), Now));
    }

    [Fact]
    public void Of_HalfASurrogatePair_IsReplaced() => Assert.Equal("so \uFFFD", MessageEvidence.Of(new(ChatRole.Assistant, "so \uD83D"), Now, isPartial: true)!.Text);

    [Theory]
    [InlineData("External", MessageSource.Conversation)]
    [InlineData("ChatHistory:InMemoryChatHistoryProvider", MessageSource.History)]
    [InlineData("AIContextProvider:Docs", MessageSource.Injected)]
    public void GetMemorySource_AgentFrameworkStamp_IsRead(string stamp, MessageSource source) =>
        Assert.Equal(source, new ChatMessage(ChatRole.User, "hi") { AdditionalProperties = new() { ["_attribution"] = stamp } }.GetMemorySource());

    [Fact]
    public void WithMemorySource_Message_IsAClone()
    {
        var message = new ChatMessage(ChatRole.User, "hi");
        Assert.Equal(MessageSource.Injected, message.WithMemorySource(MessageSource.Injected).GetMemorySource());
        Assert.Equal(MessageSource.Conversation, message.GetMemorySource());
    }
}
