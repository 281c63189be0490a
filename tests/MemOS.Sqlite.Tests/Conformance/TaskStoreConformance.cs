using MemOS.Cubes;
using MemOS.Evolution.Tasks;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="ITaskStore"/>.</summary>
public abstract class TaskStoreConformance : StoreConformance
{
    [Fact]
    public async Task ReplaceAsync_ThenList_IsTheSameTask()
    {
        var access = await AccessAsync();
        var task = await MakeAsync(access, "Return order 1002");
        await Store.Tasks.ReplaceAsync(access, "s", [task]);

        var stored = Assert.Single(await Store.Tasks.ListAsync(access, 10));

        Assert.Equal(MemoryItemKind.Task, stored.Id.Kind);
        Assert.Equal(task.ToJson(), stored.Task.ToJson());
        Assert.Equal(1, (await Store.Maintenance.GetStatisticsAsync()).Tasks);
    }

    [Fact]
    public async Task ReplaceAsync_Twice_KeepsTheIdsOfWhatDidNotChange()
    {
        var access = await AccessAsync();
        var first = await MakeAsync(access, "Return order 1002");
        var second = await MakeAsync(access, "Return order 1003");
        await Store.Tasks.ReplaceAsync(access, "s", [first]);
        var id = Assert.Single(await Store.Tasks.ListAsync(access, 10)).Id;

        await Store.Tasks.ReplaceAsync(access, "s", [first, second]);
        await Store.Tasks.ReplaceAsync(access, "other", []);

        var tasks = await Store.Tasks.ListAsync(access, 10);
        Assert.Equal(2, tasks.Count);
        Assert.Contains(tasks, stored => stored.Id == id && stored.Task.Goal == first.Goal);
    }

    [Fact]
    public async Task ListAsync_AnotherUser_SeesNothing()
    {
        var access = await AccessAsync();
        await Store.Tasks.ReplaceAsync(access, "s", [await MakeAsync(access, "Return order 1002")]);
        Assert.Empty(await Store.Tasks.ListAsync(await AccessAsync("eve"), 10));
    }

    [Fact]
    public async Task ForgetAndErase_OfAMessage_ReachTheTask()
    {
        var access = await AccessAsync();
        var task = await MakeAsync(access, "Return the zeppelin");
        await Store.Tasks.ReplaceAsync(access, "s", [task]);

        await Store.Governance.ForgetAsync(access, [task.Evidence[0]]);
        Assert.Empty(await Store.Tasks.ListAsync(access, 10));
        await Store.Governance.RestoreAsync(access, [task.Evidence[0]]);
        Assert.Single(await Store.Tasks.ListAsync(access, 10));
        await Store.Governance.EraseAsync(access, [task.Evidence[0]]);

        Assert.Empty(await Store.Tasks.ListAsync(access, 10));
        Assert.Equal(0, (await Store.Maintenance.GetStatisticsAsync()).Tasks);
    }

    private async Task<MemoryTask> MakeAsync(CubeAccess access, string goal)
    {
        var evidence = await AppendAsync(access, "s", Said(goal));
        return new()
        {
            Session = "s",
            Evidence = evidence,
            Title = goal,
            Goal = goal,
            Steps = ["one"],
            Result = "done",
            KeyDetails = [],
            Outcome = TaskOutcome.Success,
            OutcomeReason = "thanks",
            Statements = [new(evidence[0], 0, goal)],
            Calls = [],
            Started = Time.Now,
            Ended = Time.Now,
        };
    }
}
