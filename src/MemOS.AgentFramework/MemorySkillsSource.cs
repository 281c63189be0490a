using MemOS.Evolution.Skills;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.AgentFramework;

/// <summary>Shows an agent the skills that its user's memory has learned, through Agent Framework's own <see cref="AgentSkillsProvider"/>.</summary>
/// <remarks>
/// <para>
/// A skill with a plan carries one script, <c>run</c>, which makes the plan's calls on the application's functions and is noted as a
/// trial; an instruction skill is loaded and followed. Names follow the framework's rules: <c>find_then_refund</c> is
/// <c>find-then-refund</c> there.
/// </para>
/// <para>
/// Only skills that a person approved are shown, and whose functions are there with the schemas that they were verified with. The
/// provider asks for approval again before each of its tools runs, unless its options say otherwise. Threat note: whose skills they
/// are is decided as for memory, by session, resolver or options, never by the model. Safe for concurrent use.
/// </para>
/// </remarks>
public sealed class MemorySkillsSource : AgentSkillsSource
{
    private readonly MemoryOS memory;
    private readonly Func<IEnumerable<AITool>> tools;
    private readonly MemoryAgentOptions settings;
    private readonly SkillRunOptions run;

    /// <summary>Creates the source.</summary>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="tools">The application's own functions, on which skills run; asked for whenever skills are shown and run.</param>
    /// <param name="options">Settings, of which the scope matters here. Default: the scope is given to each session.</param>
    /// <param name="run">Approval and limits of the runs. Default: those of <see cref="SkillRunOptions"/>.</param>
    public MemorySkillsSource(MemoryOS memory, Func<IEnumerable<AITool>> tools, MemoryAgentOptions? options = null, SkillRunOptions? run = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(tools);
        this.memory = memory;
        this.tools = tools;
        settings = options ?? new();
        this.run = run ?? new();
    }

    /// <summary>The framework's name for a skill: lower-case letters, digits and single hyphens, at most 64.</summary>
    public static string NameOf(Skill skill) => SkillFolder.NameOf(skill);

    /// <inheritdoc/>
    /// <exception cref="MemoryScopeException">It is not known whose skills to show.</exception>
    /// <exception cref="MemoryStoreException">The skills cannot be read.</exception>
    public override async Task<IList<AgentSkill>> GetSkillsAsync(AgentSkillsSourceContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = await MemorySession.Of(context.Session).ResolveAsync(settings, context.Agent, context.Session, cancellationToken).ConfigureAwait(false);
        var skills = new List<AgentSkill>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stored in await memory.ListSkillsAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            if (ToAgentSkill(stored, scope) is { } skill && names.Add(skill.Frontmatter.Name))
            {
                skills.Add(skill);
            }
        }

        return skills;
    }

    private MemorySkill? ToAgentSkill(StoredSkill stored, MemoryScope scope)
    {
        if (!stored.Skill.IsOffered || stored.Skill.ApprovedVersion != stored.Skill.CurrentVersion)
        {
            return null;
        }

        if (stored.Skill.Current.Instructions is not null)
        {
            return new(stored.Skill, function: null);
        }

        return SkillFunction.CanBeMadeOf(stored.Skill) && memory.Skills.Function(stored, scope, tools, run) is var function && function.FindObstacle() is null
            ? new(stored.Skill, function)
            : null;
    }
}
