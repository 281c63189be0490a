using MemOS.Cubes;
using MemOS.Evidence;
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

    [Fact]
    public async Task ReplaceAsync_FromAMessage_LeavesWhatIsBeforeIt()
    {
        var access = await AccessAsync();
        var first = await MakeAsync(access, "Return order 1002");
        var second = await MakeAsync(access, "Return order 1003");
        await Store.Tasks.ReplaceAsync(access, "s", [first, second]);
        await Store.Tasks.ReplaceAsync(access, "s", [], from: second.Evidence[0]);
        Assert.Equal(first.Goal, Assert.Single(await Store.Tasks.ListAsync(access, 10)).Task.Goal);
    }

    [Fact]
    public async Task ListPendingAsync_SaysWhatWaits_UntilItIsMarked()
    {
        var access = await AccessAsync();
        var task = await MakeAsync(access, "Return order 1002");
        var pending = Assert.Single(await Store.Tasks.ListPendingAsync(Time.Now, 10));
        Assert.Equal((access.Home, "s", 1, (MemoryId?)null), (pending.Access.Home, pending.Session, pending.Place, pending.From));

        await Store.Tasks.ReplaceAsync(access, "s", [], new(1, task.Evidence[0], Time.Now.AddHours(2)));
        Assert.Empty(await Store.Tasks.ListPendingAsync(Time.Now.AddHours(1), 10));
        Assert.Equal(task.Evidence[0], Assert.Single(await Store.Tasks.ListPendingAsync(Time.Now.AddHours(2), 10)).From);

        await Store.Tasks.ReplaceAsync(access, "s", [task], new(1, task.Evidence[0]));
        Assert.Empty(await Store.Tasks.ListPendingAsync(Time.Now.AddHours(3), 10));
        await AppendAsync(access, "s", Said("thanks"));
        Assert.Single(await Store.Tasks.ListPendingAsync(Time.Now, 10));
        await Store.Governance.EraseAsync(access, [task.Evidence[0]]);
        Assert.Null(Assert.Single(await Store.Tasks.ListPendingAsync(Time.Now, 10)).From);
    }

    [Fact]
    public async Task FindAsync_ByAMessage_FindsItsTaskForThoseWhoMayReadIt()
    {
        var access = await AccessAsync();
        var task = await MakeAsync(access, "Return order 1002");
        await Store.Tasks.ReplaceAsync(access, "s", [task, await MakeAsync(access, "Return order 1003")]);
        Assert.Equal(task.Goal, Assert.Single(await Store.Tasks.FindAsync(access, task.Evidence.ToList())).Task.Goal);
        Assert.Empty(await Store.Tasks.FindAsync(await AccessAsync("eve"), task.Evidence.ToList()));
        Assert.Empty(await Store.Tasks.FindAsync(access, []));
    }

    [Fact]
    public async Task NoteToolsAsync_ThenList_IsTheLastDefinitionOfEach()
    {
        var access = await AccessAsync();
        var schema = System.Text.Json.JsonElement.Parse("""{"type":"object"}""");
        await Store.Tasks.NoteToolsAsync(access, [new("refund", "old", default), new("find", "", schema, IsReadOnly: true)]);
        await Store.Tasks.NoteToolsAsync(access, [new("refund", "new", schema)]);
        var tools = await Store.Tasks.ListToolsAsync(access);
        Assert.Equal([("find", "", true), ("refund", "new", false)], tools.Select(tool => (tool.Name, tool.Description, tool.IsReadOnly)));
        Assert.All(tools, tool => Assert.Equal(schema.GetRawText(), tool.Schema.GetRawText()));
        Assert.Empty(await Store.Tasks.ListToolsAsync(await AccessAsync("eve")));
    }

    [Fact]
    public async Task ReplaceAsync_WithWhatIsInNoTask_RecordsItWithReasonAndTime()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("Hello!"), Said("Hi", role: EvidenceRole.Assistant), Said("Nice day", time: "2024-05-02T10:00:00+02:00"));
        await Store.Tasks.ReplaceAsync(access, "s", [], skipped: [new([ids[0], ids[1]], "greetings"), new([ids[2]], "small talk")]);

        var recorded = await Store.Tasks.ListSkippedAsync(access, 10);

        Assert.Equal(["small talk", "greetings"], recorded.Select(static stored => stored.Span.Reason));
        Assert.Equal([ids[0], ids[1]], recorded[1].Span.Evidence);
        Assert.Equal(("s", Time.Now.ToUniversalTime(), TimeSpan.FromHours(2)), (recorded[1].Session, recorded[1].SkippedAt, recorded[1].Started.Offset));
        Assert.Equal("small talk", Assert.Single(await Store.Tasks.ListSkippedAsync(access, 1)).Span.Reason);
        Assert.Empty(await Store.Tasks.ListSkippedAsync(await AccessAsync("eve"), 10));
    }

    [Fact]
    public async Task ReplaceAsync_Again_ReplacesTheSessionsSpansAndKeepsTheTimeOfTheSame()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said("two"));
        var other = await AppendAsync(access, "t", Said("elsewhere"));
        var found = Time.Now.ToUniversalTime();
        await Store.Tasks.ReplaceAsync(access, "s", [], skipped: [new([ids[0]], "greetings"), new([ids[1]], "small talk")]);
        await Store.Tasks.ReplaceAsync(access, "t", [], skipped: [new(other, "courtesies")]);
        Time.Advance(TimeSpan.FromHours(1));

        await Store.Tasks.ReplaceAsync(access, "s", [], skipped: [new([ids[0]], "greetings"), new([ids[1]], "a question")]);

        var recorded = (await Store.Tasks.ListSkippedAsync(access, 10)).ToDictionary(static stored => stored.Span.Reason, static stored => stored.SkippedAt);
        Assert.Equal(["a question", "courtesies", "greetings"], recorded.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((found, found.AddHours(1)), (recorded["greetings"], recorded["a question"]));
        await Store.Tasks.ReplaceAsync(access, "s", []);
        Assert.Equal("courtesies", Assert.Single(await Store.Tasks.ListSkippedAsync(access, 10)).Span.Reason);
    }

    [Fact]
    public async Task ReplaceAsync_FromAMessage_KeepsTheBeginningOfASpanThatReachesOverIt()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said("two"), Said("three"));
        var other = await AppendAsync(access, "t", Said("elsewhere"));
        await Store.Tasks.ReplaceAsync(access, "t", [], skipped: [new(other, "courtesies")]);
        await Store.Tasks.ReplaceAsync(access, "s", [], skipped: [new(ids, "small talk")]);

        await Store.Tasks.ReplaceAsync(access, "s", [], from: ids[1], skipped: [new([ids[1], ids[2]], "greetings")]);

        var recorded = (await Store.Tasks.ListSkippedAsync(access, 10)).ToDictionary(static stored => stored.Span.Reason, static stored => stored.Span.Evidence);
        Assert.Equal([ids[0]], recorded["small talk"]);
        Assert.Equal([ids[1], ids[2]], recorded["greetings"]);
        Assert.Equal(other, recorded["courtesies"]);
    }

    [Fact]
    public async Task ForgetAndErase_OfAMessage_ReachTheRecordedSpan()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("Hello zeppelin!"), Said("Hi", role: EvidenceRole.Assistant));
        await Store.Tasks.ReplaceAsync(access, "s", [], skipped: [new(ids, "greetings")]);

        await Store.Governance.ForgetAsync(access, [ids[1]]);
        Assert.Empty(await Store.Tasks.ListSkippedAsync(access, 10));
        await Store.Governance.RestoreAsync(access, [ids[1]]);
        Assert.Single(await Store.Tasks.ListSkippedAsync(access, 10));
        await Store.Governance.EraseAsync(access, [ids[1]]);
        Assert.Empty(await Store.Tasks.ListSkippedAsync(access, 10));

        var again = await AppendAsync(access, "u", Said("Good morning!"));
        await Store.Tasks.ReplaceAsync(access, "u", [], skipped: [new(again, "greetings")]);
        await Store.Governance.EraseUserAsync("", "ada");
        Assert.Empty(await Store.Tasks.ListSkippedAsync(access, 10));
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
