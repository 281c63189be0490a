using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution;
using MemOS.Evolution.Skills;
using MemOS.TestKit;

namespace MemOS.EndToEnd.Operations;

/// <summary>A cube with everything that a cube can hold, through a file and back.</summary>
public sealed partial class CubeRoundTripTests
{
    private static readonly ToolDefinition[] Tools = [new("find", "", default, IsReadOnly: true), new("refund", "", default)];

    [Fact]
    public async Task LoadCube_DumpedCube_HoldsEverythingAgain()
    {
        await using var first = await MemoryFile.OpenAsync();
        await using var second = await MemoryFile.OpenAsync();
        await FillAsync(first);
        await second.TellAsync("My parrot is called Pico.", second.Bob);
        await first.Memory.DumpCubeAsync("ada", first.PathOf("ada.memcube"), "ada");
        var original = await SnapshotAsync(first.Memory, await HomeAsync(first.Memory, first.Ada));
        foreach (var part in new[] { "evidence ", "record ", "task ", "skipped ", "skill ", "ledger ", "found " })
        {
            Assert.Contains("\n" + part, original, StringComparison.Ordinal);
        }

        var loaded = await second.Memory.LoadCubeAsync(first.PathOf("ada.memcube"), "bob", "copy");
        Assert.Equal(original, await SnapshotAsync(second.Memory, loaded.Number));

        // Once more through a file of the copy, over another number.
        await second.Memory.DumpCubeAsync("copy", second.PathOf("copy.memcube"), "bob");
        var again = await second.Memory.LoadCubeAsync(second.PathOf("copy.memcube"), "bob", "again");
        Assert.Equal(original, await SnapshotAsync(second.Memory, again.Number));
        var attached = await second.Memory.RegisterCubeAsync(second.PathOf("copy.memcube"), "bob", "shelf");
        Assert.Equal(WithoutLedger(original), WithoutLedger(await SnapshotAsync(second.Memory, attached.Number)));
        Assert.Empty(await second.Memory.Store.Maintenance.CheckAsync(deep: true));
    }

    [Fact]
    public async Task LoadCube_WithWhatWasNotReadYet_ReadsIt()
    {
        await using var first = await MemoryFile.OpenAsync();
        await using var second = await MemoryFile.OpenAsync();
        await first.Memory.AddAsync([first.Say("My sister Maria lives in Lisbon.")], first.Ada);
        await first.Memory.DumpCubeAsync("ada", first.PathOf("ada.memcube"), "ada");
        await second.Memory.LoadCubeAsync(first.PathOf("ada.memcube"), "bob", "copy");
        Assert.Empty(await second.Memory.ListAsync(second.Bob));
        await second.Memory.FlushAsync();
        Assert.Contains(await second.Memory.ListAsync(second.Bob), record => record.Text.Contains("Lisbon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LoadCube_WithAnApprovedSkill_WaitsForApprovalHere()
    {
        await using var first = await MemoryFile.OpenAsync();
        await using var second = await MemoryFile.OpenAsync();
        await FillAsync(first);
        Assert.Equal(SkillStatus.Trial, Assert.Single(await first.Memory.ListSkillsAsync(first.Ada)).Skill.Status);
        await first.Memory.DumpCubeAsync("ada", first.PathOf("ada.memcube"), "ada");
        await second.Memory.LoadCubeAsync(first.PathOf("ada.memcube"), "bob", "copy");
        await second.Memory.RegisterCubeAsync(first.PathOf("ada.memcube"), "bob", "shelf");
        var skills = await second.Memory.ListSkillsAsync(second.Bob);
        Assert.Equal(2, skills.Count);
        Assert.All(skills, stored => Assert.Equal((SkillStatus.Candidate, false, (int?)null), (stored.Skill.Status, stored.Skill.IsTrusted, stored.Skill.ApprovedVersion)));
        Assert.All(skills, stored => Assert.Empty(stored.Skill.Trials));
        Assert.All(skills, stored => Assert.Single(stored.Skill.ForeignTrials));
    }

    [Fact]
    public async Task EraseMessage_OfALoadedCube_ReachesItsTasksAndSkills()
    {
        await using var first = await MemoryFile.OpenAsync();
        await using var second = await MemoryFile.OpenAsync();
        await FillAsync(first);
        await first.Memory.DumpCubeAsync("ada", first.PathOf("ada.memcube"), "ada");
        await second.Memory.LoadCubeAsync(first.PathOf("ada.memcube"), "bob", "copy");
        var scope = second.Bob with { WriteCubes = ["copy"] };
        Assert.Equal(3, (await second.Memory.ListTasksAsync(scope)).Count);
        var message = (await second.Memory.ListEvidenceAsync(scope, new() { Limit = 1000 })).First(static item => item.Content.Text.Contains("Quuxley2", StringComparison.Ordinal));
        Assert.NotEmpty(second.FilesWith("Quuxley2"));
        await second.Memory.EraseAsync(message.Id, scope);
        Assert.Equal(2, (await second.Memory.ListTasksAsync(scope)).Count);
        Assert.Empty(await second.Memory.ListSkillsAsync(scope));
        Assert.DoesNotContain((await second.Memory.ListTasksAsync(scope)).Select(static stored => stored.Task.Goal), static goal => goal.Contains("Quuxley2", StringComparison.Ordinal));
    }

    private static async Task FillAsync(MemoryFile file)
    {
        for (var i = 1; i <= 3; i++)
        {
            List<EvidenceDraft> messages =
            [
                file.Say($"Please refund Quuxley{i}", $"a{i}"),
                file.Say("") with { Role = EvidenceRole.Assistant, ToolCalls = [new($"a{i}", "find", Json($$"""{"name":"Quuxley{{i}}"}"""))] },
                file.Say("") with { Role = EvidenceRole.Tool, ToolResults = [new($"a{i}", Json($$"""{"order":"O-{{i}}"}"""), null)] },
                file.Say("") with { Role = EvidenceRole.Assistant, ToolCalls = [new($"b{i}", "refund", Json($$"""{"order":"O-{{i}}"}"""))] },
                file.Say("") with { Role = EvidenceRole.Tool, ToolResults = [new($"b{i}", Json("""{"ok":true}"""), null)] },
                file.Say("Refunded.") with { Role = EvidenceRole.Assistant, Author = "Clerk" },
                file.Say("Thanks, that worked"),
            ];
            await file.Memory.AddAsync(messages, file.Ada.InSession($"s{i}"));
            file.Time.Advance(TimeSpan.FromHours(5));
        }

        await file.Memory.EvolveAsync(file.Ada, Tools);
        var name = Assert.Single(await file.Memory.ListSkillsAsync(file.Ada)).Skill.Name;
        await file.Memory.ChangeSkillAsync(name, SkillLife.Approve, file.Ada);
        await file.Memory.ChangeSkillAsync(name, skill => SkillLife.Record(skill, new(1, file.Time.Now, true)), file.Ada);
        await file.Memory.AddAsync(new DocumentDraft { Name = "press.md", Text = "# Press\n\nThe lamp is called Vesper." }, file.Ada.InSession("manuals"));
        await file.TellAsync("My sister Maria lives in Lisbon.");
        await file.TellAsync("I like green tea.");
        await file.Memory.CreateCubeAsync("elsewhere", "ada");
        await file.TellAsync("My brother Zeno sails.", file.Ada with { WriteCubes = ["elsewhere"] });
        var records = await file.Memory.ListAsync(file.Ada with { ReadCubes = [] }, new() { Limit = 1000 });
        await file.Memory.UpdateAsync(records.First(static record => record.Text.Contains("Lisbon", StringComparison.Ordinal)).Id, "The user's sister Maria lives in Porto.", file.Ada, "moved");
        await file.Memory.ForgetAsync(records.First(static record => record.Text.Contains("tea", StringComparison.Ordinal)).Id, file.Ada);
        await new ScriptedChatClient().WithMemory(file.Memory, file.Ada.InSession("chat")).GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Where does my sister live?")]);
        await file.Memory.FlushAsync();
        await file.Memory.EvolveDueAsync();
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static async Task<int> HomeAsync(MemoryOS memory, MemoryScope scope) => (await memory.ResolveAsync(scope)).Home;

    // Everything that the cube holds, as text, without its number.
    private static async Task<string> SnapshotAsync(MemoryOS memory, int cube)
    {
        var access = new CubeAccess(MemoryScope.ForUser("nobody"), [cube], [cube]);
        var text = new StringBuilder("\n");
        foreach (var item in await memory.Store.Evidence.ListAsync(access, new() { IncludeInactive = true, Limit = 1000 }))
        {
            Line("evidence", $"{item.Id} {item.Session} {item.Position} {item.State} {JsonSerializer.Serialize(item.Content)}");
        }

        foreach (var record in await memory.Store.Records.ListAsync(access, new() { State = null, Limit = 1000 }))
        {
            foreach (var version in await memory.Store.Records.HistoryAsync(access, record.Id))
            {
                Line("record", JsonSerializer.Serialize(version));
            }
        }

        foreach (var task in await memory.Store.Tasks.ListAsync(access, 100))
        {
            Line("task", $"{task.Id} {task.Task.ToJson()}");
        }

        foreach (var (span, session, started, at) in await memory.Store.Tasks.ListSkippedAsync(access, 100))
        {
            Line("skipped", $"{string.Join(' ', span.Evidence)} {span.Reason} {session} {started:O} {at:O}");
        }

        foreach (var skill in await memory.Store.Skills.ListAsync(access))
        {
            Line("skill", $"{skill.Id} {skill.Revision} {SkillLife.Import(skill.Skill).ToJson()}");
        }

        foreach (var entry in await memory.Store.Ledger.ListAsync(access, null, 100))
        {
            Line("ledger", JsonSerializer.Serialize(entry));
        }

        await using var reader = await memory.Store.Recall.OpenAsync(access);
        foreach (var term in new[] { "maria", "vesper", "zeno", "tea" })
        {
            var found = (await reader.GetPostingsAsync(cube, term, 100)).ToArray();
            Line("found", $"{term}: {string.Join(' ', found.Select(static id => new MemoryId(id)))}");
        }

        return text.ToString();

        void Line(string part, string content) => text.Append(CultureInfo.InvariantCulture, $"{part} {Number().Replace(content, "$1-$2")}\n");
    }

    private static string WithoutLedger(string snapshot) => string.Join('\n', snapshot.Split('\n').Where(static line => !line.StartsWith("ledger", StringComparison.Ordinal)));

    [GeneratedRegex(@"\b([mrts])[0-9]+-([0-9]+)\b")]
    private static partial Regex Number();
}
