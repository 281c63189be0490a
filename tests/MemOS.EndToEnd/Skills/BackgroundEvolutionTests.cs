using System.Text.Json;
using MemOS.EndToEnd.Chat;
using MemOS.Evidence;
using MemOS.Evolution.Skills;
using MemOS.Sqlite;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Skills;

public class BackgroundEvolutionTests
{
    private readonly ReturnsShop shop = new();

    [Fact]
    public async Task ChatTurns_ThatUseTools_BecomeASkillByThemselves()
    {
        await using var host = await ChatHost.OpenAsync();
        for (var i = 1; i <= 3; i++)
        {
            await ChatAsync(host, i);
        }

        Assert.Equal(3, await host.Memory.EvolveDueAsync());
        var skill = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill;
        Assert.Equal(SkillStatus.Candidate, skill.Status);
        Assert.Equal(["find_order", "refund_order"], skill.Current.Plan!.Steps.Select(step => step.Tool));
        Assert.All(skill.Current.Tools, tool => Assert.NotNull(tool.Schema));
        Assert.Equal(0, await host.Memory.EvolveDueAsync());
    }

    [Fact]
    public async Task ATaskThatWasLeftOpen_IsFinalisedWhenTheMemoryIsOpenedAgain()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime();
        var ada = MemoryScope.ForUser("ada", "s");
        await using (var memory = await MemoryOS.OpenAsync(folder.File(), new() { TimeProvider = time, ReadInBackground = false }))
        {
            await memory.AddAsync(shop.Messages(1, time.Now, feedback: null), ada);
            await memory.EvolveDueAsync();
            Assert.Empty(await memory.ListTasksAsync(ada));
        }

        time.Advance(TimeSpan.FromHours(3));
        var store = new FaultyMemoryStore(await SqliteMemoryStore.OpenAsync(folder.File(), new() { TimeProvider = time }));
        await using var again = await MemoryOS.CreateAsync(store, new() { TimeProvider = time, Evolution = new() { Pause = TimeSpan.Zero } });
        await store.WatchedTasks.Replaced.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("Please refund order 1001", Assert.Single(await again.ListTasksAsync(ada)).Task.Goal);
    }

    [Fact]
    public async Task WhatWaitsToBeRead_IsReadBeforeSessionsAreSegmented()
    {
        using var folder = new TemporaryFolder();
        var ada = MemoryScope.ForUser("ada", "s");
        await using (var memory = await MemoryOS.OpenAsync(folder.File(), new() { ReadInBackground = false }))
        {
            await memory.AddAsync(shop.Messages(1, DateTimeOffset.UnixEpoch), ada);
        }

        var store = new FaultyMemoryStore(await SqliteMemoryStore.OpenAsync(folder.File()));
        var reader = new PatientReader(store.WatchedTasks.Replaced);
        await using var again = await MemoryOS.CreateAsync(store, new() { Reader = reader, Evolution = new() { Pause = TimeSpan.Zero } });
        await store.WatchedTasks.Replaced.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(1, reader.Readings);
        Assert.False(reader.WasOvertaken);
    }

    [Fact]
    public async Task AMessageAfterTheLast_IsJudgedWithTheTaskThatItEnds()
    {
        await using var host = await ChatHost.OpenAsync();
        var scope = host.Ada.InSession("s");
        await host.Memory.AddAsync(shop.Messages(1, host.Time.Now), scope);
        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.AddAsync(shop.Messages(2, host.Time.Now, feedback: null), scope);
        await host.Memory.EvolveDueAsync();
        var first = Assert.Single(await host.Memory.ListTasksAsync(scope));
        await host.Memory.AddAsync(new EvidenceDraft[] { new() { Role = EvidenceRole.User, Text = "The amount is wrong.", Time = host.Time.Now } }, scope);
        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveDueAsync();
        var tasks = await host.Memory.ListTasksAsync(scope);
        Assert.Equal([MemOS.Evolution.Tasks.TaskOutcome.Failure, MemOS.Evolution.Tasks.TaskOutcome.Success], tasks.Select(task => task.Task.Outcome));
        Assert.Equal(first.Id, tasks[1].Id);
    }

    [Fact]
    public async Task ATaskThatWasThankedFor_IsThereAtOnce_AndJudgedAnewWhenMoreIsSaid()
    {
        await using var host = await ChatHost.OpenAsync();
        var scope = host.Ada.InSession("s");
        await host.Memory.AddAsync(shop.Messages(1, host.Time.Now), scope);
        await host.Memory.EvolveDueAsync();
        Assert.Equal(MemOS.Evolution.Tasks.TaskOutcome.Success, Assert.Single(await host.Memory.ListTasksAsync(scope)).Task.Outcome);
        Assert.Contains((await host.Memory.SearchAsync("How did we refund order 1001 last time?", host.Ada)).Items, item => item.Kind == MemOS.Recall.RecallItemKind.Task);

        host.Time.Advance(TimeSpan.FromMinutes(20));
        await host.Memory.AddAsync(new EvidenceDraft[] { new() { Role = EvidenceRole.User, Text = "Oh no, that refund is wrong.", Time = host.Time.Now } }, scope);
        await host.Memory.EvolveDueAsync();
        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveDueAsync();
        Assert.Equal(MemOS.Evolution.Tasks.TaskOutcome.Failure, Assert.Single(await host.Memory.ListTasksAsync(scope)).Task.Outcome);
    }

    [Fact]
    public async Task WhatIsInNoTask_IsRecordedWhileTheSessionGrows_AsAtOnce()
    {
        await using var host = await ChatHost.OpenAsync();
        var scope = host.Ada.InSession("s");
        foreach (var (said, answered) in new[] { ("Good morning!", "Good morning!"), ("What is a zeppelin?", "An airship with a frame."), ("How are you?", "Well.") })
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            await host.Memory.AddAsync(
                new EvidenceDraft[] { new() { Role = EvidenceRole.User, Text = said, Time = host.Time.Now }, new() { Role = EvidenceRole.Assistant, Text = answered, Time = host.Time.Now } }, scope);
            await host.Memory.EvolveDueAsync();
        }

        var grown = await host.Memory.ListSkippedAsync(host.Ada);
        Assert.Equal(6, grown.SelectMany(static stored => stored.Span.Evidence).Distinct().Count());
        await host.Memory.AddAsync(shop.Messages(1, host.Time.Now), scope);
        await host.Memory.EvolveDueAsync();
        var before = await host.Memory.ListSkippedAsync(host.Ada);
        var atOnce = (await host.Memory.EvolveAsync(host.Ada)).Skipped;

        Assert.NotEmpty(before);
        Assert.Equal(atOnce.Select(Line).Order(StringComparer.Ordinal), before.Select(static stored => Line(stored.Span)).Order(StringComparer.Ordinal));
        Assert.Equal(before.Select(static stored => stored.SkippedAt), (await host.Memory.ListSkippedAsync(host.Ada)).Select(static stored => stored.SkippedAt));

        static string Line(MemOS.Evolution.Tasks.SkippedSpan span) => $"{string.Join(' ', span.Evidence)} {span.Reason}";
    }

    [Fact]
    public async Task AToolWhoseSchemaChanged_HasItsSkillCheckedAgain()
    {
        await using var host = await ChatHost.OpenAsync();
        await shop.LearnAsync(host);
        var name = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill.Name;
        await host.Memory.ChangeSkillAsync(name, SkillLife.Approve, host.Ada);

        // The refund asks for a currency now: what was recorded does not fit it any more.
        await NoteAsync(host, AIFunctionFactory.Create((int order, double amount, string currency) => currency, "refund_order", "Refunds an order."));
        var suspended = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill;
        Assert.Equal(SkillStatus.Rejected, suspended.Status);
        Assert.Contains("currency", suspended.StatusReason, StringComparison.Ordinal);
        Assert.Single(suspended.Versions);

        await NoteAsync(host, shop.Functions[1]);
        Assert.Equal(SkillStatus.Trial, Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill.Status);

        // An added argument that may be left out fits: a version of its own, which waits for approval.
        await NoteAsync(host, AIFunctionFactory.Create((int order, double amount, string? note = null) => note, "refund_order", "Refunds an order."));
        var upgraded = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill;
        Assert.Equal((2, 2, SkillStatus.Candidate), (upgraded.CurrentVersion, upgraded.Versions.Count, upgraded.Status));
        Assert.NotEqual(upgraded.CurrentVersion, upgraded.ApprovedVersion);
    }

    [Fact]
    public async Task TasksThatASkillDid_MakeNoSkillOfTheSkill()
    {
        await using var host = await ChatHost.OpenAsync();
        await shop.LearnAsync(host);
        var name = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill.Name;
        for (var i = 4; i <= 7; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(3));
            await host.Memory.AddAsync(shop.Messages(i, host.Time.Now, skill: name), host.Ada.InSession($"skilled-{i}"));
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveDueAsync();
        Assert.Equal(7, (await host.Memory.ListTasksAsync(host.Ada)).Count);
        Assert.Single(await host.Memory.ListSkillsAsync(host.Ada));
    }

    [Fact]
    public async Task APatternOfOneTool_IsNamedBesideIt_Offered_AndDoesNotKeepTheToolFromBeingLearnedWith()
    {
        await using var host = await ChatHost.OpenAsync();
        await RefundAsync(host, 1, 3);
        var skill = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill;
        Assert.Equal("do_refund_order", skill.Name);
        await host.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, host.Ada);
        Assert.Single(await host.Memory.Skills.OfferAsync(host.Ada, "Refund order 2001", () => shop.Functions));

        // Calls of the tool itself go on teaching: here what comes before it.
        await shop.LearnAsync(host);
        Assert.Equal(["do_refund_order", "find_order_then_refund_order"], (await host.Memory.ListSkillsAsync(host.Ada)).Select(stored => stored.Skill.Name));
    }

    [Fact]
    public async Task AStoredSkillOfAToolsName_IsRenamedWhenItIsNextLearned()
    {
        await using var host = await ChatHost.OpenAsync();
        await RefundAsync(host, 1, 3);
        var stored = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada));
        await host.Memory.ChangeSkillAsync(stored.Skill.Name, skill => SkillLife.Approve(skill) with { Name = "refund_order" }, host.Ada);
        await RefundAsync(host, 4, 4);
        var renamed = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada));
        Assert.Equal((stored.Id, "do_refund_order", SkillStatus.Trial), (renamed.Id, renamed.Skill.Name, renamed.Skill.Status));
    }

    [Fact]
    public async Task AdviceThatWorkedThreeTimes_BecomesInstructionsWithoutNames()
    {
        await using var host = await ChatHost.OpenAsync();
        string[][] talks =
        [
            ["How can I fix the wifi printer of Maria Stone, please?", "Switch the printer off and on again. Then remove it under Settings and add it once more.", "That worked, thanks"],
            ["Please help me fix the wifi printer 4711", "Open Settings and remove the printer. Switch the printer off and on again. Finally add it once more under Settings.", "It works again"],
            ["can you help me fix my wifi printer?", "First switch the printer off and on again. Remove the printer under Settings, and add it once more. Call 555-0199 otherwise.", "Perfect, it works now"],
        ];
        foreach (var (talk, i) in talks.Select((talk, i) => (talk, i)))
        {
            await host.Memory.AddAsync(talk.Select((text, n) => new EvidenceDraft { Role = n == 1 ? EvidenceRole.Assistant : EvidenceRole.User, Text = text, Time = host.Time.Now }).ToList(), host.Ada.InSession($"advice-{i}"));
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveDueAsync();
        var skill = Assert.Single(await host.Memory.ListSkillsAsync(host.Ada)).Skill;
        Assert.Equal(SkillStatus.Candidate, skill.Status);
        Assert.Contains(skill.Current.Instructions!.Steps, step => step.Contains("off and on", StringComparison.Ordinal));
        Assert.DoesNotContain(skill.Current.Instructions.Steps, step => step.Contains("555", StringComparison.Ordinal));
        Assert.All(skill.Current.Instructions.Examples, example => Assert.DoesNotContain("Stone", example, StringComparison.Ordinal));
        Assert.Empty(await host.Memory.Skills.OfferAsync(host.Ada, "my wifi printer is broken, how do I fix it?", () => []));

        await host.Memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, host.Ada);
        var offered = Assert.Single(await host.Memory.Skills.OfferAsync(host.Ada, "my wifi printer is broken, how do I fix it?", () => []));
        Assert.Contains("off and on", (await offered.Tool.InvokeAsync(new()))!.ToString(), StringComparison.Ordinal);
    }

    private static async Task NoteAsync(ChatHost host, AIFunction function)
    {
        await host.Memory.Skills.NoteToolsAsync(host.Ada, [function]);
        await host.Memory.EvolveDueAsync();
    }

    private async Task ChatAsync(ChatHost host, int number)
    {
        var model = new ScriptedChatClient();
        var step = 0;
        model.OnResponse = (_, _) => Task.FromResult(new ChatResponse(step++ switch
        {
            0 => new ChatMessage(ChatRole.Assistant, [new FunctionCallContent($"a{number}", "find_order", new Dictionary<string, object?> { ["order"] = 1000 + number })]),
            1 => new ChatMessage(ChatRole.Assistant, [new FunctionCallContent($"b{number}", "refund_order", new Dictionary<string, object?> { ["order"] = 1000 + number, ["amount"] = 12.5 })]),
            2 => new ChatMessage(ChatRole.Assistant, "Refunded."),
            _ => new ChatMessage(ChatRole.Assistant, "You're welcome."),
        }));
        var client = new ToolLoopChatClient(model).WithMemory(host.Memory, host.Ada.InSession($"chat-{number}"));
        var history = new List<ChatMessage>();
        await client.SayAsync(false, history, $"Please refund order 100{number}", new() { Tools = [.. shop.Functions] });
        await client.SayAsync(false, history, "Thanks, that worked", new() { Tools = [.. shop.Functions] });
        host.Time.Advance(TimeSpan.FromHours(3));
    }

    // Refunds by one call: the user says all that it needs.
    private async Task RefundAsync(ChatHost host, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(3));
            var call = new EvidenceDraft { Role = EvidenceRole.Assistant, Text = "", Time = host.Time.Now, ToolCalls = [new($"r{i}", "refund_order", JsonElement.Parse($$"""{"order":100{{i}},"amount":{{i}}2.5}"""))] };
            await host.Memory.AddAsync(
                new EvidenceDraft[]
                {
                    new() { Role = EvidenceRole.User, Text = $"Please refund order 100{i} with {i}2.5 dollars", Time = host.Time.Now },
                    call,
                    new() { Role = EvidenceRole.Tool, Text = "", Time = host.Time.Now, ToolResults = [new($"r{i}", JsonElement.Parse("""{"refund":"R-1"}"""), null)] },
                    new() { Role = EvidenceRole.Assistant, Text = "Refunded.", Time = host.Time.Now },
                    new() { Role = EvidenceRole.User, Text = "Thanks, that worked", Time = host.Time.Now },
                },
                host.Ada.InSession($"refund-{i}"));
        }

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Memory.EvolveAsync(host.Ada, shop.Definitions);
    }
}
