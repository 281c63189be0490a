using MemOS.EndToEnd.Chat;
using MemOS.Recall;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Skills;

public class TaskRecallTests
{
    private readonly ReturnsShop shop = new();

    [Theory]
    [InlineData("How did we refund order 1002 last time?", "1002")]
    [InlineData("how was the refund of 1003 done?", "1003")]
    public async Task AskingHowItWasDone_BringsTheTaskWithItsResultFirst(string question, string order)
    {
        await using var host = await LearnedAsync();
        var item = (await host.Memory.SearchAsync(question, host.Ada)).Items[0];
        Assert.Equal(RecallItemKind.Task, item.Kind);
        Assert.Equal(MemoryItemKind.Task, item.Id.Kind);
        Assert.Contains(order, item.Text, StringComparison.Ordinal);
        Assert.Contains("refund_order(", item.Text, StringComparison.Ordinal);
        Assert.Contains("it worked", item.Text, StringComparison.Ordinal);
        Assert.Contains("Result: Refunded.", item.Text, StringComparison.Ordinal);
        Assert.NotEmpty(item.Sources);
    }

    [Fact]
    public async Task AskingVaguely_BringsTheLastTask()
    {
        await using var host = await LearnedAsync();
        var item = (await host.Memory.SearchAsync("How did we do it last time?", host.Ada, new() { Gate = true })).Items[0];
        Assert.Contains("order 1003", item.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskingSomethingElse_BringsNoTaskUnlessAskedTo()
    {
        await using var host = await LearnedAsync();
        Assert.DoesNotContain((await host.Memory.SearchAsync("refund order 1002", host.Ada)).Items, item => item.Kind == RecallItemKind.Task);
        Assert.Contains((await host.Memory.SearchAsync("refund order 1002", host.Ada, new() { IncludeTasks = true })).Items, item => item.Kind == RecallItemKind.Task);
        Assert.DoesNotContain((await host.Memory.SearchAsync("how did we refund it?", host.Ada, new() { IncludeTasks = false })).Items, item => item.Kind == RecallItemKind.Task);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    [InlineData(300)]
    public async Task TheBudget_HoldsWithTasksToo(int budget)
    {
        await using var host = await LearnedAsync();
        var result = await host.Memory.SearchAsync("How did we refund order 1002 last time?", host.Ada, new() { BudgetTokens = budget });
        Assert.True(result.Tokens <= budget);
        Assert.True(Tokens.EstimatingTokenCounter.Instance.Count(result.Context) <= budget);
    }

    [Fact]
    public async Task AForgottenMessage_TakesItsTaskOutOfRecall()
    {
        await using var host = await LearnedAsync();
        const string Question = "How did we refund order 1002 last time?";
        var task = (await host.Memory.SearchAsync(Question, host.Ada)).Items[0];
        await host.Memory.ForgetAsync([task.Sources[0].Id], host.Ada);
        Assert.DoesNotContain((await host.Memory.SearchAsync(Question, host.Ada)).Items, item => item.Id == task.Id);
        Assert.Empty((await host.Memory.SearchAsync(Question, MemoryScope.ForUser("bob"))).Items);
    }

    [Fact]
    public async Task AChatTurn_SeesHowItWasDone()
    {
        await using var host = await LearnedAsync();
        var model = new ScriptedChatClient();
        await model.WithMemory(host.Memory, host.Ada).GetResponseAsync("How did we refund order 1002 last time?");
        Assert.Contains("refund_order(", model.Last.Messages[^1].Text, StringComparison.Ordinal);
    }

    private async Task<ChatHost> LearnedAsync()
    {
        var host = await ChatHost.OpenAsync();
        await shop.LearnAsync(host);
        return host;
    }
}
