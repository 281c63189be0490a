using MemOS.Cli.Import;
using MemOS.Evidence;

namespace MemOS.Cli.Tests.Import;

public sealed class ChatJsonFormatTests
{
    [Theory]
    [InlineData("""[{"role":"system","content":"Be brief."},{"role":"user","name":"Ada","content":"Hi"}]""")]
    [InlineData("""{"messages":[{"role":"system","content":"Be brief."},{"role":"user","name":"Ada","content":"Hi"}]}""")]
    [InlineData("""[{"messages":[{"role":"system","content":"Be brief."},{"role":"user","name":"Ada","content":"Hi"}]}]""")]
    public async Task ReadAsync_ArrayObjectOrConversations_GiveTheSameMessages(string json)
    {
        var (messages, problems) = await ReadAsync(json);
        Assert.Empty(problems);
        Assert.Equal([EvidenceRole.System, EvidenceRole.User], messages.Select(message => message.Draft.Role));
        Assert.Equal("Ada", messages[1].Draft.Author);
        Assert.All(messages, message => Assert.Equal("file", message.Session));
    }

    [Fact]
    public async Task ReadAsync_Parts_AreJoinedAndPhotosNamed()
    {
        var (messages, _) = await ReadAsync("""[{"role":"user","content":[{"type":"text","text":"Look:"},{"type":"image_url","image_url":{"url":"data:x"}}]}]""");
        Assert.Equal("Look:\n[shared a photo]", messages[0].Draft.Text);
    }

    [Fact]
    public async Task ReadAsync_ToolCallAndResult_AreTiedByTheirId()
    {
        var (messages, problems) = await ReadAsync("""
            [{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"find","arguments":"{\"city\":\"Bern\"}"}}]},
             {"role":"tool","tool_call_id":"c1","content":"sunny \"and\" warm"}]
            """);
        Assert.Empty(problems);
        var call = Assert.Single(messages[0].Draft.ToolCalls);
        Assert.Equal(("c1", "find", "Bern"), (call.CallId, call.Name, call.Arguments.GetProperty("city").GetString()));
        var result = Assert.Single(messages[1].Draft.ToolResults);
        Assert.Equal(("c1", "sunny \"and\" warm"), (result.CallId, result.Result?.GetString()));
    }

    [Fact]
    public async Task ReadAsync_BrokenArguments_AreKeptAsText()
    {
        var (messages, _) = await ReadAsync("""[{"role":"assistant","tool_calls":[{"function":{"name":"find","arguments":"{broken"}}]}]""");
        Assert.Equal("call_1", messages[0].Draft.ToolCalls[0].CallId);
        Assert.Contains("broken", messages[0].Draft.ToolCalls[0].Arguments.GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_CutFile_GivesWhatWasWholeAndTheLineOfTheCut()
    {
        var (messages, problems) = await ReadAsync("[{\"role\":\"user\",\"content\":\"a\"},\n{\"role\":\"user\",\"content\":\"b");
        Assert.Single(messages);
        Assert.True(Assert.Single(problems).EndsFile);
        Assert.Equal("line 2", problems[0].Place);
    }

    [Fact]
    public async Task ReadAsync_BadMessageAmongGood_IsReportedByNumber()
    {
        var (messages, problems) = await ReadAsync("""[{"role":"user","content":"a"},7,{"role":"user","content":"b"}]""");
        Assert.Equal(2, messages.Count);
        Assert.Equal("message 2", Assert.Single(problems).Place);
    }

    private static Task<(List<ImportedMessage> Messages, List<ImportProblem> Problems)> ReadAsync(string text) => FormatReader.ReadAsync(TranscriptFormats.Chat, text);
}
