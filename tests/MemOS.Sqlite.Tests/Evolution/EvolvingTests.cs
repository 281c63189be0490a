using System.Globalization;
using System.Text.Json;
using MemOS.Evidence;
using MemOS.Evolution;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.TestKit;

namespace MemOS.Sqlite.Tests.Evolution;

public sealed class EvolvingTests : IDisposable
{
    private static readonly MemoryScope Ada = MemoryScope.ForUser("ada");
    private static readonly ToolDefinition[] Tools = [new("find", "", default, IsReadOnly: true), new("refund", "", default)];
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EvolveAsync_ThreeReturns_MakeASkillThatSurvivesReopening()
    {
        await using (var memory = await OpenAsync())
        {
            await AddAsync(memory, 3);
            await memory.EvolveAsync(Ada, Tools);
            Assert.Equal(3, (await memory.ListTasksAsync(Ada)).Count);
            Assert.Equal(SkillStatus.Candidate, Assert.Single(await memory.ListSkillsAsync(Ada)).Skill.Status);
            await memory.ChangeSkillAsync("find_then_refund", SkillLife.Approve, Ada);
        }

        await using var again = await OpenAsync();
        var revision = Assert.Single(await again.ListSkillsAsync(Ada)).Revision;
        await again.EvolveAsync(Ada, Tools);
        var stored = Assert.Single(await again.ListSkillsAsync(Ada));
        Assert.Equal((SkillStatus.Trial, revision), (stored.Skill.Status, stored.Revision));
        Assert.Equal(3, (await again.ListTasksAsync(Ada)).Count);
    }

    [Fact]
    public async Task EvolveAsync_AHint_BecomesACandidateWithTheThirdSuccess()
    {
        await using var memory = await OpenAsync();
        await AddAsync(memory, 2);
        await memory.EvolveAsync(Ada, Tools);
        Assert.Equal(SkillStatus.Suggestion, Assert.Single(await memory.ListSkillsAsync(Ada)).Skill.Status);
        await AddAsync(memory, 1, from: 3);
        await memory.EvolveAsync(Ada, Tools);
        Assert.Equal(SkillStatus.Candidate, Assert.Single(await memory.ListSkillsAsync(Ada)).Skill.Status);
    }

    [Fact]
    public async Task EvolveAsync_ARefusedSkill_StaysRefused()
    {
        await using var memory = await OpenAsync();
        await AddAsync(memory, 3);
        await memory.EvolveAsync(Ada, Tools);
        await memory.ChangeSkillAsync("find_then_refund", skill => SkillLife.Reject(skill, "not like this"), Ada);
        await memory.EvolveAsync(Ada, Tools);
        Assert.Equal(SkillStatus.Rejected, Assert.Single(await memory.ListSkillsAsync(Ada)).Skill.Status);
    }

    [Fact]
    public async Task EvolveAsync_ALaterFailedTaskOfThePattern_IsALessonAndNoVersion()
    {
        await using var memory = await OpenAsync();
        await AddAsync(memory, 3);
        await memory.EvolveAsync(Ada, Tools);
        await memory.ChangeSkillAsync("find_then_refund", SkillLife.Approve, Ada);
        for (var i = 4; i <= 10; i++)
        {
            await AddAsync(memory, 1, from: i, feedback: i == 5 ? "No, that is still the wrong account." : $"No, that is still wrong for reason {(char)('a' + i)}.");
        }

        await memory.EvolveAsync(Ada, Tools);

        var stored = Assert.Single(await memory.ListSkillsAsync(Ada));
        Assert.Equal((1, SkillStatus.Trial, 1), (stored.Skill.Versions.Count, stored.Skill.Status, stored.Skill.ApprovedVersion));
        Assert.Equal(
            ["k", "j", "i", "h", "g"], stored.Skill.Lessons.Select(static lesson => lesson[^2..^1]));
        await memory.EvolveAsync(Ada, Tools);
        Assert.Equal(stored.Revision, Assert.Single(await memory.ListSkillsAsync(Ada)).Revision);

        // The lesson goes with its messages; what was learned from others stays.
        var last = stored.Skill.Pitfalls[0].Evidence[0];
        var receipt = await memory.EraseAsync(last, Ada);
        Assert.Empty(receipt.Skills);
        stored = Assert.Single(await memory.ListSkillsAsync(Ada));
        Assert.Equal(["j", "i", "h", "g"], stored.Skill.Lessons.Select(static lesson => lesson[^2..^1]));
        await memory.ForgetAsync(stored.Skill.Pitfalls[0].Evidence[0], Ada);
        await memory.EvolveAsync(Ada, Tools);
        Assert.Equal(["i", "h", "g", "t", "e"], Assert.Single(await memory.ListSkillsAsync(Ada)).Skill.Lessons.Select(static lesson => lesson[^2..^1]));
        Assert.Equal(["find_then_refund"], (await memory.EraseAsync(Assert.Single(await memory.ListSkillsAsync(Ada)).Skill.Current.Evidence[0], Ada)).Skills);
    }

    [Fact]
    public async Task EvolveAsync_WithoutTools_FindsTasksAndLearnsNothing()
    {
        await using var memory = await OpenAsync();
        await AddAsync(memory, 3);
        await memory.EvolveAsync(Ada);
        Assert.Equal(TaskOutcome.Success, (await memory.ListTasksAsync(Ada))[0].Task.Outcome);
        Assert.Empty(await memory.ListSkillsAsync(Ada));
    }

    [Fact]
    public async Task EvolveAsync_ATaskThatMayGoOn_WaitsForTheIdleGap()
    {
        await using var memory = await OpenAsync();
        await AddAsync(memory, 1, feedback: null, start: time.Now);
        await memory.EvolveAsync(Ada);
        Assert.Empty(await memory.ListTasksAsync(Ada));
        time.Advance(TimeSpan.FromHours(3));
        await memory.EvolveAsync(Ada);
        Assert.Equal(TaskOutcome.Unknown, Assert.Single(await memory.ListTasksAsync(Ada)).Task.Outcome);
    }

    [Fact]
    public async Task ChangeSkillAsync_UnknownSkill_SaysSo()
    {
        await using var memory = await OpenAsync();
        await Assert.ThrowsAsync<MemoryNotFoundException>(() => memory.ChangeSkillAsync("none", SkillLife.Approve, Ada));
    }

    private Task<MemoryOS> OpenAsync() => MemoryOS.OpenAsync(folder.File(), new() { TimeProvider = time });

    private async Task AddAsync(MemoryOS memory, int count, int from = 1, string? feedback = "Thanks, that worked", DateTimeOffset? start = null)
    {
        for (var i = from; i < from + count; i++)
        {
            var at = (start ?? time.Now.AddDays(-10)).AddMinutes(i);
            var order = i.ToString(CultureInfo.InvariantCulture);
            List<EvidenceDraft> messages =
            [
                new() { Role = EvidenceRole.User, Text = $"Please refund Customer{order}", Time = at },
                new() { Role = EvidenceRole.Assistant, Text = "", Time = at, ToolCalls = [new($"a{order}", "find", Json($$"""{"name":"Customer{{order}}"}"""))] },
                new() { Role = EvidenceRole.Tool, Text = "", Time = at, ToolResults = [new($"a{order}", Json($$"""{"order":"O-{{order}}"}"""), null)] },
                new() { Role = EvidenceRole.Assistant, Text = "", Time = at, ToolCalls = [new($"b{order}", "refund", Json($$"""{"order":"O-{{order}}"}"""))] },
                new() { Role = EvidenceRole.Tool, Text = "", Time = at, ToolResults = [new($"b{order}", Json("""{"ok":true}"""), null)] },
                new() { Role = EvidenceRole.Assistant, Text = "Refunded.", Time = at },
            ];
            if (feedback is not null)
            {
                messages.Add(new() { Role = EvidenceRole.User, Text = feedback, Time = at });
            }

            await memory.AddAsync(messages, Ada.InSession($"s{order}"));
        }
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
