using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution;
using MemOS.Evolution.Judging;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;

namespace MemOS;

public sealed partial class MemoryOS
{
    private const int EvidencePage = 1000;

    /// <summary>Segments all that the scope's own cube holds into tasks and learns skills from them, now.</summary>
    /// <remarks>
    /// It happens in the background by itself; call this to have it done, or to give tools that no turn showed. Running it again
    /// changes nothing that is the same. A task that may still go on is left for the next time.
    /// </remarks>
    /// <param name="scope">Whose memory.</param>
    /// <param name="tools">
    /// The application's tools, which are noted for later. Default: those that were seen in turns; without any, nothing but tasks
    /// is found, since effects cannot be told from look-ups.
    /// </param>
    /// <param name="cancellationToken">Cancels between sessions; what was written stays.</param>
    /// <exception cref="MemoryStoreException">The store cannot be read or written.</exception>
    public async Task<EvolutionResult> EvolveAsync(MemoryScope scope, IReadOnlyList<ToolDefinition>? tools = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        if (tools is { Count: > 0 })
        {
            await Store.Tasks.NoteToolsAsync(access, tools, cancellationToken).ConfigureAwait(false);
        }

        var known = tools ?? await Store.Tasks.ListToolsAsync(access, cancellationToken).ConfigureAwait(false);
        var items = await LoadMessagesAsync(access, cancellationToken).ConfigureAwait(false);
        var now = Options.TimeProvider.GetLocalNow();
        var opinions = judging is null ? TurnOpinion.Nothing : await judging.AskAsync(access, items, known, now, cancellationToken).ConfigureAwait(false);
        var result = new EvolutionEngine(Options.Evolution).EvolveWith(opinions, items, known, now);
        var sessionOf = items.ToDictionary(item => item.Id, item => item.Session);
        var skipped = result.Skipped.ToLookup(span => sessionOf[span.Evidence[0]]);
        foreach (var session in items.GroupBy(item => item.Session))
        {
            var tasks = result.Tasks.Where(task => task.Session == session.Key).ToList();
            var mark = SessionSegmenter.MarkOf([.. session], tasks, session.Max(item => item.Position) + 1, Options.Evolution.IdleGap, now);
            await Store.Tasks.ReplaceAsync(access, session.Key, [.. tasks.Where(task => !task.IsOpen)], mark, from: null, [.. skipped[session.Key]], cancellationToken).ConfigureAwait(false);
        }

        await new SkillKeeper(Store, Options.Evolution).LearnAsync(access, [.. result.Tasks.Where(task => !task.IsOpen)], known, now, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Segments every session of the store that waits for it and learns from what was finished; what the background does, done now.</summary>
    /// <remarks>Threat note: it works on all cubes, for the application itself; it returns nothing of what they hold.</remarks>
    /// <returns>How many sessions waited; 0 when the store is only read.</returns>
    /// <exception cref="MemoryStoreException">The store cannot be read or written.</exception>
    public Task<int> EvolveDueAsync(CancellationToken cancellationToken = default) =>
        Store.Maintenance.IsReadOnly ? Task.FromResult(0) : evolving.RunDueAsync(cancellationToken);

    /// <summary>The tasks that the scope may read, newest first.</summary>
    public async Task<IReadOnlyList<StoredTask>> ListTasksAsync(MemoryScope scope, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Tasks.ListAsync(access, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is in no task of what the scope may read, and why, newest first: as it was recorded when each session was segmented last.</summary>
    /// <param name="scope">Whose memory.</param>
    /// <param name="limit">The most spans. Default: 100.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="MemoryStoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<StoredSkippedSpan>> ListSkippedAsync(MemoryScope scope, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Tasks.ListSkippedAsync(access, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The skills that the scope may read, by name. Of several with one name, as when a team has a copy, the user's own comes first,
    /// then those that a person approved.
    /// </summary>
    public async Task<IReadOnlyList<StoredSkill>> ListSkillsAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var stored = await Store.Skills.ListAsync(access, cancellationToken).ConfigureAwait(false);
        return
        [
            .. stored.OrderBy(known => known.Skill.Name, StringComparer.Ordinal)
                .ThenBy(known => known.Id.Cube == access.Home ? 0 : 1)
                .ThenBy(known => known.Skill.ApprovedVersion == known.Skill.CurrentVersion ? 0 : 1)
                .ThenBy(known => known.Id),
        ];
    }

    /// <summary>Adds a skill, such as one that <see cref="SkillFolder.Read"/> read.</summary>
    /// <exception cref="MemoryConflictException">There is a skill or a noted tool of that name; <see cref="SkillLife.Rename"/> gives another.</exception>
    public async Task<StoredSkill> AddSkillAsync(Skill skill, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        await CheckToolsAsync(access, skill.Name, cancellationToken).ConfigureAwait(false);
        return await Store.Skills.SaveAsync(access, skill, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes a skill one step further in its life, such as by <see cref="SkillLife.Approve(Skill)"/>: one of the scope's own cube, or of
    /// a cube among its <see cref="MemoryScope.WriteCubes"/>.
    /// </summary>
    /// <param name="name">The skill.</param>
    /// <param name="step">Makes the next state; may be called again when somebody else changed the skill meanwhile.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryNotFoundException">The scope may not change a skill of that name.</exception>
    public Task<StoredSkill> ChangeSkillAsync(string name, Func<Skill, Skill> step, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ChangeSkillAsync(known => known.Skill.Name == name, name, step, scope, cancellationToken);
    }

    /// <summary>Takes this very skill one step further, whatever else has its name, as a copy in a shared cube may.</summary>
    /// <remarks>Threat note: an approval of a skill in a shared cube holds for everybody who reads the cube; it takes a writer's grant.</remarks>
    /// <param name="skill">The skill, as it was read.</param>
    /// <param name="step">Makes the next state; may be called again when somebody else changed the skill meanwhile.</param>
    /// <param name="scope">Whose memory; names the shared cube among its <see cref="MemoryScope.WriteCubes"/>.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryNotFoundException">The scope may not change the skill.</exception>
    public Task<StoredSkill> ChangeSkillAsync(StoredSkill skill, Func<Skill, Skill> step, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return ChangeSkillAsync(known => known.Id == skill.Id, skill.Skill.Name, step, scope, cancellationToken);
    }

    /// <summary>Refuses the name of a tool that was noted in the access's home cube: a call of it would be the tool's, whatever skill has it.</summary>
    internal async Task CheckToolsAsync(CubeAccess access, string name, CancellationToken cancellationToken)
    {
        var tools = await Store.Tasks.ListToolsAsync(access, cancellationToken).ConfigureAwait(false);
        if (tools.Any(tool => string.Equals(tool.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new MemoryConflictException($"'{name}' is the name of a tool. Give the skill another name.");
        }
    }

    /// <summary>Has the background check a cube's skills again: a tool is another one now.</summary>
    internal void NotifyTools(CubeAccess access) => evolving.NotifyTools(access);

    private async Task<StoredSkill> ChangeSkillAsync(Func<StoredSkill, bool> isMeant, string name, Func<Skill, Skill> step, MemoryScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        for (var attempt = 0; ; attempt++)
        {
            var skills = await Store.Skills.ListAsync(access, cancellationToken).ConfigureAwait(false);
            var stored = skills.Where(known => isMeant(known) && access.Writable.Contains(known.Id.Cube)).MinBy(known => known.Id.Cube == access.Home ? 0 : 1)
                ?? throw new MemoryNotFoundException($"There is no skill '{name}' here that may be changed. memos skills list shows what there is.");
            try
            {
                return await Store.Skills.SaveAsync(access with { Writable = [stored.Id.Cube] }, step(stored.Skill), stored, cancellationToken).ConfigureAwait(false);
            }
            catch (MemoryConflictException) when (attempt < 8)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<List<EvidenceItem>> LoadMessagesAsync(CubeAccess access, CancellationToken cancellationToken)
    {
        var items = new List<EvidenceItem>();
        MemoryId? after = new MemoryId(MemoryId.First(access.Home, MemoryItemKind.Evidence));
        while (after is not null)
        {
            var page = await Store.Evidence.ListAsync(access, new() { Kind = EvidenceKind.Message, After = after, Limit = EvidencePage }, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Where(item => item.Id.Cube == access.Home));
            after = page.Count == EvidencePage && page[^1].Id.Cube == access.Home ? page[^1].Id : null;
        }

        return [.. items.OrderBy(item => item.Id)];
    }
}
