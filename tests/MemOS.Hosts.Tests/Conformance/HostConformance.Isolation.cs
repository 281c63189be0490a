using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.Conformance;

public abstract partial class HostConformance<THost>
{
    private const int SessionsOfAUser = 10;
    private const int Rounds = 5;

    // A hundred turns of two users in twenty conversations, all twenty before the model at the same time in every round.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Users_AHundredInterleavedTurns_SeeNothingOfEachOther(bool streaming)
    {
        var gate = new Rendezvous(2 * SessionsOfAUser);
        Model.OnResponse = async (call, _) =>
        {
            await gate.ArriveAsync();
            return await Answer("Noted for " + (call.Messages.Last(message => message.Role == ChatRole.User).Text.Contains("apricot", StringComparison.Ordinal) ? "apricot" : "basil"));
        };
        await Task.WhenAll(
            Enumerable.Range(0, SessionsOfAUser).SelectMany<int, Task>(i => [TalkAsync(Ada, "apricot", i, streaming), TalkAsync(Bob, "basil", i, streaming)]));

        Assert.Equal(2 * SessionsOfAUser * Rounds, Model.Calls.Count);
        Assert.All(Model.Calls, call => Assert.False(Mixes(Prompts.Of(call)), "One prompt holds words of both users:\n" + Prompts.Of(call)));
        await AssertOwnAsync(Ada, "apricot", "basil");
        await AssertOwnAsync(Bob, "basil", "apricot");

        // Both can recall their own, so that nothing above passes for want of recall.
        Model.OnResponse = (_, _) => Answer("ok");
        foreach (var (scope, mine, other) in new[] { (Ada, "apricot", "basil"), (Bob, "basil", "apricot") })
        {
            var session = await Host.OpenSessionAsync(scope);
            await session.SayAsync("Which password did I choose for box 3?", streaming);
            var block = Assert.Single(Prompts.BlocksOf(Model.Last));
            Assert.Contains(mine, block, StringComparison.Ordinal);
            Assert.DoesNotContain(other, Prompts.Of(Model.Last), StringComparison.Ordinal);
        }
    }

    private async Task TalkAsync(MemoryScope scope, string word, int number, bool streaming)
    {
        var session = await Host.OpenSessionAsync(scope);
        for (var round = 0; round < Rounds; round++)
        {
            Assert.Equal($"Noted for {word}", await session.SayAsync($"The password that I chose for box {number} is {word}-{number}-{round}.", streaming));
        }
    }

    private async Task AssertOwnAsync(MemoryScope scope, string word, string other)
    {
        var log = await Store.LogOfAllSessionsAsync(scope);
        Assert.Equal(2 * SessionsOfAUser * Rounds, log.Length);
        Assert.DoesNotContain(log, line => line.Contains(other, StringComparison.Ordinal));
        Assert.Equal(SessionsOfAUser * Rounds, log.Where(line => line.StartsWith("user:", StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal(SessionsOfAUser * Rounds, log.Count(line => line == $"assistant: Noted for {word}"));
    }

    private static bool Mixes(string prompt) => prompt.Contains("apricot", StringComparison.Ordinal) && prompt.Contains("basil", StringComparison.Ordinal);
}
