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
/// Only skills that a person approved are shown, and whose functions are there with the schemas that they were verified with: the few
/// that fit the request of the run that is under way, within the budget of <see cref="MemOS.Chat.MemoryTurnOptions.Skills"/>. A short
/// answer in a session is read with the request before it, and a message without words, such as an approval, stands for it. Outside a
/// run no request is known; then it is those whose runs went best, within the same budget. Do not put a cache over it. The
/// provider asks for approval again before each of its tools runs, unless its options say otherwise. Threat note: whose skills they
/// are is decided as for memory, by session, resolver or options, never by the model. Safe for concurrent use.
/// </para>
/// </remarks>
public sealed class MemorySkillsSource : AgentSkillsSource
{
    private const int FewWords = 3;

    private readonly MemoryOS memory;
    private readonly Func<IEnumerable<AITool>> tools;
    private readonly MemoryAgentOptions settings;
    private readonly SkillOfferOptions offer;
    private readonly SkillRunOptions run;

    /// <summary>Creates the source.</summary>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="tools">The application's own functions, on which skills run; asked for whenever skills are shown and run.</param>
    /// <param name="options">Settings, of which the scope and the limits of <c>Skills</c> matter here. Default: the scope is given to each session.</param>
    /// <param name="run">Approval and limits of the runs. Default: those of the settings.</param>
    public MemorySkillsSource(MemoryOS memory, Func<IEnumerable<AITool>> tools, MemoryAgentOptions? options = null, SkillRunOptions? run = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(tools);
        this.memory = memory;
        this.tools = tools;
        settings = options ?? new();
        offer = settings.Skills ?? new();
        this.run = run ?? offer.Run;
    }

    /// <summary>The framework's name for a skill: lower-case letters, digits and single hyphens, at most 64.</summary>
    public static string NameOf(Skill skill) => SkillFolder.NameOf(skill);

    /// <inheritdoc/>
    /// <exception cref="MemoryScopeException">It is not known whose skills to show.</exception>
    /// <exception cref="MemoryStoreException">The skills cannot be read.</exception>
    public override async Task<IList<AgentSkill>> GetSkillsAsync(AgentSkillsSourceContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var session = MemorySession.Of(context.Session);
        var scope = await session.ResolveAsync(settings, context.Agent, context.Session, cancellationToken).ConfigureAwait(false);

        // Only what a person approved is shown, whoever else could be asked when it runs.
        var approved = offer with { IncludeUnapproved = false, Run = new() };
        var skills = new List<AgentSkill>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var offered in await memory.Skills.OfferAsync(scope, RequestOf(context, session), tools, approved, cancellationToken).ConfigureAwait(false))
        {
            if (ToAgentSkill(offered.Stored, scope) is { } skill && names.Add(skill.Frontmatter.Name))
            {
                skills.Add(skill);
            }
        }

        return skills;
    }

    // The framework tells a source whose run it is, not what was asked; the run that is under way knows.
    private static string? RequestOf(AgentSkillsSourceContext context, MemorySession session)
    {
        var run = AIAgent.CurrentRunContext;
        var isThisRun = run is not null && (run.Session is null ? ReferenceEquals(run.Agent, context.Agent) : ReferenceEquals(run.Session, context.Session));
        var said = isThisRun ? run!.RequestMessages?.LastOrDefault(message => message.Role == ChatRole.User && !string.IsNullOrWhiteSpace(message.Text))?.Text : null;
        if (said is null)
        {
            return session.Request;
        }

        if (session.Request is { } before && said.AsSpan().Trim().Count(' ') < FewWords)
        {
            return $"{before}\n{said}";
        }

        return session.Request = said;
    }

    private MemorySkill? ToAgentSkill(StoredSkill stored, MemoryScope scope)
    {
        if (stored.Skill.Current.Instructions is not null)
        {
            return new(stored.Skill, function: null);
        }

        return SkillFunction.CanBeMadeOf(stored.Skill) && memory.Skills.Function(stored, scope, tools, run) is var function && function.FindObstacle() is null
            ? new(stored.Skill, function)
            : null;
    }
}
