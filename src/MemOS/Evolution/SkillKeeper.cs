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

        // A run that made all of its calls was no success when the user complained of it.
        for (var i = 0; i < known.Count; i++)
        {
            if (SkillHindsight.Judge(known[i].Skill, tasks, access.Home) is var judged && judged != known[i].Skill)
            {
                known[i] = await store.Skills.SaveAsync(access, judged, known[i], cancellationToken).ConfigureAwait(false);
            }
        }

        var shared = await ListSharedAsync(access, cancellationToken).ConfigureAwait(false);
        await JudgeSharedAsync(access, shared, tasks, cancellationToken).ConfigureAwait(false);

        // A task that a skill did teaches nothing that the skill does not know. A call of a tool's name is the tool's, whatever skill had
        // that name; what is neither tool nor skill now, such as a skill that was renamed or erased, nothing could call.
        var toolNames = tools.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        var names = known.Concat(shared.Select(pair => pair.Skill)).Select(stored => stored.Skill.Name).Except(toolNames).ToHashSet(StringComparer.Ordinal);
        var done = tasks.Where(task => !task.Calls.Any(call => names.Contains(call.Tool))).ToList();
        var candidates = tools.Count > 0 ? new EvolutionEngine(options).Learn(done, tools).Candidates.Where(candidate => toolNames.IsSupersetOf(candidate.Pattern.Tools)).ToList() : [];
        var advice = InstructionInductor.Induce(done, options.MinimumSuccesses);
        foreach (var (next, basis) in SkillLearner.Plan(candidates, known, tools, now).Concat(SkillLearner.Plan(advice, known, now)).ToList())
        {
            await store.Skills.SaveAsync(access, next, basis, cancellationToken).ConfigureAwait(false);
        }
    }

    // The skills that the user was lent with other cubes, and what the user may do there now. The default cubes of the user's other
    // agents and sessions are walled off here too.
    private async Task<IReadOnlyList<(StoredSkill Skill, CubeRole Role)>> ListSharedAsync(CubeAccess access, CancellationToken cancellationToken)
    {
        if (access.Scope.User.Length == 0)
        {
            // A cube without an owner, such as one whose owner left.
            return [];
        }

        var granted = (await store.Cubes.ListCubesAsync(access.Scope.Tenant, access.Scope.User, cancellationToken).ConfigureAwait(false))
            .Where(grant => grant.Cube.Number != access.Home && !grant.IsDefault)
            .ToDictionary(grant => grant.Cube.Number, grant => grant.Cube.IsReadOnly ? CubeRole.Reader : grant.Role);
        var skills = granted.Count == 0 ? [] : await store.Skills.ListAsync(access with { Readable = [.. granted.Keys] }, cancellationToken).ConfigureAwait(false);
        return [.. skills.Select(stored => (stored, granted[stored.Id.Cube]))];
    }

    // Of a shared skill the complaints count that are about the complaining user's own runs.
    private async Task JudgeSharedAsync(
        CubeAccess access, IReadOnlyList<(StoredSkill Skill, CubeRole Role)> shared, IReadOnlyList<MemoryTask> tasks, CancellationToken cancellationToken)
    {
        foreach (var stored in shared.Where(pair => pair.Role >= CubeRole.Writer).Select(pair => pair.Skill))
        {
            if (SkillHindsight.Judge(stored.Skill, tasks, access.Home, isShared: true) is var judged && judged != stored.Skill)
            {
                await store.Skills.SaveAsync(access with { Writable = [stored.Id.Cube] }, judged, stored, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<StoredSkill>> ListAsync(CubeAccess access, CancellationToken cancellationToken) =>
        [.. (await store.Skills.ListAsync(access, cancellationToken).ConfigureAwait(false)).Where(stored => stored.Id.Cube == access.Home)];
}
