using MemOS.Tokens;

namespace MemOS.Hosts.Tests.Conformance;

public abstract partial class HostConformance<THost>
{
    private static readonly string[] Topics = ["the garden shed", "our trip to Norway", "the new piano teacher", "a leaking tap", "my running shoes", "the school fair", "an old radio"];

    // The window may grow to twice its size, and the block and the pins have budgets: nothing else grows.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prompt_OverTwoHundredTurns_StaysFlat(bool streaming)
    {
        var session = await Host.OpenSessionAsync(Ada);
        var defaults = new MemOS.Chat.MemoryTurnOptions();
        var sent = new List<int>();
        for (var turn = 0; turn < 200; turn++)
        {
            Store.Time.Advance(TimeSpan.FromMinutes(3));
            var topic = Topics[turn % Topics.Length];
            Model.OnResponse = (_, _) => Answer($"Thanks for telling me about {topic}; I have noted detail {turn} and will bring it up when you ask.");
            await session.SayAsync($"Here is one more thing about {topic}: detail number {turn} is that somebody called me on day {turn} about it.", streaming);
            sent.Add(EstimatingTokenCounter.Instance.Count(Prompts.Of(Model.Last)));
        }

        var most = (2 * defaults.WindowTokens) + defaults.BudgetTokens + defaults.PinTokens;
        const int TokensOfOneExchange = 150;
        Assert.True(sent.Max() <= most + TokensOfOneExchange, $"The longest prompt has {sent.Max()} tokens; the settings allow {most} and the turn itself.");
        var early = sent[60..100].Average();
        var late = sent[160..200].Average();
        Assert.True(late <= 1.15 * early, $"Prompts grew from {early:f0} tokens around turn 80 to {late:f0} around turn 180.");
        Assert.Equal(400, (await Store.LogOfAllSessionsAsync(Ada)).Length);
    }
}
