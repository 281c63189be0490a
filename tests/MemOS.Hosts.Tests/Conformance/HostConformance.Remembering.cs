namespace MemOS.Hosts.Tests.Conformance;

public abstract partial class HostConformance<THost>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Session_New_RemembersWhatWasSaidInAnother(bool streaming)
    {
        var first = await Host.OpenSessionAsync(Ada);
        await first.SayAsync("By the way, my bicycle is stored in locker 4711.", streaming);
        await Store.Memory.FlushAsync();
        Store.Time.Advance(TimeSpan.FromDays(3));

        var second = await Host.OpenSessionAsync(Ada);
        await second.SayAsync("Where is my bicycle stored?", streaming);
        Assert.Contains("locker 4711", Assert.Single(Prompts.BlocksOf(Model.Last)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_AfterARestart_RemembersWhatWasSaidBefore()
    {
        var before = await Host.OpenSessionAsync(Ada);
        await before.SayAsync("By the way, my bicycle is stored in locker 4711.", streaming: false);
        await Host.DisposeAsync();
        await Store.ReopenAsync();
        await StartAsync();

        var after = await Host.OpenSessionAsync(Ada);
        await after.SayAsync("Where is my bicycle stored?", streaming: false);
        Assert.Contains("locker 4711", Assert.Single(Prompts.BlocksOf(Model.Last)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OwnHistory_IsStillInThePrompt()
    {
        var session = await Host.OpenSessionAsync(Ada);
        Model.OnResponse = (_, _) => Answer("Nice to meet you.");
        await session.SayAsync("Hello there, I am looking at tents.", streaming: false);
        await session.SayAsync("Which one did I mention?", streaming: false);
        Assert.Contains("I am looking at tents", Prompts.Of(Model.Last), StringComparison.Ordinal);
        Assert.Contains("Nice to meet you.", Prompts.Of(Model.Last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_NothingRelevant_NothingIsInjected()
    {
        await Store.KnowAsync(Ada, Known);
        var session = await Host.OpenSessionAsync(Ada);
        await session.SayAsync("What is seven times eight?", streaming: false);
        Assert.Empty(Prompts.BlocksOf(Model.Last));
    }
}
