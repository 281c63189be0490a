using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.Conformance;

public abstract partial class HostConformance<THost>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_FiveToolIterations_IsInjectedOnce(bool streaming)
    {
        await Store.KnowAsync(Ada, Known);
        CallTheToolFiveTimes();
        var session = await Host.OpenSessionAsync(Ada);
        var before = Store.Searches;
        Assert.Equal("It is warm.", await session.SayAsync(Question, streaming, [Weather()]));

        Assert.Equal(6, Model.Calls.Count);
        Assert.Equal(before + 1, Store.Searches);
        var blocks = Model.Calls.Select(Prompts.BlocksOf).ToList();
        Assert.All(blocks, found => Assert.Single(found));
        Assert.Single(blocks.Select(found => found[0]).Distinct());
        Assert.Contains("Porto", blocks[0][0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_FiveToolIterations_IsRecordedOnce(bool streaming)
    {
        CallTheToolFiveTimes();
        var session = await Host.OpenSessionAsync(Ada);
        await session.SayAsync(Question, streaming, [Weather()]);
        var log = await Store.LogOfAllSessionsAsync(Ada);
        string[] loop = [.. Enumerable.Range(0, 5).SelectMany<int, string>(i => [$"assistant:  call {Tool(log)}{{\"city\":\"Porto {i}\"}}", $"tool:  result 21 degrees in Porto {i}"])];
        Assert.Equal([$"user: {Question}", .. loop, "assistant: It is warm."], log);

        // What the host sends again with the next turn is known.
        Model.OnResponse = (_, _) => Answer("You are welcome.");
        await session.SayAsync("Thank you!", streaming);
        string[] longer = [.. log, "user: Thank you!", "assistant: You are welcome."];
        Assert.Equal(longer, await Store.LogOfAllSessionsAsync(Ada));
        Assert.Equal(2, (await Store.Memory.Ledger.SumAsync(Ada)).Turns);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turns_OfAConversation_AreRecordedOnceInOrder(bool streaming)
    {
        var session = await Host.OpenSessionAsync(Ada);
        var expected = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            var answer = $"That is noted as number {i}.";
            Model.OnResponse = (_, _) => Answer(answer);

            // Every third message repeats an earlier one, as people do.
            var text = i % 3 == 2 ? "And the next one, please." : $"Please note thing number {i}.";
            Assert.Equal(answer, await session.SayAsync(text, streaming));
            expected.AddRange([$"user: {text}", $"assistant: {answer}"]);
        }

        Assert.Equal(expected, await Store.LogOfAllSessionsAsync(Ada));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turns_WithRecall_NeverRecordWhatWasInjected(bool streaming)
    {
        await Store.KnowAsync(Ada, Known, "My sister Maria plays the cello.", "Maria has a dog called Rex.");
        var session = await Host.OpenSessionAsync(Ada);
        string[] questions = [Question, "What does my sister Maria play?", "What is the dog of Maria called?", Question];
        foreach (var question in questions)
        {
            Store.Time.Advance(TimeSpan.FromMinutes(1));
            await session.SayAsync(question, streaming);
            Assert.NotEmpty(Prompts.BlocksOf(Model.Last));
            Assert.True(Prompts.BlocksOf(Model.Last).Count == 1, "Blocks of earlier turns pile up in the prompt:\n" + Prompts.Of(Model.Last));
        }

        Assert.Equal(questions.SelectMany<string, string>(question => [$"user: {question}", "assistant: ok"]), await Store.LogOfAllSessionsAsync(Ada, inactive: true));
        await Store.Memory.FlushAsync();
        var found = await Store.Memory.SearchAsync(Question, Ada, new() { BudgetTokens = 2000 });
        Assert.Single(found.Items, item => item.Text.Contains("Maria lives in Porto", StringComparison.Ordinal) && item.Kind == Recall.RecallItemKind.Message);
    }

    // Hosts may put the name of a plugin before the tool's.
    private static string Tool(string[] log) => log.Select(line => line.Split("call ")).Where(parts => parts.Length == 2).Select(parts => parts[1].Split('{')[0]).FirstOrDefault("weather");

    private static AIFunction Weather() => AIFunctionFactory.Create((string city) => $"21 degrees in {city}", "weather", "The weather in a city.");

    private void CallTheToolFiveTimes() => Model.OnResponse = (call, _) =>
    {
        var asked = call.Messages.ToList().FindLastIndex(message => message.Role == ChatRole.User);
        var results = call.Messages.Skip(asked).Sum(message => message.Contents.OfType<FunctionResultContent>().Count());
        var tool = call.Options?.Tools?.FirstOrDefault(tool => tool.Name.EndsWith("weather", StringComparison.Ordinal));
        return tool is null || results == 5 ? Answer("It is warm.")
            : Task.FromResult(new ChatResponse(new ChatMessage(
                ChatRole.Assistant, [new FunctionCallContent($"c{results}", tool.Name, new Dictionary<string, object?> { ["city"] = $"Porto {results}" })])));
    };
}
