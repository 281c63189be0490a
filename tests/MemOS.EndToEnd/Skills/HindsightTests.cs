using System.Text.Json;
using MemOS.EndToEnd.Chat;
using MemOS.Evolution.Skills;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Skills;

/// <summary>What becomes of a run that made all of its calls when the user says in the next turn what came of it.</summary>
public class HindsightTests
{
    private const string Skill = "find_order_then_refund_order";
    private readonly ReturnsShop shop = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AUserWhoComplains_MakesTheRunAFailureThatIsShownWithTheSkill(bool streaming)
    {
        await using var host = await LearnedAsync();
        var talk = new Talk(host, shop, streaming);
        await talk.SayAsync("Refund order 2001 please");
        Assert.True(Assert.Single((await FindAsync(host)).Trials).IsSuccess);

        await talk.SayAsync("No, you refunded the wrong amount!");
        await EvolveAsync(host);

        var skill = await FindAsync(host);
        Assert.Equal(["find_order 2001", "refund_order 2001 12.5"], shop.Log);
        Assert.Equal((0, 1), (skill.Posterior.Successes, skill.Posterior.Failures));
        Assert.Contains("wrong amount", Assert.Single(skill.Trials).Lesson, StringComparison.Ordinal);
        Assert.Contains("wrong amount", await OfferedAsync(host), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thanks, that worked")]
    [InlineData("What are your opening hours?")]
    public async Task AUserWhoDoesNotComplain_LeavesTheRunASuccess(string next)
    {
        await using var host = await LearnedAsync();
        var talk = new Talk(host, shop);
        await talk.SayAsync("Refund order 2001 please");
        await talk.SayAsync(next);
        await EvolveAsync(host);

        var skill = await FindAsync(host);
        Assert.Equal((1, 0), (skill.Posterior.Successes, skill.Posterior.Failures));
        Assert.Empty(skill.Lessons);
        Assert.DoesNotContain("Known problems", await OfferedAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AComplaintOfOneRun_LeavesTheRunBeforeItASuccess_HoweverOftenItIsLearned()
    {
        await using var host = await LearnedAsync();
        var talk = new Talk(host, shop);
        await talk.SayAsync("Refund order 2001 please");
        await talk.SayAsync("Thanks, that worked");
        await talk.SayAsync("Please refund order 2002 too");
        await talk.SayAsync("No, you refunded the wrong amount!");
        await EvolveAsync(host);
        await host.Memory.EvolveAsync(host.Ada);
        await host.Memory.EvolveAsync(host.Ada);

        Assert.Equal([true, false], (await FindAsync(host)).Trials.Select(trial => trial.IsSuccess));
    }

    private static async Task<Skill> FindAsync(ChatHost host) => Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill;

    private static async Task EvolveAsync(ChatHost host)
    {
        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveDueAsync();
    }

    private async Task<ChatHost> LearnedAsync()
    {
        var host = await ChatHost.OpenAsync();
        await shop.LearnAsync(host);
        await host.Memory.ChangeSkillAsync(Skill, SkillLife.Approve, host.Ada);
        return host;
    }

    // What a model is told of the skill with the next request.
    private async Task<string> OfferedAsync(ChatHost host) =>
        Assert.Single(await host.Memory.Skills.OfferAsync(host.Ada, "Refund order 2003", () => shop.Functions)).Tool.Description;

    /// <summary>A conversation in which the model does every refund by the skill, and answers the rest.</summary>
    private sealed class Talk(ChatHost host, ReturnsShop shop, bool streaming = false)
    {
        private readonly List<ChatMessage> history = [];
        private readonly IChatClient client = new ToolLoopChatClient(new ScriptedChatClient { OnResponse = (call, _) => Task.FromResult(new ChatResponse(Answer(call))) })
            .WithMemory(host.Memory, host.Ada.InSession("today"));

        public Task<string> SayAsync(string text)
        {
            host.Time.Advance(TimeSpan.FromSeconds(10));
            return client.SayAsync(streaming, history, text, new() { Tools = [.. shop.Functions] });
        }

        private static ChatMessage Answer(ChatCall call) =>
            call.Messages[^1].Role == ChatRole.Tool ? new(ChatRole.Assistant, "Refunded.")
            : OrderIn(call.Messages[^1].Text) is not { } order ? new(ChatRole.Assistant, "I see.")
            : new(ChatRole.Assistant, [new FunctionCallContent($"c{order}", Skill, new Dictionary<string, object?> { ["order"] = JsonElement.Parse(order) })]);

        private static string? OrderIn(string text) => text.Split(' ').SkipWhile(static word => word != "order").Skip(1).FirstOrDefault(static word => word.All(char.IsAsciiDigit));
    }
}
