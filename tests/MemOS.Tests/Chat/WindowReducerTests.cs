using MemOS.Chat;

namespace MemOS.Tests.Chat;

public class WindowReducerTests
{
    private static readonly WindowMessage User = new(10, IsUser: true, MayLeave: true);
    private static readonly WindowMessage Assistant = new(10, IsUser: false, MayLeave: true);
    private static readonly WindowMessage Call = new(10, IsUser: false, MayLeave: true, Opens: 1);
    private static readonly WindowMessage Result = new(10, IsUser: false, MayLeave: true, Closes: 1);

    [Fact]
    public void Keep_ShortHistory_KeepsAll() => Assert.Equal("++++", Keep([User, Assistant, User, Assistant], 100));

    [Fact]
    public void Keep_OverTwiceTheWindow_CutsBackToIt()
    {
        var history = Enumerable.Repeat(new[] { User, Assistant }, 4).SelectMany(pair => pair).ToArray();
        Assert.Equal("++++++++", Keep(history, 40));
        Assert.Equal("----+++++", Keep([.. history, User], 40));
    }

    [Fact]
    public void Keep_GrowingHistory_OnlyMovesItsStartAtCuts()
    {
        var history = new List<WindowMessage>();
        var starts = new List<int>();
        for (var turn = 0; turn < 300; turn++)
        {
            history.Add(User);
            var keep = WindowReducer.Keep(history, 100, 2);
            starts.Add(Array.IndexOf(keep, true));
            Assert.InRange(keep.Count(kept => kept) * 10, turn < 5 ? 10 : 100, 200);
            history.Add(Assistant);
        }

        Assert.Equal(starts.Order(), starts);
        Assert.InRange(starts.Distinct().Count(), 40, 70);
    }

    [Fact]
    public void Keep_LongMessages_KeepsTheFewest()
    {
        var history = Enumerable.Repeat(new[] { User, Assistant }, 5).SelectMany(pair => pair).Select(message => message with { Tokens = 1000 }).ToArray();
        Assert.Equal("++++++++", Keep(history[..8], 100, fewest: 4));
        Assert.Equal("----+++++", Keep(history[..9], 100, fewest: 4));
    }

    [Fact]
    public void Keep_NotDurable_StaysInItsPlace()
    {
        var system = new WindowMessage(500, IsUser: false, MayLeave: false);
        Assert.Equal("+----+++++", Keep([system, User, Assistant, User, Assistant, User, Assistant, User, Assistant, User], 40));
    }

    [Fact]
    public void Keep_ToolCall_NeverLeavesHalf()
    {
        // Approval comes from a person between the call and its result: no window starts there.
        WindowMessage[] history = [User, Call, User, Result, Assistant, User, Assistant, User];
        Assert.Equal("-----+++", Keep(history, 20, fewest: 1));
        Assert.Equal("++++++++", Keep([User, Call, User, User, User, User, User, Result], 30, fewest: 1));
    }

    [Fact]
    public void Keep_CallThatMayNotLeave_KeepsItsResult() =>
        Assert.Equal("-++--+++", Keep([User, Call with { MayLeave = false }, Result, Assistant, Assistant, User, Assistant, User], 20, fewest: 1));

    [Fact]
    public void MakeRoom_NeverCutAndBelowTheLimit_KeepsAll() => Assert.Equal("++++", MakeRoom([User, Assistant, User, Assistant], 30, 20));

    [Fact]
    public void MakeRoom_NeverCutAndOverTheLimit_LetsTheOldestLeave() => Assert.Equal("--++", MakeRoom([User, Assistant, User, Assistant], 30, 25));

    [Fact]
    public void MakeRoom_AfterACut_CostsNoMoreThanTheWindow()
    {
        var history = Enumerable.Repeat(new[] { User, Assistant }, 40).SelectMany(pair => pair).ToArray();
        var keep = WindowReducer.Keep(history, 200, 2);
        for (var room = 0; room < 150; room += 7)
        {
            var kept = WindowReducer.MakeRoom(history, keep, room, 200, 2);
            Assert.InRange((10 * kept.Count(kept => kept)) + room, 2, 10 * keep.Count(kept => kept));
            Assert.True(history[Array.IndexOf(kept, true)].IsUser);
        }
    }

    [Fact]
    public void MakeRoom_MoreThanTheWindowHolds_KeepsTheFewest() => Assert.Equal("--++++", MakeRoom([User, Assistant, User, Assistant, User, Assistant], 10, 5000, fewest: 3));

    [Fact]
    public void MakeRoom_ToolCall_NeverLeavesHalf() => Assert.Equal("----+", MakeRoom([User, Call, Result, Assistant, User], 10, 15));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public void Keep_AnyHistory_KeepsTheLastMessageAndWholePairs(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var history = new List<WindowMessage>();
            for (var i = 0; i < 60; i++)
            {
                var cost = random.Next(1, 60);
                history.AddRange(random.Next(3) switch
                {
                    0 => [User with { Tokens = cost }],
                    1 => [Assistant with { Tokens = cost }],
                    _ => new[] { Call with { Tokens = cost }, Result with { Tokens = cost } },
                });
            }

            var keep = WindowReducer.Keep(history, 100, 3);
            Assert.True(keep[^1]);
            for (var i = 0; i < history.Count; i++)
            {
                Assert.True(history[i].Opens == 0 || keep[i] == keep[i + 1], "half of a call left");
            }
        }
    }

    private static string Keep(WindowMessage[] history, int tokens, int fewest = 1) =>
        string.Concat(WindowReducer.Keep(history, tokens, fewest).Select(kept => kept ? '+' : '-'));

    private static string MakeRoom(IReadOnlyList<WindowMessage> history, int tokens, int room, int fewest = 1)
    {
        var all = Enumerable.Repeat(true, history.Count).ToArray();
        return string.Concat(WindowReducer.MakeRoom(history, all, room, tokens, fewest).Select(kept => kept ? '+' : '-'));
    }
}
