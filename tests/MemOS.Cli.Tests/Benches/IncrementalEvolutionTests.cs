using System.Globalization;
using System.Text.Json;
using MemOS.Cli.Benches.Evolution;
using MemOS.Evidence;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.TestKit;

namespace MemOS.Cli.Tests.Benches;

public sealed class IncrementalEvolutionTests : IDisposable
{
    private readonly CliRunner files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("evolution.json", 12)]
    [InlineData("evolution-strangers-2.json", 8)]
    public async Task SegmentingAsMessagesArrive_FindsTheTasksThatSegmentingAtOnceFinds(string suite, int count)
    {
        await using var data = File.OpenRead(SuiteFiles.PathOf(suite));
        var streams = (await JsonSerializer.DeserializeAsync(data, SuiteJsonContext.Default.IReadOnlyListSuiteStream))!;
        foreach (var (stream, number) in streams.Take(count).Select((stream, number) => (stream, number)))
        {
            var evidence = new StreamEvidence(stream, 1);
            var time = new ManualTime(evidence.Items[0].Content.Time);
            await using var memory = await MemoryOS.OpenAsync(files.PathOf(number.ToString(CultureInfo.InvariantCulture) + ".db"), new() { TimeProvider = time, ReadInBackground = false });
            var ada = MemoryScope.ForUser("ada");
            var access = await memory.ResolveAsync(ada);
            await memory.Store.Tasks.NoteToolsAsync(access, evidence.Tools);
            foreach (var item in evidence.Items)
            {
                time.Advance(item.Content.Time > time.Now ? item.Content.Time - time.Now : TimeSpan.Zero);
                await memory.AddAsync(new[] { item.Content }, ada.InSession(item.Session));
                if (item.Content.Role != EvidenceRole.Tool)
                {
                    await memory.EvolveDueAsync();
                }
            }

            time.Advance(TimeSpan.FromDays(1));
            await memory.EvolveDueAsync();
            var live = Show(await memory.ListTasksAsync(ada, 1000));
            var skills = Show(await memory.ListSkillsAsync(ada));
            await memory.EvolveAsync(ada);
            Assert.Equal(Show(await memory.ListTasksAsync(ada, 1000)), live);
            Assert.Equal(Show(await memory.ListSkillsAsync(ada)), skills);
        }
    }

    private static string[] Show(IReadOnlyList<StoredTask> tasks) =>
        [.. tasks.Select(stored => $"{stored.Id} {stored.Task.Session} {stored.Task.Outcome} {stored.Task.Evidence.Count} {stored.Task.Goal}")];

    private static string Show(IReadOnlyList<StoredSkill> skills) =>
        string.Join('\n', skills.Select(stored => $"{stored.Skill.Name} {stored.Skill.Status} {stored.Skill.StatusReason} {stored.Skill.Current.Plan?.ToJson()}"));
}
