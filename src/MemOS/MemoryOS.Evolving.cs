using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;

namespace MemOS;

public sealed partial class MemoryOS
{
    private const int EvidencePage = 1000;

    /// <summary>Segments what the scope's own cube holds into tasks and, where tools are given, learns skills from them.</summary>
    /// <remarks>Running it again changes nothing that is the same. A task that may still go on is left for the next time.</remarks>
    /// <param name="scope">Whose memory.</param>
    /// <param name="tools">The application's tools. Default: none, and nothing but tasks is found, since effects cannot be told from look-ups.</param>
    /// <param name="cancellationToken">Cancels between sessions; what was written stays.</param>
    /// <exception cref="MemoryStoreException">The store cannot be read or written.</exception>
    public async Task<EvolutionResult> EvolveAsync(MemoryScope scope, IReadOnlyList<ToolDefinition>? tools = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var items = await LoadMessagesAsync(access, cancellationToken).ConfigureAwait(false);
        var now = Options.TimeProvider.GetLocalNow();
        var result = new EvolutionEngine().Evolve(items, tools ?? [], now);
        foreach (var session in items.Select(item => item.Session).Distinct())
        {
            var tasks = result.Tasks.Where(task => task.Session == session && !task.IsOpen).ToList();
            await Store.Tasks.ReplaceAsync(access, session, tasks, cancellationToken).ConfigureAwait(false);
        }

        if (tools is not null)
        {
            var known = (await Store.Skills.ListAsync(access, cancellationToken).ConfigureAwait(false)).Where(stored => stored.Id.Cube == access.Home).ToList();
            foreach (var (next, basis) in SkillLearner.Plan(result.Candidates, known, tools, now).ToList())
            {
                await Store.Skills.SaveAsync(access, next, basis, cancellationToken).ConfigureAwait(false);
            }
        }

        return result;
    }

    /// <summary>The tasks that the scope may read, newest first.</summary>
    public async Task<IReadOnlyList<StoredTask>> ListTasksAsync(MemoryScope scope, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Tasks.ListAsync(access, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The skills that the scope may read, by name.</summary>
    public async Task<IReadOnlyList<StoredSkill>> ListSkillsAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Skills.ListAsync(access, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a skill, such as one that <see cref="SkillFolder.Read"/> read.</summary>
    /// <exception cref="MemoryConflictException">There is a skill of that name.</exception>
    public async Task<StoredSkill> AddSkillAsync(Skill skill, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await Store.Skills.SaveAsync(access, skill, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a skill of the scope's own cube one step further in its life, such as by <see cref="SkillLife.Approve"/>.</summary>
    /// <param name="name">The skill.</param>
    /// <param name="step">Makes the next state; may be called again when somebody else changed the skill meanwhile.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryNotFoundException">The scope's own cube has no skill of that name.</exception>
    public async Task<StoredSkill> ChangeSkillAsync(string name, Func<Skill, Skill> step, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(scope);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        for (var attempt = 0; ; attempt++)
        {
            var skills = await Store.Skills.ListAsync(access, cancellationToken).ConfigureAwait(false);
            var stored = skills.FirstOrDefault(known => known.Id.Cube == access.Home && known.Skill.Name == name)
                ?? throw new MemoryNotFoundException($"There is no skill '{name}' here. Its own cube lists them: memos skills list");
            try
            {
                return await Store.Skills.SaveAsync(access, step(stored.Skill), stored, cancellationToken).ConfigureAwait(false);
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
