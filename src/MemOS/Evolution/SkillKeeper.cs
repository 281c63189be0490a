using MemOS.Cubes;
using MemOS.Evolution.Induction;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.Storage;

namespace MemOS.Evolution;

/// <summary>Learns skills from the finished tasks of a cube, and keeps those that are there in step with the tools.</summary>
internal sealed class SkillKeeper(IMemoryStore store, EvolutionOptions options)
{
    // Older tasks have been learned from; looking at all of them for ever would make every turn dearer than the last.
    private const int RecentTasks = 2000;
    private const int MostAttempts = 5;

    public async Task LearnAsync(CubeAccess access, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var home = access with { Readable = [access.Home], Writable = [access.Home] };
        var stored = await store.Tasks.ListAsync(home, RecentTasks, cancellationToken).ConfigureAwait(false);
        await LearnAsync(access, [.. stored.Select(task => task.Task).Reverse()], tools, now, cancellationToken).ConfigureAwait(false);
    }

    public async Task LearnAsync(CubeAccess access, IReadOnlyList<MemoryTask> tasks, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryLearnAsync(access, tasks, tools, now, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (MemoryConflictException) when (attempt < MostAttempts)
            {
                // A person, a run or another process changed a skill meanwhile: what is known now decides.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task TryLearnAsync(CubeAccess access, IReadOnlyList<MemoryTask> tasks, IReadOnlyList<ToolDefinition> tools, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await ListAsync(access, cancellationToken).ConfigureAwait(false);
        foreach (var (next, basis) in SkillLearner.Rename(known, tools).ToList())
        {
            known[known.IndexOf(basis)] = await store.Skills.SaveAsync(access, next, basis, cancellationToken).ConfigureAwait(false);
        }

        // A call of a tool's name is the tool's, whatever skill had that name.
        var names = known.Select(stored => stored.Skill.Name).Except(tools.Select(tool => tool.Name)).ToHashSet(StringComparer.Ordinal);

        // A run that made all of its calls was no success when the user complained of it.
        for (var i = 0; i < known.Count; i++)
        {
            if (SkillHindsight.Judge(known[i].Skill, tasks) is var judged && judged != known[i].Skill)
            {
                known[i] = await store.Skills.SaveAsync(access, judged, known[i], cancellationToken).ConfigureAwait(false);
            }
        }

        // A task that a skill did teaches nothing that the skill does not know.
        var done = tasks.Where(task => !task.Calls.Any(call => names.Contains(call.Tool))).ToList();
        var (_, candidates) = tools.Count > 0 ? new EvolutionEngine(options).Learn(done, tools) : ([], []);
        var advice = InstructionInductor.Induce(done, options.MinimumSuccesses);
        foreach (var (next, basis) in SkillLearner.Plan(candidates, known, tools, now).Concat(SkillLearner.Plan(advice, known, now)).ToList())
        {
            await store.Skills.SaveAsync(access, next, basis, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<StoredSkill>> ListAsync(CubeAccess access, CancellationToken cancellationToken) =>
        [.. (await store.Skills.ListAsync(access, cancellationToken).ConfigureAwait(false)).Where(stored => stored.Id.Cube == access.Home)];
}
