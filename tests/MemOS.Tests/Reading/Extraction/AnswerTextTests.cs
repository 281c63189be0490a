using MemOS.Reading.Extraction;

namespace MemOS.Tests.Reading.Extraction;

public sealed class AnswerTextTests
{
    private const string One = """{"text":"Ada likes tea.","sources":[1]}""";

    [Theory]
    [InlineData("""{"memories":[ONE]}""")]
    [InlineData("""[ONE]""")]
    [InlineData("""ONE""")]
    [InlineData("```json\n{\"memories\":[ONE]}\n```")]
    [InlineData("Sure! Here is what I found:\n\n{\"memories\":[ONE]}\n\nLet me know if [anything] {is} missing.")]
    [InlineData("""{"memories":[ONE,],}""")]
    [InlineData("""{"memories":[ONE,{"text":"cut of""")]
    [InlineData("""{"memories":[ONE,{"text":"no source yet","sources":[1""")]
    [InlineData("""{"memories":[ONE,""")]
    [InlineData("""{"memories":[ONE""")]
    [InlineData("""{"note":"as asked","memories":[ONE],"more":{"x":""")]
    [InlineData("""{memories:[{'text':'Ada likes tea.','sources':[1],}]}""")]
    [InlineData("""{“memories”:[{“text”:“Ada likes tea.”,“sources”:[1]}]}""")]
    [InlineData("{\"memories\":[ // the list\n ONE /* one */ ]}")]
    [InlineData("""{"results":[ONE]}""")]
    [InlineData("""{"result":{"memories":[ONE]}}""")]
    [InlineData("""{"status":{"code":200},"data":{"answer":{"memories":[ONE]}}}""")]
    [InlineData("<think>{\"memories\":[{\"text\":\"only considered\",\"sources\":[9]}]}</think>\n{\"memories\":[ONE]}")]
    [InlineData("Let me see [1, 2]. </think>{\"memories\":[ONE]}")]
    [InlineData("I looked at [1] and {that}. {\"memories\":[ONE]}")]
    [InlineData("{\"memories\":[]} Wait, that is wrong: {\"memories\":[ONE]}")]
    public void Find_WhateverIsAround_GivesTheWholeStatements(string answer)
    {
        var found = AnswerText.Find(answer.Replace("ONE", One, StringComparison.Ordinal));

        Assert.Equal("Ada likes tea.", (string?)Assert.Single(found!)["text"]);
    }

    [Fact]
    public void Find_JsonInAJsonString_IsRead()
    {
        var found = AnswerText.Find(System.Text.Json.Nodes.JsonValue.Create($$"""{"memories":[{{One}}]}""").ToJsonString());

        Assert.Equal("Ada likes tea.", (string?)Assert.Single(found!)["text"]);
    }

    [Fact]
    public void Find_TagOfThoughtsInsideAStatement_IsAWordOfIt()
    {
        var found = AnswerText.Find("""{"memories":[{"text":"Ada asks what <think> means.","sources":[1]}]}""");

        Assert.Equal("Ada asks what <think> means.", (string?)Assert.Single(found!)["text"]);
    }

    [Theory]
    [InlineData("""{"memories":[]}""")]
    [InlineData("[]")]
    [InlineData("There is nothing to keep.\n```\n{\"memories\": [ ]}\n```")]
    public void Find_EmptyList_IsAnAnswer(string answer) => Assert.Empty(AnswerText.Find(answer)!);

    [Theory]
    [InlineData("")]
    [InlineData("I'm sorry, but I can't help with that.")]
    [InlineData("{\"error\":\"too long\"}")]
    [InlineData("See [1] and [2].")]
    [InlineData("<think>They say a lot: {\"memories\":[{\"text\":\"x\",\"sources\":[1]}]} and then")]
    [InlineData("{\"memories\":")]
    [InlineData("{\"memories\":[")]
    [InlineData("{\"memories\":[{\"text\":\"cut")]
    [InlineData("\"memories\"")]
    public void Find_NoList_IsNoAnswer(string answer) => Assert.Null(AnswerText.Find(answer));

    [Fact]
    public void Find_DeepNestingAndHugeText_EndsSoon()
    {
        Assert.Null(AnswerText.Find(new string('[', 300_000)));
        Assert.Null(AnswerText.Find(string.Concat(Enumerable.Repeat("{\"a\":", 60_000))));
        Assert.Null(AnswerText.Find(new string('x', 10_000_000)));
    }

    [Fact]
    public void Find_EscapedText_IsReadAsWritten() =>
        Assert.Equal("Ada said \"yes\" \n \u4f60 \\ ok", (string?)AnswerText.Find("""[{"text":"Ada said \"yes\" \n \u4f60 \\ ok","sources":[1]}]""")![0]["text"]);
}
